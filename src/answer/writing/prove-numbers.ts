/** Proves each number of a sentence: it stands in a paragraph that it is attached to, in its unit, as exactly. */
import { type Borne, bearOut, isSame } from './bear-out-number.ts';
import type { FaultKind, Proof } from './proof.ts';
import { isNaming, namesStand } from './prove-naming.ts';
import { readNumbers } from './read-numbers.ts';
import type { Source } from './read-sources.ts';
import type { Statement } from './read-statements.ts';
import type { WrittenNumber } from './written-number.ts';

/** A number of a sentence and the figures of its evidence that bear it out; more than one where it is printed twice. */
export interface ProvedNumber {
  readonly number: WrittenNumber;
  readonly statement: Statement;
  readonly borne: Borne;
}

/** What a number lacks. */
export interface NumberFault {
  readonly kind: FaultKind;
  readonly detail: string;
}

/** Proves the numbers of one statement. */
export function proveNumbers(
  text: string,
  statement: Statement,
  sources: readonly Source[],
  proof: Proof,
): { readonly proved: readonly ProvedNumber[]; readonly faults: readonly NumberFault[] } {
  const proved: ProvedNumber[] = [];
  const faults: NumberFault[] = [];
  const numbers = readNumbers(text, proof.language);
  for (const [index, number] of numbers.entries()) {
    if (number.start < statement.start || number.start >= statement.end) continue;
    if (isOfName(text, number) || countsReports(text, number, sources)) continue;
    if (isComputed(number, text, statement, proof)) continue;
    if (isNaming(text, number, proof.language)) {
      // `nearly 9 November`
      const kind =
        number.precision === 'exact' ? namesStand(text, number, sources, proof.language) : 'precision';
      if (kind) faults.push(describe(kind, text, number, statement));
      continue;
    }
    const result = bearOut(
      text,
      withUnitBehind(text, number, numbers[index + 1]),
      sources,
      proof.language,
      proved.flatMap(({ borne }) => borne),
    );
    if (typeof result === 'string') faults.push(describe(result, text, number, statement));
    else if (result.length > 0) proved.push({ number, statement, borne: result });
  }
  return { proved, faults };
}

/** Characters around a number in which that is said. */
const NEAR = { zh: 10, en: 45 } as const;
/** How a text speaks of what was computed from other figures. */
const COMPUTES =
  /相差|差距|之差|[高低多少增减升降超]|合计|相加|之和|计算|算|占|倍|\b(?:differ\w*|gap|higher|lower|more|fewer|less|greater|ahead|behind|above|below|increas\w*|decreas\w*|r[io]se|f[ae]ll|grew|up|down|sum|total|add\w*|share|ratio|times|comput\w*|calculat\w*|work\w* out)\b/i;

/** Whether a number is one that code computed, said as such. */
export function isComputed(
  number: WrittenNumber,
  text: string,
  statement: Statement,
  { computed, language }: Proof,
): boolean {
  const from = Math.max(statement.start, number.start - NEAR[language]);
  const to = Math.min(statement.end, number.end + NEAR[language]);
  return (
    computed.some(
      ({ value, unit }) => isSame(value, number.value) && (unit === number.unit || number.unit === ''),
    ) && COMPUTES.test(text.slice(from, to))
  );
}

/** `fifty to three hundred yuan`, `twenty out of two hundred points`: the unit is said behind the second number. */
function withUnitBehind(text: string, number: WrittenNumber, next: WrittenNumber | undefined): WrittenNumber {
  if (!next || number.unit !== '' || number.noun !== '') return number;
  const isJoined = /^\s*(?:to|and|or|out of|–|-)\s*$/.test(text.slice(number.end, next.start));
  return isJoined ? { ...number, unit: next.unit, noun: next.noun } : number;
}

/** The “three zeros” campaign, 没有一件败诉: no count. */
function isOfName(text: string, { start, end }: WrittenNumber): boolean {
  const [name] = text.slice(0, start).match(/["“][^"”]{0,40}$/) ?? [];
  const [rest] = text.slice(end).match(/^[^"“”]{0,40}["”]/) ?? [];
  const words = `${name ?? ''}${text.slice(start, end)}${rest ?? ''}`;
  if (
    name !== undefined &&
    rest !== undefined &&
    !/[\d\u3400-\u9fff]/.test(words) &&
    words.split(/\s+/).length <= 5
  )
    return true;
  return /^一/.test(text.slice(start)) && /(?:没有|无|未有)$/.test(text.slice(0, start));
}

/** `两份报告`, `the two districts`: as many as are cited. */
function countsReports(
  text: string,
  { value, end, start }: WrittenNumber,
  sources: readonly Source[],
): boolean {
  if (value !== new Set(sources.map(({ report }) => report.id)).size || value < 2) return false;
  return /^(?:[份个]?(?:报告|地区?|区县?)|\s(?:reports|districts|regions|places|counties|cities)\b)/.test(
    text.slice(end - (/[份个]$/.test(text.slice(start, end)) ? 1 : 0)),
  );
}

function describe(
  kind: FaultKind,
  text: string,
  { start, end }: WrittenNumber,
  { cited }: Statement,
): NumberFault {
  const words = text.slice(start, Math.min(text.length, end + 12)).trim();
  const where = cited.map((number) => `[${number}]`).join('');
  const why: Partial<Record<FaultKind, string>> = {
    figure: `“${words}” does not stand in ${where || 'any paragraph cited'}`,
    unit: `“${words}” has another unit in ${where}`,
    precision: `“${words}” is printed with another qualifier (余, 约, 超, 近 …) or without one in ${where}`,
    date: `the date “${words}” does not stand in ${where}`,
    year: `the year “${words}” is not that of ${where}`,
    document: `the number “${words}” does not stand in ${where}`,
  };
  return { kind, detail: why[kind] ?? `“${words}”` };
}
