/** Gives every text a vector once: from the library before where it has one, else from the embeddings. */
import { createHash } from 'node:crypto';
import type { Database, Statement } from '../database/open-database.ts';
import { LibraryError, UserError } from '../errors.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { vectorBytes } from './vector-bytes.ts';
import { isVector } from './vector-index.ts';

const BATCH_TEXTS = 128;
/** What is embedded sooner is not worth a word in the progress bar. */
const SLOW_MS = 100;

interface VectorRow {
  readonly vector: Uint8Array;
}

/** Fills the table of vectors of a library that is being built. */
export class ParagraphEmbedder {
  readonly #embeddings: NamedEmbeddings;
  readonly #held: Statement<VectorRow>;
  readonly #previous: Statement<VectorRow> | undefined;
  readonly #insert: Statement<object>;
  readonly #batchTexts: number;
  readonly #onEmbedded: ((done: number, total: number) => void) | undefined;
  readonly #waiting = new Map<string, string>();

  /**
   * @param previous - A library whose vectors may be taken over, open for reading.
   * @param onEmbedded - Called after each batch of one `flush`, where embedding is slow.
   */
  constructor(
    embeddings: NamedEmbeddings,
    database: Database,
    previous?: Database,
    onEmbedded?: (done: number, total: number) => void,
  ) {
    const find = 'SELECT vector FROM vectors WHERE key = ?';
    this.#embeddings = embeddings;
    this.#batchTexts = embeddings.batchTexts ?? BATCH_TEXTS;
    this.#onEmbedded = onEmbedded;
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
    return this.#waiting.size >= this.#batchTexts;
  }

  /**
   * Embeds what waits.
   *
   * @throws LibraryError `embeddings-failed`
   */
  async flush(signal?: AbortSignal): Promise<void> {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (let start = 0; start < waiting.length; start += this.#batchTexts) {
      signal?.throwIfAborted();
      const batch = waiting.slice(start, start + this.#batchTexts);
      const began = performance.now();
      const vectors = await unlessAborted(this.#embed(batch.map(([, text]) => text)), signal);
      if (performance.now() - began > SLOW_MS) this.#onEmbedded?.(start + batch.length, waiting.length);
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
      if (error instanceof LibraryError) throw error;
      const said = error instanceof UserError ? `: ${error.message}` : '';
      const message = `Cannot embed paragraphs with "${name}"${said}`;
      throw new LibraryError('embeddings-failed', message, cure, { cause: error });
    }
    const wrong = texts.findIndex((_, index) => !isVector(vectors[index], dimension));
    if (wrong < 0) return vectors;
    const got = vectors[wrong]?.length ?? 0;
    const state = got === dimension ? 'numbers that are no vector' : `${got} numbers`;
    const message = `Cannot embed paragraphs with "${name}": expected vectors of dimension ${dimension}, got ${state}`;
    throw new LibraryError('embeddings-failed', message, cure);
  }
}

/** Does not wait for an endpoint when the build is stopped; what it still gives is kept for the next one. */
async function unlessAborted<Value>(promise: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return promise;
  promise.catch(() => undefined);
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
