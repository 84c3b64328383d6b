/** Has the model write once, and proves what it writes while it comes and when it is whole. */
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { type ChatModel, ModelError, type TokenUsage } from '../../model/chat-model.ts';
import type { AskOptions } from '../assistant.ts';
import type { Fault, Proof } from './proof.ts';
import { proveSentence, proveText, splitProse } from './prove-text.ts';

export interface RoundRequest {
  readonly model: ChatModel;
  readonly prompt: ChatPromptTemplate;
  readonly values: Readonly<Record<string, string>>;
  readonly proof: Proof;
  readonly user?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly whileWaiting?: AskOptions['whileWaiting'];
  /** Called with what is proved so far, as written; no more once a sentence has failed. */
  readonly onProved: (text: string) => void;
}

export interface Round {
  readonly text: string;
  /** None: it may be sent. */
  readonly faults: readonly Fault[];
  readonly usage: TokenUsage;
  readonly ms: number;
}

/**
 * One text of the model.
 *
 * @throws ModelError where there is none; `model-stopped` as soon as the signal is aborted.
 */
export async function writeRound(request: RoundRequest): Promise<Round> {
  const { model, prompt, values, proof, user, signal, whileWaiting } = request;
  const watch = watchSentences(request);
  const stopped = stopOn(signal);
  try {
    const onText = (piece: string) => {
      if (!signal?.aborted) watch(piece);
    };
    const write = () =>
      Promise.race([model.write({ prompt, values, user, signal, onText }), stopped.rejects]);
    const { text, usage, ms } = await (whileWaiting ? whileWaiting(write) : write());
    return { text, usage, ms, faults: proveText(text, proof) };
  } finally {
    stopped.end();
  }
}

/** Proves each sentence as soon as it is whole. */
function watchSentences({ proof, onProved }: RoundRequest): (piece: string) => void {
  let text = '';
  let proved = 0;
  let isFaulty = false;
  return (piece) => {
    text += piece;
    if (isFaulty) return;
    const sentences = splitProse(text, false);
    const before = proved;
    while (proved < sentences.length && !isFaulty) {
      isFaulty = proveSentence(sentences[proved]!, proof).length > 0;
      if (!isFaulty) proved += 1;
    }
    if (proved > before) onProved(sentences.slice(0, proved).join(''));
  };
}

/** Rejects when the signal is aborted, also where the model takes its time to notice. */
function stopOn(signal: AbortSignal | undefined): { readonly rejects: Promise<never>; end(): void } {
  let stop = (): void => {};
  const rejects = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new ModelError('model-stopped', 'The model was stopped'));
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
  // Nobody may be waiting any more.
  rejects.catch(() => {});
  return { rejects, end: () => signal?.removeEventListener('abort', stop) };
}
