/** What a chat remembers of each question and reply: enough to complete the next question, no more. */
import type { Language } from '../wording/language.ts';

/** A place in a report that a reply cited. */
export interface Place {
  /** Id of the report. */
  readonly report: string;
  /** From 1; 0 for metadata lines. */
  readonly paragraph: number;
  /** The words cited; cut at 300 characters. */
  readonly quote: string;
  /** A heading that was cited alone, as its only text. */
  readonly heading?: string;
}

/** One question as it was understood whole, and what came back. */
export interface Turn {
  /** Normal form of the message, without what names region and year. */
  readonly own: string;
  /** The texts that made the whole question: its own first, then those it inherited, nearest first. */
  readonly texts: readonly string[];
  /** Ids of the reports it was about; empty where it was about none. */
  readonly reports: readonly string[];
  readonly kind: string;
  readonly language: Language;
  /** The best first. */
  readonly places: readonly Place[];
  /** The first figure of the reply, as printed. */
  readonly figure?: string;
  /** Ids of the reports offered as choices, in the order shown. */
  readonly choices?: readonly string[];
}

/** All that is remembered of one chat, oldest turn first. */
export interface ChatState {
  /** The message that opened the chat: repeated word for word it starts over. */
  readonly opening: string;
  readonly turns: readonly Turn[];
}

/** A chat of which nothing is remembered. */
export const EMPTY_CHAT: ChatState = { opening: '', turns: [] };
