/**
 * What is sent besides the prompt. Models and servers refuse some of it with a 400 that names the parameter; that
 * one is then changed for good, and the request made again.
 */
import type { ChatOpenAI } from '@langchain/openai';
import type { Endpoint } from './endpoint.ts';
import { loadLangChainOpenAI } from './langchain-openai.ts';
import type { Failure } from './read-failure.ts';

/** A chat model of LangChain that learns what its server takes. */
export class AdaptingChat {
  readonly #endpoint: Endpoint;
  readonly #model: string;
  #temperature: 0 | undefined = 0;
  #countsStreams = true;
  #effort: 'none' | undefined;
  #chat: ChatOpenAI | undefined;
  /** Whether the server takes functions; not known to be wrong at first. */
  takesTools = true;

  constructor(endpoint: Endpoint, model: string) {
    this.#endpoint = endpoint;
    this.#model = model;
  }

  /** The model with the parameters that are known to be taken. */
  get chat(): ChatOpenAI {
    this.#chat ??= this.#create();
    return this.#chat;
  }

  /** Leaves out or changes what a 400 names; `false` where it names nothing that can be changed. */
  adapt(failure: Failure): boolean {
    if (failure.status !== 400 && failure.status !== 422) return false;
    if (failure.names('reasoning_effort') && this.#effort === undefined) {
      // Some reasoning models take functions only so.
      this.#effort = 'none';
    } else if (failure.names('temperature') && this.#temperature !== undefined) {
      this.#temperature = undefined;
    } else if (failure.names('stream_options') && this.#countsStreams) {
      this.#countsStreams = false;
    } else {
      return false;
    }
    this.#chat = undefined;
    return true;
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
