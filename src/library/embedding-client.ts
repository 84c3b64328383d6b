/** Asks an endpoint for vectors: for paragraphs with patience, for a question without. */
import type { OpenAIEmbeddings } from '@langchain/openai';
import { ModelError, type ModelState } from '../model/chat-model.ts';
import { CircuitBreaker } from '../model/circuit-breaker.ts';
import { type Endpoint, hostOf } from '../model/endpoint.ts';
import { type Attempts, aboutRequest, GuardedEndpoint } from '../model/guarded-endpoint.ts';
import { loadLangChainOpenAI } from '../model/langchain-openai.ts';
import { readFailure } from '../model/read-failure.ts';
import { isVector } from './vector-index.ts';

/** Which endpoint and model vectors are asked of, and how patiently. */
export interface EmbeddingClientOptions {
  readonly endpoint: Endpoint;
  /** Name of the model at the endpoint. */
  readonly model: string;
  /** The wait before paragraphs are tried again, doubled each time, in milliseconds; default 1,000. */
  readonly backoffMs?: number;
  /** Of questions; default: one of its own. */
  readonly breaker?: CircuitBreaker;
}

/** Texts in one request; fewer where the server takes fewer. */
export const BATCH_TEXTS = 64;
/** Requests for paragraphs at once. */
export const CONCURRENCY = 3;

/** A build can wait; whoever asked a question cannot, and is answered by words alone. */
const PATIENT: Attempts = { repeats: 4, maxWaitMs: 60_000 };
const AT_ONCE: Attempts = { repeats: 1, maxWaitMs: 1_000 };
const QUERY_TIMEOUT_MS = 5_000;
const QUERY_CONCURRENCY = 8;
/** A text that is refused alone is tried at half its length, down to this. */
const MIN_CHARACTERS = 500;
/** With one of these a server refuses a batch that is too large, or a text that is too long. */
const TOO_MUCH: readonly (number | undefined)[] = [400, 413, 422];

/** The server may take less of the same. */
class TooMuchError extends ModelError {}

/** Asks one model; what it gives are vectors, but not of unit length. */
export class EmbeddingClient {
  readonly #options: EmbeddingClientOptions;
  readonly #questions: GuardedEndpoint;
  readonly #paragraphs: GuardedEndpoint;
  #embeddings: OpenAIEmbeddings | undefined;
  #batchTexts = BATCH_TEXTS;

  constructor(options: EmbeddingClientOptions) {
    const { endpoint, model, backoffMs = 1_000, breaker } = options;
    const asked = { model, host: hostOf(endpoint.baseUrl) };
    this.#options = options;
    this.#questions = new GuardedEndpoint({
      asked,
      timeoutMs: Math.min(endpoint.timeoutMs, QUERY_TIMEOUT_MS),
      concurrency: QUERY_CONCURRENCY,
      backoffMs: backoffMs / 4,
      ...(breaker ? { breaker } : {}),
    });
    this.#paragraphs = new GuardedEndpoint({
      asked,
      timeoutMs: endpoint.timeoutMs,
      concurrency: CONCURRENCY,
      backoffMs,
      // A build ends with its first failure anyway, and must not keep questions from being asked.
      breaker: new CircuitBreaker({ maxFailures: Number.POSITIVE_INFINITY }),
    });
  }

  /** How it is doing with questions. */
  state(): ModelState {
    const { failing } = this.#questions;
    const name = this.#options.model;
    return failing ? { state: 'failing', name, ...failing } : { state: 'ready', name };
  }

  /**
   * The vector of a question, or nothing soon.
   *
   * @throws ModelError
   */
  async askNow(text: string): Promise<number[]> {
    const [vector] = await this.#ask([text], this.#questions, AT_ONCE);
    return vector!;
  }

  /**
   * The vectors of paragraphs, in batches that the server takes; a text that is too long for it is cut.
   *
   * @param onVectors - Called with each batch as it comes.
   * @throws ModelError
   */
  async askInParts(
    texts: readonly string[],
    onVectors: (texts: readonly string[], vectors: readonly number[][]) => void,
  ): Promise<void> {
    for (let start = 0; start < texts.length; ) {
      const part = texts.slice(start, start + this.#batchTexts);
      try {
        onVectors(part, await this.#askPatiently(part));
      } catch (error) {
        if (!(error instanceof TooMuchError)) throw error;
        if (part.length > 1) {
          this.#batchTexts = Math.min(this.#batchTexts, Math.ceil(part.length / 2));
          continue;
        }
        onVectors(part, await this.#askShortened(part[0]!, error));
      }
      start += part.length;
    }
  }

  async #askShortened(text: string, refusal: TooMuchError): Promise<number[][]> {
    for (let length = text.length; length > MIN_CHARACTERS; ) {
      length = Math.max(MIN_CHARACTERS, Math.ceil(length / 2));
      try {
        return await this.#askPatiently([text.slice(0, length)]);
      } catch (error) {
        if (!(error instanceof TooMuchError)) throw error;
      }
    }
    throw refusal;
  }

  #askPatiently(texts: readonly string[]): Promise<number[][]> {
    return this.#ask(texts, this.#paragraphs, PATIENT);
  }

  #ask(texts: readonly string[], guard: GuardedEndpoint, attempts: Attempts): Promise<number[][]> {
    return guard.run(async (watch) => {
      this.#embeddings ??= this.#create();
      const asked = this.#embeddings.embedDocuments([...texts]).catch((error: unknown) => {
        throw this.#explain(error);
      });
      const vectors = await watch.until(asked);
      const wrong = vectors.find((vector) => !isVector(vector, vector?.length ?? 0));
      if (wrong === undefined && vectors.length === texts.length) return vectors;
      const { model } = this.#options;
      const what = wrong?.length === 0 ? 'empty vectors' : 'vectors that are none';
      throw new ModelError('model-unreadable', `Cannot use the model "${model}": it gave ${what}`);
    }, attempts);
  }

  #explain(error: unknown): unknown {
    const { endpoint, model } = this.#options;
    const failure = readFailure(error, { model, host: hostOf(endpoint.baseUrl) });
    if (!TOO_MUCH.includes(failure.status) && !failure.isAboutRequest) return error;
    return aboutRequest(new TooMuchError('model-refused', failure.error.message, failure.error.cure));
  }

  #create(): OpenAIEmbeddings {
    const { OpenAIEmbeddings } = loadLangChainOpenAI();
    const { endpoint, model } = this.#options;
    return new OpenAIEmbeddings({
      model,
      apiKey: endpoint.apiKey,
      maxRetries: 0,
      batchSize: BATCH_TEXTS,
      stripNewLines: false,
      timeout: endpoint.timeoutMs,
      // Otherwise a server that sends floats all the same is read as giving empty vectors.
      encodingFormat: 'float',
      configuration: { baseURL: endpoint.baseUrl, logLevel: 'off' },
    });
  }
}
