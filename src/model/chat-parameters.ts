/**
 * What is sent besides the prompt. Models and servers refuse some of it with a 400 that names the parameter; that
 * one is then changed for good, and the request made again.
 */
import type { ChatOpenAI } from '@langchain/openai';
import type { Log } from '../log.ts';
import type { Endpoint } from './endpoint.ts';
import { loadLangChainOpenAI } from './langchain-openai.ts';
import type { Failure } from './read-failure.ts';

/** Statuses with which servers refuse what they do not know. */
const REFUSALS: readonly (number | undefined)[] = [400, 404, 405, 415, 422, 500, 501];

/** A chat model of LangChain that learns what its server takes. */
export class AdaptingChat {
  readonly #endpoint: Endpoint;
  readonly #model: string;
  #temperature: 0 | undefined = 0;
  #countsStreams = true;
  #effort: 'none' | undefined;
  #chat: ChatOpenAI | undefined;
  #takesTools = true;
  /** How often a parameter was changed: what a request was sent with. */
  #changes = 0;

  constructor(endpoint: Endpoint, model: string) {
    this.#endpoint = endpoint;
    this.#model = model;
  }

  /** Whether the server takes functions; not known to be wrong at first. */
  get takesTools(): boolean {
    return this.#takesTools;
  }

  /** The model with the parameters that are known to be taken. */
  get chat(): ChatOpenAI {
    this.#chat ??= this.#create();
    return this.#chat;
  }

  /**
   * Follows one request through its tries.
   *
   * @returns `next`, the model for the next try, and `adapt`, whether another try is worth it after a refusal: also
   *   where a request beside this one has learnt the same meanwhile.
   */
  follow(
    log: Log | undefined,
    { withTools = false } = {},
  ): { next(): ChatOpenAI; adapt(failure: Failure): boolean } {
    let sentWith = this.#changes;
    return {
      next: () => {
        sentWith = this.#changes;
        return this.chat;
      },
      adapt: (failure) => {
        const what = this.#change(failure) ?? (withTools ? this.#changeTools(failure) : undefined);
        if (what === undefined) return sentWith < this.#changes && REFUSALS.includes(failure.status);
        this.#changes += 1;
        this.#chat = undefined;
        log?.info({ model: this.#model, status: failure.status }, what);
        return true;
      },
    };
  }

  /** Leaves out or changes what a 400 names; `undefined` where it names nothing that can be changed. */
  #change(failure: Failure): string | undefined {
    if (failure.status !== 400 && failure.status !== 422) return undefined;
    if (failure.names('reasoning_effort') && this.#effort === undefined) {
      // Some reasoning models take functions only so.
      this.#effort = 'none';
    } else if (failure.names('temperature') && this.#temperature !== undefined) {
      this.#temperature = undefined;
    } else if (failure.names('stream_options') && this.#countsStreams) {
      this.#countsStreams = false;
    } else {
      return undefined;
    }
    return 'The model refused a parameter; asking without it';
  }

  #changeTools(failure: Failure): string | undefined {
    const isRefusal =
      REFUSALS.includes(failure.status) && (failure.names('tool') || failure.names('function'));
    if (!isRefusal || !this.#takesTools) return undefined;
    this.#takesTools = false;
    return 'The model takes no functions; asking for JSON instead';
  }

  #create(): ChatOpenAI {
    const { ChatOpenAI } = loadLangChainOpenAI();
    const { baseUrl, apiKey } = this.#endpoint;
    return new ChatOpenAI({
      model: this.#model,
      apiKey,
      // Tries and limits are ours: LangChain's know nothing of streams.
      maxRetries: 0,
      streamUsage: this.#countsStreams,
      ...(this.#temperature === undefined ? {} : { temperature: this.#temperature }),
      ...(this.#effort === undefined ? {} : { modelKwargs: { reasoning_effort: this.#effort } }),
      // The client would print what it cannot read.
      configuration: { baseURL: baseUrl, logLevel: 'off' },
    });
  }
}
