/** An assistant that writes as it goes: tests show its drafts and let it finish; a stop makes it answer at once. */
import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions } from '../../src/answer/assistant.ts';
import type { ModelReport } from '../../src/answer/model-report.ts';
import type { Conversation } from '../../src/conversation/create-conversation.ts';
import { createFixedAssistant, makeRefusal } from './fixed-assistant.ts';
import { openWaitingLine } from './wait-in-order.ts';

/** A question that is being written. */
interface Writing {
  readonly question: string;
  readonly options: AskOptions;
  /** Shows what is written so far. */
  readonly show: (text: string) => void;
  /** Ends with this text, `写完：` and the question unless given. */
  readonly finish: (text?: string) => void;
  readonly fail: (error: Error) => void;
}

export interface WritingAssistant {
  readonly assistant: Conversation;
  /** The next question that is asked, in order. */
  nextWriting(): Promise<Writing>;
}

const report: ModelReport = {
  name: 'writer-1',
  state: { state: 'ready', name: 'writer-1' },
  written: 0,
  cached: 0,
  repaired: 0,
  composed: {},
  faults: {},
  tokens: { input: 0, output: 0 },
  ms: 0,
};

/** Writes every question until it is told to finish; `原文：` and the question is what a stopped one is answered. */
export function createWritingAssistant(): WritingAssistant {
  const line = openWaitingLine<Writing>('question to the assistant');
  const ask = (question: string, _chat?: string, options: AskOptions = {}): Promise<Answer> => {
    const write = () =>
      new Promise<Answer>((resolve, reject) => {
        const compose = () => resolve(makeRefusal(`原文：${question}`));
        options.signal?.addEventListener('abort', compose, { once: true });
        line.push({
          question,
          options,
          show: (text) => options.onDraft?.(text),
          finish: (text = `写完：${question}`) => resolve(makeRefusal(text)),
          fail: reject,
        });
        if (options.signal?.aborted) compose();
      });
    return options.whileWaiting ? options.whileWaiting(write) : write();
  };
  return {
    assistant: { ...createFixedAssistant(), ask, model: () => report },
    nextWriting: () => line.next(15_000),
  };
}
