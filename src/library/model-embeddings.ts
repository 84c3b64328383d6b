/**
 * Embeddings of a model behind an OpenAI-compatible endpoint, through LangChain, each text paid for once.
 *
 * Paragraphs are patient: they are asked for again for a while. A question is not: when its vector does not come in
 * seconds, retrieval goes on with words alone.
 */
import type { Database } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import { describeError, type Log } from '../log.ts';
import { ModelError, type ModelState } from '../model/chat-model.ts';
import { nameAt } from '../model/endpoint.ts';
import {
  BATCH_TEXTS,
  CONCURRENCY,
  EmbeddingClient,
  type EmbeddingClientOptions,
} from './embedding-client.ts';
import { type KeptVectors, openKeptVectors } from './kept-vectors.ts';
import { Embeddings } from './langchain-classes.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { RecentlyUsed } from './recently-used.ts';
import { isVector } from './vector-index.ts';

/** The endpoint, and what is already known of its vectors. */
export interface ModelEmbeddingsOptions extends EmbeddingClientOptions {
  /** Of `openModelStore`; without it every text is paid for anew. */
  readonly database?: Database | undefined;
  /** Length of the vectors of a library that was built with it, for when it cannot be asked. */
  readonly dimension?: number | undefined;
  readonly log?: Log;
}

const CACHED_QUERIES = 256;
const CURE = 'Check the endpoint, key and model of the embeddings, or unset EMBEDDING_MODEL';

/**
 * Opens the embeddings of a model.
 *
 * @throws LibraryError `embeddings-failed` when the length of its vectors is not known and cannot be found out.
 */
export async function openModelEmbeddings(options: ModelEmbeddingsOptions): Promise<ModelEmbeddings> {
  const name = nameAt(options.endpoint, options.model);
  const kept = openKeptVectors(options.database, name, options.log);
  const client = new EmbeddingClient(options);
  const dimension = kept.dimension() ?? (await findDimension(name, client, options.dimension));
  if (kept.dimension() !== dimension) kept.setDimension(dimension);
  return new ModelEmbeddings(name, dimension, client, kept, options.log);
}

/** What the model gives now; where it gives nothing, what a library was built with. */
async function findDimension(
  name: string,
  client: EmbeddingClient,
  ofLibrary: number | undefined,
): Promise<number> {
  try {
    return (await client.askNow('法治政府建设')).length;
  } catch (error) {
    if (ofLibrary !== undefined) return ofLibrary;
    const said = error instanceof Error ? `: ${error.message}` : '';
    const message = `Cannot find out the dimension of "${name}"${said}`;
    throw new LibraryError('embeddings-failed', message, CURE, { cause: error });
  }
}

/** Vectors of unit length, from the endpoint or from what is kept. */
export class ModelEmbeddings extends Embeddings implements NamedEmbeddings {
  /** Texts that are worth handing over at once. */
  readonly batchTexts = BATCH_TEXTS * CONCURRENCY;
  readonly #queries = new RecentlyUsed<string, Promise<number[]>>(CACHED_QUERIES);
  #failedQueries = 0;

  /** Of `openModelEmbeddings`. */
  constructor(
    readonly name: string,
    readonly dimension: number,
    readonly client: EmbeddingClient,
    readonly kept: KeptVectors,
    readonly log?: Log,
  ) {
    super({});
  }

  /** Questions so far whose vector did not come. */
  get failedQueries(): number {
    return this.#failedQueries;
  }

  state(): ModelState {
    return this.client.state();
  }

  /**
   * One vector a text. Each batch is kept as soon as it has come.
   *
   * @throws ModelError; LibraryError `embeddings-failed` for vectors of another length than before.
   */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const found = new Map<string, number[]>();
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const vector = this.kept.find(text);
      if (vector && isVector(vector, this.dimension)) found.set(text, vector);
      else missing.push(text);
    }
    const batches = Array.from({ length: Math.ceil(missing.length / BATCH_TEXTS) }, (_, index) =>
      missing.slice(index * BATCH_TEXTS, (index + 1) * BATCH_TEXTS),
    );
    const results = await Promise.allSettled(
      batches.map((batch) =>
        this.client.askInParts(batch, (part, vectors) => {
          const pairs = part.map((text, index) => [text, this.#unit(vectors[index]!)] as const);
          this.kept.keep(pairs);
          for (const [text, vector] of pairs) found.set(text, vector);
        }),
      ),
    );
    // All have ended, so that what came beside a failure is kept too.
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    return texts.map((text) => found.get(text)!);
  }

  /**
   * The vector of a question; asked for once in a while of 256 questions.
   *
   * @throws ModelError, logged and counted.
   */
  override embedQuery(text: string): Promise<number[]> {
    return this.#queries.get(text, () => {
      const asked = this.#askQuery(text);
      asked.catch(() => this.#queries.delete(text));
      return asked;
    });
  }

  async #askQuery(text: string): Promise<number[]> {
    try {
      return this.#unit(await this.client.askNow(text));
    } catch (error) {
      this.#failedQueries += 1;
      const facts = { model: this.name, failed: this.#failedQueries, error: describeError(error) };
      this.log?.warn(facts, 'Cannot embed a question; searching by words alone');
      if (error instanceof ModelError) throw error;
      throw new ModelError('model-unreadable', `Cannot use the vectors of "${this.name}"`);
    }
  }

  #unit(vector: readonly number[]): number[] {
    if (vector.length !== this.dimension) {
      const message = `Cannot use the vectors of "${this.name}": they have ${vector.length} numbers, those before had ${this.dimension}`;
      const cure = 'Set EMBEDDING_MODEL to another one, or remove model.sqlite';
      throw new LibraryError('embeddings-failed', message, cure);
    }
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  }
}
