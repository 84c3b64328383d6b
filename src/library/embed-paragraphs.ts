/** Gives every text a vector once: from the library before where it has one, else from the embeddings. */
import { createHash } from 'node:crypto';
import type { Database, Statement } from '../database/open-database.ts';
import { LibraryError } from '../errors.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { vectorBytes } from './vector-bytes.ts';
import { isVector } from './vector-index.ts';

const BATCH_TEXTS = 128;

interface VectorRow {
  readonly vector: Uint8Array;
}

/** Fills the table of vectors of a library that is being built. */
export class ParagraphEmbedder {
  readonly #embeddings: NamedEmbeddings;
  readonly #held: Statement<VectorRow>;
  readonly #previous: Statement<VectorRow> | undefined;
  readonly #insert: Statement<object>;
  readonly #waiting = new Map<string, string>();

  /** @param previous - A library whose vectors may be taken over, open for reading. */
  constructor(embeddings: NamedEmbeddings, database: Database, previous?: Database) {
    const find = 'SELECT vector FROM vectors WHERE key = ?';
    this.#embeddings = embeddings;
    this.#held = database.prepare(find);
    this.#previous = previous?.prepare(find);
    this.#insert = database.prepare('INSERT INTO vectors VALUES (?, ?)');
  }

  /** The key under which the text's vector stands once `flush` has been awaited. */
  add(text: string): string {
    const { name, version = '' } = this.#embeddings;
    const key = createHash('sha256').update(`${name}\0${version}\0${text}`).digest('hex').slice(0, 40);
    if (this.#waiting.has(key) || this.#held.get(key)) return key;
    const known = this.#previous?.get(key);
    if (known) this.#insert.run(key, known.vector);
    else this.#waiting.set(key, text);
    return key;
  }

  /** Whether enough texts wait to make embedding them worth while. */
  get isFull(): boolean {
    return this.#waiting.size >= BATCH_TEXTS;
  }

  /**
   * Embeds what waits.
   *
   * @throws LibraryError `embeddings-failed`
   */
  async flush(signal?: AbortSignal): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (let start = 0; start < waiting.length; start += BATCH_TEXTS) {
      signal?.throwIfAborted();
      const batch = waiting.slice(start, start + BATCH_TEXTS);
      const vectors = await this.#embed(batch.map(([, text]) => text));
      for (const [index, [key]] of batch.entries()) this.#insert.run(key, vectorBytes(vectors[index]!));
    }
  }

  async #embed(texts: string[]): Promise<number[][]> {
    const { name, dimension } = this.#embeddings;
    const cure = 'Check the endpoint, key and model of the embeddings, or unset EMBEDDING_MODEL';
    let vectors: number[][];
    try {
      vectors = await this.#embeddings.embedDocuments(texts);
    } catch (error) {
      throw new LibraryError('embeddings-failed', `Cannot embed paragraphs with "${name}"`, cure, {
        cause: error,
      });
    }
    const wrong = texts.findIndex((_, index) => !isVector(vectors[index], dimension));
    if (wrong < 0) return vectors;
    const got = vectors[wrong]?.length ?? 0;
    const state = got === dimension ? 'numbers that are no vector' : `${got} numbers`;
    const message = `Cannot embed paragraphs with "${name}": expected vectors of dimension ${dimension}, got ${state}`;
    throw new LibraryError('embeddings-failed', message, cure);
  }
}
