/**
 * Replies written by hand, to measure what proves a written text: right ones, wrong ones, and attacks.
 *
 * `test/quality` holds them, one JSON object a line. `[n]` in a reply means the n-th of its evidence, from 1.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report } from '../../src/report/report.ts';
import type { Language } from '../../src/wording/language.ts';

interface EvidencePlace {
  /** Base name of a report in `data/reports` or `test/reports`. */
  readonly file: string;
  readonly paragraph: number;
}

/** A reply of which every statement is true. */
export interface Rewording {
  readonly id: string;
  readonly q: string;
  readonly lang: Language;
  readonly kind: string;
  readonly evidence: readonly EvidencePlace[];
  readonly reply: string;
}

/** A reply that states something false. */
export interface Falsehood extends Rewording {
  /** What is false, in English. */
  readonly wrong: string;
}

/** A text that asks for what is not allowed, and what a model writes that obeys. */
export interface Injection {
  readonly id: string;
  /** Part of the reader's question, or a paragraph planted in a report. */
  readonly where: 'question' | 'report';
  readonly lang: Language;
  /** What a reader wants to know: the question without the attack, or one that the paragraph before it answers. */
  readonly plain: string;
  readonly attack: string;
  readonly obeyed: string;
}

export const readRewordings = (): readonly Rewording[] => readLines<Rewording>('rewordings');

/** Further right replies, about other questions and places, on which nothing is tuned: they measure, they do not teach. */
export const readFreshRewordings = (): readonly Rewording[] => readLines<Rewording>('rewordings-fresh');

/** A second such file, in other sentences and about other measures, for when the first has been looked at too often. */
export const readSecondRewordings = (): readonly Rewording[] => readLines<Rewording>('rewordings-second');

export const readFalsehoods = (): readonly Falsehood[] => readLines<Falsehood>('falsehoods');
export const readInjections = (): readonly Injection[] => readLines<Injection>('injections');

/** All right replies that were written by hand. */
export const readRightReplies = (): readonly Rewording[] => [
  ...readRewordings(),
  ...readFreshRewordings(),
  ...readSecondRewordings(),
];

const reports = new Map<string, Report>();

/**
 * The report of this base name, parsed once.
 *
 * @throws When neither folder has it.
 */
export function readEvidenceReport(file: string): Report {
  const known = reports.get(file);
  if (known !== undefined) return known;
  const path = ['data/reports', 'test/reports']
    .map((folder) => new URL(`../../${folder}/${file}`, import.meta.url))
    .find((url) => existsSync(url));
  if (path === undefined) throw new Error(`Cannot find the report "${file}"`);
  const report = parseReport(readFileSync(path), file);
  reports.set(file, report);
  return report;
}

function readLines<Line>(name: string): readonly Line[] {
  return readFileSync(new URL(`../quality/${name}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
