/** Has the model write once, and proves what it writes while it comes and when it is whole. */
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { type ChatModel, ModelError, type TokenUsage } from '../../model/chat-model.ts';
import type { AskOptions } from '../assistant.ts';
import type { Fault, Proof } from './proof.ts';
import { proveSentence, proveText, splitProse } from './prove-text.ts';

/** What the model is asked, and what its text is proved against. */
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

/** What came of asking the model once. */
export interface Round {
  readonly text: string;
  /** None: it may be sent. */
  readonly faults: readonly Fault[];
  readonly usage: TokenUsage;
  readonly ms: number;
}

/** Characters; a model that has written more in one round does not come to an end, and no reply is half as long. */
const ENDLESS = 12_000;

/** Characters; what goes on without an end to its sentence is not shown, and not read again with every token. */
const LONGEST_SENTENCE = 2000;

/**
 * One text of the model.
 *
 * @throws ModelError where there is none, or no end of it; `model-stopped` as soon as the signal is aborted.
 */
export async function writeRound(request: RoundRequest): Promise<Round> {
  const { model, prompt, values, proof, user, signal, whileWaiting } = request;
  const watch = watchSentences(request);
  const stopped = stopOn(signal);
  const endless = new AbortController();
  const ends = signal ? AbortSignal.any([signal, endless.signal]) : endless.signal;
  let length = 0;
  try {
    const onText = (piece: string) => {
      length += piece.length;
      if (length > ENDLESS) endless.abort();
      if (!ends.aborted) watch(piece);
    };
    const write = () =>
      Promise.race([model.write({ prompt, values, user, signal: ends, onText }), stopped.rejects]);
    const { text, usage, ms } = await (whileWaiting ? whileWaiting(write) : write());
    return { text, usage, ms, faults: proveText(text, proof) };
  } catch (error) {
    if (!endless.signal.aborted || signal?.aborted) throw error;
    throw new ModelError('model-unreadable', 'The model wrote without end');
  } finally {
    stopped.end();
  }
}

/** Proves each sentence as soon as it is whole; only what stands behind the last one is read again. */
function watchSentences({ proof, onProved }: RoundRequest): (piece: string) => void {
  let proved = '';
  let rest = '';
  let isFaulty = false;
  return (piece) => {
    if (isFaulty) return;
    rest += piece;
    const before = proved.length;
    for (const sentence of splitProse(rest, false)) {
      isFaulty = proveSentence(sentence, proof).length > 0;
      if (isFaulty) break;
      proved += sentence;
      rest = rest.slice(sentence.length);
    }
    isFaulty ||= rest.length > LONGEST_SENTENCE;
    if (proved.length > before) onProved(proved);
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
