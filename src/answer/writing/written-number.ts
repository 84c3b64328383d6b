/** A number as a written text states it, in either language. */
import type { Precision } from '../../report/report.ts';

/** A number with its place in the text, what it counts, and how it is qualified. */
export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  /** 万, 亿, thousand and million multiplied out. */
  readonly value: number;
  readonly upper?: number;
  /** The Chinese measure word where one is written, `%`, `个百分点`, `元`; else empty. */
  readonly unit: string;
  /** What an English text counts by it (`applications`), in small letters; empty where it says nothing. */
  readonly noun: string;
  readonly precision: Precision;
}
