/**
 * A chat model behind an OpenAI-compatible endpoint, through LangChain.
 *
 * Nothing but the endpoint is contacted. LangChain sends traces to LangSmith where its own variables ask for that.
 */
import { describeError, type Log } from '../log.ts';
import { type ChatModel, ModelError, type ModelState, type WriteRequest } from './chat-model.ts';
import { AdaptingChat } from './chat-parameters.ts';
import { type Endpoint, hostOf, nameAt } from './endpoint.ts';
import { fillByFunction, fillByJson, unfitForm } from './fill-form.ts';
import { GuardedEndpoint, type GuardOptions } from './guarded-endpoint.ts';
import type { Failure } from './read-failure.ts';
import { messagesOf, streamText } from './stream-text.ts';
import type { TokenBudget } from './token-budget.ts';
import { TokenTally } from './token-tally.ts';

/** Which model is asked at which endpoint, and with which limits. */
export interface ChatModelOptions extends Pick<GuardOptions, 'backoffMs' | 'breaker'> {
  readonly endpoint: Endpoint;
  /** Name of the model at the endpoint. */
  readonly model: string;
  /** Requests at once; default 8. */
  readonly concurrency?: number;
  /** Default: nobody's tokens are counted. */
  readonly budget?: TokenBudget;
  readonly log?: Log;
}

/** Statuses with which servers that know no functions refuse them. */
const REFUSALS: readonly (number | undefined)[] = [400, 404, 405, 415, 422, 500, 501];

/** Opens a chat model; loads LangChain's package, sends nothing. */
export function openChatModel(options: ChatModelOptions): ChatModel {
  const { endpoint, model, budget, log } = options;
  const adapting = new AdaptingChat(endpoint, model);
  const guard = new GuardedEndpoint({
    asked: { model, host: hostOf(endpoint.baseUrl) },
    timeoutMs: endpoint.timeoutMs,
    concurrency: options.concurrency ?? 8,
    ...(options.backoffMs === undefined ? {} : { backoffMs: options.backoffMs }),
    ...(options.breaker ? { breaker: options.breaker } : {}),
  });
  // Loaded now, so that the first question does not wait for it.
  void adapting.chat;

  /** Counts what a request takes, whatever becomes of it. */
  async function paidBy<Value>(user: string | undefined, work: (tally: TokenTally) => Promise<Value>) {
    const tally = new TokenTally();
    const began = performance.now();
    if (user !== undefined) budget?.assertLeft(user);
    try {
      const value = await work(tally);
      return { value, usage: tally.usage, ms: Math.round(performance.now() - began) };
    } finally {
      const { input, output } = tally.usage;
      if (user !== undefined && input + output > 0) budget?.spend(user, input + output);
    }
  }

  function adapt(failure: Failure): boolean {
    const isAdapted = adapting.adapt(failure);
    if (isAdapted)
      log?.info({ model, status: failure.status }, 'The model refused a parameter; asking without it');
    return isAdapted;
  }

  async function write({ user, signal, ...request }: WriteRequest) {
    let isHandedOut = false;
    const onText = (piece: string) => {
      isHandedOut = true;
      request.onText?.(piece);
    };
    const { value, usage, ms } = await paidBy(user, (tally) =>
      guard.run((watch) => streamText(adapting.chat, { ...request, onText }, watch, tally), {
        signal,
        adapt,
        mayRepeat: () => !(isHandedOut && request.onText),
      }),
    );
    return { text: value, usage, ms };
  }

  async function fill(
    { user, signal, ...request }: Omit<WriteRequest, 'onText'>,
    schema: Parameters<ChatModel['fill']>[1],
  ) {
    const { value, usage, ms } = await paidBy(user, (tally) =>
      guard.run(
        async (watch) => {
          const prompt = await messagesOf(request);
          if (adapting.takesTools) {
            const filled = await fillByFunction<unknown>(
              adapting.chat,
              prompt,
              schema as never,
              watch,
              tally,
            );
            if (filled.value !== undefined) return filled;
            if (filled.hasFields) throw unfitForm();
            watch.touch();
          }
          const filled = await fillByJson<unknown>(adapting.chat, prompt, schema as never, watch, tally);
          if (filled.value === undefined) throw unfitForm();
          return filled;
        },
        { signal, adapt: (failure) => adapt(failure) || doWithoutTools(failure) },
      ),
    );
    return { value: value.value as never, usage, ms };
  }

  function doWithoutTools(failure: Failure): boolean {
    const isRefusal =
      REFUSALS.includes(failure.status) && (failure.names('tool') || failure.names('function'));
    if (!isRefusal || !adapting.takesTools) return false;
    adapting.takesTools = false;
    log?.info({ model, status: failure.status }, 'The model takes no functions; asking for JSON instead');
    return true;
  }

  return {
    name: nameAt(endpoint, model),
    write: (request) => write(request).catch(throwModelError),
    fill: (request, schema) => fill(request, schema).catch(throwModelError),
    state(): ModelState {
      const { failing } = guard;
      return failing ? { state: 'failing', name: model, ...failing } : { state: 'ready', name: model };
    },
  };

  function throwModelError(error: unknown): never {
    if (error instanceof ModelError) throw error;
    log?.error({ model, error: describeError(error) }, 'The model could not be asked');
    throw new ModelError('model-broken', `Cannot use the model "${model}"`);
  }
}
