/** What the chat, the terminal and the scripts talk to: questions in, answers out. */
import type { Answer } from './answer.ts';
import type { ModelReport } from './model-report.ts';

/** One report of the library, as lists show it. */
export interface HeldReport {
  readonly id: string;
  readonly file: string;
  readonly region: string;
  readonly parents: readonly string[];
  readonly year: number;
  readonly title: string;
}

/** How an answer came about, one line each, for `--explain`. */
interface Explained {
  readonly answer: Answer;
  readonly steps: readonly string[];
}

/** How a message is to be answered. */
export interface AskOptions {
  /** The language of the reply, whatever that of the message; a language asked for in words goes before. */
  readonly language?: Answer['language'] | undefined;
  /** The message is a whole request, as a command is: what the chat was about adds nothing to it. */
  readonly isWhole?: boolean | undefined;
  /** Whose tokens of the day a model's reply costs; without it nobody's are counted. */
  readonly user?: string | undefined;
  /** No model is asked, whatever it might add: nobody waits for the reply, or it is thrown away. */
  readonly isOffline?: boolean | undefined;
  /**
   * What waits for another machine is run through it, so that the next question may begin meanwhile; its result comes
   * back when it is this question's turn again.
   */
  readonly whileWaiting?: (<Result>(remote: () => Promise<Result>) => Promise<Result>) | undefined;
  /** Aborting it ends the model's writing: the answer comes at once, composed from the reports' own words. */
  readonly signal?: AbortSignal | undefined;
  /** Told what is written so far by whoever writes the reply as it goes; never after the answer is there. */
  readonly onDraft?: ((text: string) => void) | undefined;
}

/** Answers messages from one library. */
export interface Assistant {
  /**
   * Answers one message.
   *
   * @param chat - Messages with the same chat share memory; without it nothing is remembered.
   */
  ask(question: string, chat?: string, options?: AskOptions): Promise<Answer>;
  /** Answers like `ask` and says how the question was understood, what was searched and why. */
  explain(question: string): Promise<Explained>;
  /** Every report held, by region and year. */
  reports(): readonly HeldReport[];
  /** What a model wrote so far and how it is doing; without it, or where it gives nothing, there is no model. */
  model?(): ModelReport | undefined;
  /** Releases the library; waits for nothing. */
  close(): void;
}
