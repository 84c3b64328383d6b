/** Embeddings that a library can remember: with a name and a dimension to compare with those it was built with. */
import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Embeddings that a library can be built with. */
export interface NamedEmbeddings extends EmbeddingsInterface {
  /** Names the model; vectors of different names are never mixed. */
  readonly name: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** Changes when the same text would get another vector although the name is the same. */
  readonly version?: string;
  /** Texts that are worth handing over at once; default 128. */
  readonly batchTexts?: number;
}
