/** A chat model behind an OpenAI-compatible endpoint, as the rest of the program sees it: with limits and a state. */
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import type { z } from 'zod';
import { UserError } from '../errors.ts';

/** Tokens of one request, as the server counts them; where it does not say, estimated and marked so. */
export interface TokenUsage {
  readonly input: number;
  readonly output: number;
  readonly isEstimated: boolean;
}

/** What a model is asked to write. */
export interface WriteRequest {
  readonly prompt: ChatPromptTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** Who pays with their tokens of the day; without it nobody's are counted. */
  readonly user?: string | undefined;
  /** Ends the request at once. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each piece of text as it arrives. */
  readonly onText?: ((piece: string) => void) | undefined;
}

/** What a model wrote. */
interface Written {
  /** Never blank. */
  readonly text: string;
  readonly usage: TokenUsage;
  readonly ms: number;
}

/** How a model is doing, for health and the log. */
export interface ModelState {
  readonly state: 'ready' | 'failing';
  /** Name of the model. */
  readonly name: string;
  /** Code of the last `ModelError`, while failing. */
  readonly reason?: ModelErrorCode;
  /** ISO date and time since when it fails. */
  readonly since?: string;
}

/** Writes texts and fills in forms within the limits that it was opened with. */
export interface ChatModel {
  /** Name of the model and host of its endpoint: what a cache of its texts is kept under. */
  readonly name: string;
  /**
   * Has the model write a text.
   *
   * @throws ModelError; never another error.
   */
  write(request: WriteRequest): Promise<Written>;
  /**
   * Has the model fill in a form.
   *
   * @throws ModelError; `model-unreadable` where what it wrote does not fit the schema.
   */
  fill<Shape extends z.ZodType>(
    request: Omit<WriteRequest, 'onText'>,
    schema: Shape,
  ): Promise<{ readonly value: z.infer<Shape>; readonly usage: TokenUsage; readonly ms: number }>;
  state(): ModelState;
}

/** Why a model wrote nothing that can be used. */
export type ModelErrorCode =
  /** 400, 401, 403, 404: nothing but other settings helps. */
  | 'model-refused'
  /** 429, also after waiting as `retry-after` asks. */
  | 'model-limited'
  /** 5xx, no connection, a stream that broke off. */
  | 'model-broken'
  /** No answer, or nothing more of one, in time. */
  | 'model-slow'
  /** Nothing, or nothing that can be read. */
  | 'model-unreadable'
  /** The reader stopped it or asked something else. */
  | 'model-stopped'
  /** The user's tokens of the day are used up. */
  | 'tokens-spent'
  /** It failed a moment ago and is not asked for a while. */
  | 'model-resting';

/** A model that could not be used; the reader gets the composed answer instead. */
export class ModelError extends UserError {
  override readonly name = 'ModelError';
  declare readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, cure?: string, options?: ErrorOptions) {
    super(code, message, cure, options);
  }
}
