/**
 * Checks a reply against the reports before it is sent: every citation is the report's own words, every figure
 * stands in its cited paragraph, and nothing in the text is a number of its own.
 */
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { foldWidth, scanNumbers } from '../report/scan-numbers.ts';
import type { Answer, Citation, StatedFigure } from './answer.ts';
import { fullName } from './place.ts';

/** Something in a reply that the reports do not bear out. */
export interface Violation {
  readonly kind: 'citation' | 'quote' | 'figure' | 'unit' | 'region' | 'year' | 'number';
  readonly detail: string;
}

/**
 * Everything in the answer that cannot be proved; empty when it may be sent.
 *
 * @param asked - The question's text: its own numbers may be repeated.
 */
export function checkAnswer(answer: Answer, library: Library, asked: string): Violation[] {
  return [
    ...answer.citations.flatMap((citation) => checkCitation(citation, library)),
    ...answer.figures.flatMap((figure) => checkFigure(figure, answer, library)),
    ...checkPlaces(answer, library.reports()),
    ...checkNumbers(answer, library.reports(), asked),
  ];
}

function checkCitation(citation: Citation, library: Library): Violation[] {
  const report = library.report(citation.report);
  if (!report) return [{ kind: 'citation', detail: `no report "${citation.report}"` }];
  const violations: Violation[] = [];
  if (report.region !== citation.region)
    violations.push({ kind: 'region', detail: `"${citation.region}" for "${report.region}"` });
  if (report.year !== citation.year)
    violations.push({ kind: 'year', detail: `${citation.year} for ${report.year}` });
  const paragraph = report.paragraphs[citation.paragraph - 1];
  const printed =
    citation.paragraph === 0
      ? report.metadata.some((line) => line.text === citation.text)
      : paragraph?.text === citation.text ||
        report.sections.some((section) => section.heading === citation.text);
  if (!printed)
    violations.push({
      kind: 'citation',
      detail: `¶${citation.paragraph} is not "${citation.text.slice(0, 40)}"`,
    });
  if (!citation.text.includes(citation.quote))
    violations.push({ kind: 'quote', detail: `"${citation.quote.slice(0, 40)}"` });
  return violations;
}

function checkFigure(figure: StatedFigure, answer: Answer, library: Library): Violation[] {
  if (figure.computed)
    return figure.computed.operands.every((index) => answer.figures[index])
      ? []
      : [{ kind: 'figure', detail: `operands of ${figure.raw}` }];
  const citation = figure.citation === null ? undefined : answer.citations[figure.citation];
  if (!citation) return [{ kind: 'figure', detail: `${figure.raw} has no citation` }];
  if (isOfTable(figure, citation, library)) return [];
  const held = scanNumbers(citation.text).filter((number) => number.value === figure.value);
  if (held.length === 0 || !citation.text.includes(figure.raw))
    return [{ kind: 'figure', detail: `${figure.raw} does not stand in ¶${citation.paragraph}` }];
  return held.some((number) => number.unit === figure.unit)
    ? []
    : [{ kind: 'unit', detail: `${figure.raw} is not in "${figure.unit}"` }];
}

/** A number in a cited row, whose unit stands in the header above it. */
function isOfTable(figure: StatedFigure, citation: Citation, library: Library): boolean {
  const found = library.report(citation.report)?.figures ?? [];
  return found.some(
    ({ paragraph, row, raw, value, unit }) =>
      row !== undefined &&
      paragraph === citation.paragraph &&
      raw === figure.raw &&
      value === figure.value &&
      unit === figure.unit,
  );
}

/** A reply with proof names the region and year of its proof, and of no other report. */
function checkPlaces(answer: Answer, reports: readonly StoredReport[]): Violation[] {
  if (answer.citations.length === 0) return [];
  const cited = new Set(answer.citations.map((citation) => citation.report));
  const violations: Violation[] = [];
  for (const report of reports) {
    if (!cited.has(report.id)) continue;
    if (!answer.text.includes(fullName(report)))
      violations.push({ kind: 'region', detail: `${fullName(report)} is cited and not named` });
    if (!answer.text.includes(String(report.year)))
      violations.push({ kind: 'year', detail: `${report.year} is cited and not named` });
  }
  const lead = answer.text.split('\n', 1)[0] ?? '';
  const foreign = reports.find(
    (report) =>
      lead.includes(fullName(report)) &&
      !answer.citations.some((citation) => citation.region === report.region),
  );
  if (foreign && answer.kind === 'answer')
    violations.push({ kind: 'region', detail: `${fullName(foreign)} is named and not cited` });
  return violations;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** Numbers of the text that stand in no cited paragraph and are not of the typed exceptions. */
function checkNumbers(answer: Answer, reports: readonly StoredReport[], asked: string): Violation[] {
  if (answer.kind === 'help' || (answer.kind === 'list' && answer.citations.length === 0)) return [];
  const sources = [
    asked,
    ...answer.citations.flatMap((citation) => [citation.text, citation.title, ...citation.section]),
    ...answer.figures.filter((figure) => figure.computed).map((figure) => figure.raw),
    ...reports.map((report) => String(report.year)),
  ].map(foldWidth);
  const allowed = new Set([
    ...sources.flatMap((source) => numbersIn(source)),
    ...datesCited(answer.citations, reports),
    String(reports.length),
  ]);
  // Numbers of paragraphs and choices are marked as such.
  const text = foldWidth(`${answer.text}\n${answer.answer}`).replace(/^\d+\. |¶\d+/gm, '');
  return [...text.matchAll(NUMBER)]
    .map((match) => ({ number: plain(match[0]), scale: scaleBehind(text, match.index + match[0].length) }))
    .filter(({ number, scale }) => {
      // 605万 is not borne out by 605.
      const isPrinted =
        allowed.has(number) && (scale === '' || sources.some((one) => plain(one).includes(number + scale)));
      return !isPrinted && !isConversion(number, scale, answer.figures);
    })
    .map(({ number }) => ({ kind: 'number', detail: `${number} stands in no cited paragraph` }));
}

/** 2020-04-01 may be said as 2020年4月1日 where the line that prints it is cited. */
function datesCited(citations: readonly Citation[], reports: readonly StoredReport[]): string[] {
  const cited = new Set(citations.filter(({ paragraph }) => paragraph === 0).map(({ report }) => report));
  return reports
    .filter(({ id }) => cited.has(id))
    .flatMap(({ issued, published }) => [issued, published])
    .flatMap((date) => (date ?? '').split('-'))
    .flatMap((part) => [part, String(Number(part))]);
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map((match) => plain(match[0]));
}

const plain = (number: string) => number.replaceAll(',', '');

function scaleBehind(text: string, end: number): string {
  const [, chinese, english] = SCALE.exec(text.slice(end, end + 12)) ?? [];
  return chinese ?? english ?? '';
}

/** Behind a number, the longest first; `千克` and `千米` have no scale. */
const SCALE = /^\s?(?:(万亿|亿|万|千(?![克米瓦]))|(thousand|million|billion|trillion)\b)/i;
const SCALES: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/**
 * Whether a number with the scale behind it is a stated figure in another form: `191 million`, `19,100万` or
 * `191,000,000` for 1.91亿.
 *
 * A scale cannot be left out or added: `1.91` alone, or `191` before another word, is none of these.
 */
function isConversion(number: string, scale: string, figures: readonly StatedFigure[]): boolean {
  const value = Number(number) * (SCALES[scale.toLowerCase()] ?? 1);
  return figures.some((figure) => Math.abs(figure.value - value) < 1e-8 * Math.max(1, value));
}
