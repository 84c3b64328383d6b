/** What became of the replies that a model was asked to write, counted since the start: for metrics and health. */
import type { ModelState } from '../model/chat-model.ts';

/** Counts since the start; nothing that anybody asked or wrote. */
export interface ModelReport {
  /** Name of the model, without its endpoint. */
  readonly name: string;
  /** How the model is doing now. */
  readonly state: ModelState;
  /** Replies sent as the model wrote them, at its first try. */
  readonly written: number;
  /** Replies taken from what it wrote earlier to the same question and evidence. */
  readonly cached: number;
  /** Replies sent as it wrote them when told what was wrong with the first try. */
  readonly repaired: number;
  /** Replies composed from the reports' own words instead, by reason: a `ModelErrorCode`, or `unproved`. */
  readonly composed: Readonly<Record<string, number>>;
  /** What was wrong with texts that it wrote, by `FaultKind`; also of those that were repaired. */
  readonly faults: Readonly<Record<string, number>>;
  /** Tokens of all requests, also of those that came to nothing. */
  readonly tokens: { readonly input: number; readonly output: number };
  /** Milliseconds that all replies of `written` and `repaired` took to write, together. */
  readonly ms: number;
}
