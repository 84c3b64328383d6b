/**
 * Looks one measure up in one report, strictly: a comparison says 未提及 rather than show a figure of something else.
 */
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { kindOfUnit, type UnitKind, unitsAgree } from '../../report/measure-words.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchZones } from '../../retrieval/match-terms.ts';
import { type ReportEvidence, retrieveFrom } from '../../retrieval/retrieve.ts';
import { type ScoredFigure, scoreFigures } from '../../retrieval/score-figures.ts';
import { FIGURE_SUPPORT } from '../figures/bear-out.ts';
import { isOfOtherStage } from '../figures/head-support.ts';
import { isNamed } from '../figures/name-support.ts';
import type { Measure } from './compare-measures.ts';

/** A figure of a report that gives a measure. */
export interface Value {
  readonly report: StoredReport;
  readonly measure: Measure;
  readonly found: ScoredFigure;
  /** The report's own name for the measure. */
  readonly printed: string;
}

/** A side and its value; without one where the report is silent. */
export interface Row {
  readonly report: StoredReport;
  readonly measure: Measure;
  readonly value?: Value;
}

const LEAST_SCORE = 0.3;
const CONSIDERED = 8;
/** Nearness at which a further word of the measure counts in full, and the share of them that is needed. */
const BESIDE = 0.4;
const BORNE = 0.6;
const WHOLE = 0.9;
const ASKS_CHANGE = /百分点|[增升降涨跌]幅|percentage points?/i;

/** The figure that gives the measure in the evidence of one report; `undefined` when none clearly does. */
function findValue(
  measure: Measure,
  { report, evidence, terms }: ReportEvidence,
  unit?: UnitKind,
  isLevel = false,
): Value | undefined {
  const [own] = measure.question.asks;
  if (!own) return undefined;
  const ask = unit === undefined ? own : { at: own.at, unit };
  const scored = scoreFigures(
    measure.question,
    ask,
    terms,
    evidence.map((one) => one.prepared),
  );
  const found = scored
    .slice(0, CONSIDERED)
    .find(
      (one) =>
        one.score >= LEAST_SCORE &&
        !(isLevel && one.prepared.isChange) &&
        one.support >= FIGURE_SUPPORT &&
        answersUnit(ask.unit, measure, one) &&
        isBorne(terms, one) &&
        !isOfOtherStage(terms, one.prepared),
    );
  return found && { report, measure, found, printed: printedName(terms, found) };
}

/** Looks every row up; where sides give one measure in several kinds (a count, a rate), all are looked up in one. */
export async function findRows(
  library: Library,
  wanted: readonly { readonly report: StoredReport; readonly measure: Measure }[],
): Promise<{ rows: Row[]; sources: ReportEvidence[] }> {
  const found: { row: Row; readonly source: ReportEvidence }[] = [];
  for (const { report, measure } of wanted) {
    const [source] = await retrieveFrom(library, measure.question, [report]);
    if (source) found.push({ row: withValue({ report, measure }, findValue(measure, source)), source });
  }
  const measures = new Set(found.map(({ row }) => row.measure));
  for (const one of found) {
    // A level of one year and a change of another do not compare: 14.56% and 下降3.22个百分点.
    const ofMeasure = found.filter(({ row }) => row.measure === one.row.measure);
    const isMixed = ofMeasure.some(({ row }) => row.value && !row.value.found.prepared.isChange);
    if (isMixed && one.row.value?.found.prepared.isChange)
      one.row = withValue(
        { report: one.row.report, measure: one.row.measure },
        findValue(one.row.measure, one.source, undefined, true),
      );
  }
  const agreed = new Map(
    [...measures].flatMap((measure) => agree(found.filter(({ row }) => row.measure === measure))),
  );
  return { rows: found.map(({ row }) => agreed.get(row) ?? row), sources: found.map(({ source }) => source) };
}

/** The kind of unit that most sides can give, a share where two kinds tie. */
function agree(found: readonly { readonly row: Row; readonly source: ReportEvidence }[]): [Row, Row][] {
  const kindOf = (row: Row) => (row.value ? kindOfUnit(row.value.found.figure.unit) : undefined);
  const kinds = [...new Set(found.flatMap(({ row }) => kindOf(row) ?? []))];
  const [first] = kinds;
  if (first === undefined || kinds.every((kind) => unitsAgree(first, kind))) return [];
  const tries = kinds.map((kind) =>
    found.map(({ row, source }): [Row, Row] => [
      row,
      kindOf(row) === kind
        ? row
        : withValue({ report: row.report, measure: row.measure }, findValue(row.measure, source, kind)),
    ]),
  );
  const given = (rows: readonly [Row, Row][]) => rows.filter(([, row]) => row.value).length;
  return tries.sort(
    (a, b) =>
      given(b) - given(a) ||
      Number(kinds[tries.indexOf(b)] === 'share') - Number(kinds[tries.indexOf(a)] === 'share'),
  )[0]!;
}

function withValue(
  row: { readonly report: StoredReport; readonly measure: Measure },
  value: Value | undefined,
): Row {
  return value ? { ...row, value } : row;
}

/** 96个专职调解员 answers how many persons. */
function answersUnit(
  asked: UnitKind | undefined,
  { kinds, question }: Measure,
  { figure }: ScoredFigure,
): boolean {
  const printed = kindOfUnit(figure.unit);
  // 败诉率8.3%,较上年下降3.9个百分点: the change is not the rate.
  if (/百分点/.test(figure.unit) && !ASKS_CHANGE.test(question.normal)) return false;
  if (kinds && kinds.size > 0 && (printed === undefined || !kinds.has(printed))) return false;
  // 7200余人次 were trained, not employed.
  if (
    asked === 'person' &&
    /次/.test(figure.unit) &&
    !/次|训|参|讲|学|train|attend|visit/i.test(question.normal)
  )
    return false;
  if (figure.unit === '') return asked === undefined || asked === 'person' || asked === 'thing';
  return asked === undefined || unitsAgree(asked, printed) || (asked === 'person' && figure.unit === '个');
}

/** Every name of the measure, and most of its other words, stand beside the figure. */
function isBorne(terms: readonly FittedTerm[], { prepared }: ScoredFigure): boolean {
  let total = 0;
  let borne = 0;
  for (const fitted of terms) {
    const { term } = fitted;
    const isName = term.kind === 'indicator' || term.kind === 'quoted';
    if (
      isName &&
      !isNamed(fitted, prepared, terms) &&
      !terms.some(
        (other) => other !== fitted && isAlternative(term.start, term.end, other) && isNamed(other, prepared),
      )
    )
      return false;
    const weight =
      term.weight * (isName ? 2 : fitted.found === 'absent' && /[a-z]/i.test(term.surface) ? 0.4 : 1);
    total += weight;
    borne += weight * (isName ? 1 : Math.min(1, matchZones(fitted, prepared.zones) / BESIDE));
  }
  // An English phrase that was understood as a whole outweighs its single words, which are guesses.
  const whole = terms.some(
    ({ term, ...fitted }) =>
      term.kind === 'word' &&
      term.surface.trim().split(/\s+/).length >= 3 &&
      /^[\x20-\x7e]+$/.test(term.surface) &&
      matchZones({ term, ...fitted }, prepared.zones) >= WHOLE,
  );
  return total > 0 && borne / total >= (whole ? BORNE / 2 : BORNE);
}

/** 集中学法(常务会议学法): the other name in brackets suffices. */
function isAlternative(start: number, end: number, other: FittedTerm): boolean {
  const gap = other.term.start >= end ? other.term.start - end : start - other.term.end;
  return gap >= 1 && gap <= 2 && (other.term.kind === 'indicator' || other.term.kind === 'quoted');
}

/** The name under which the figure is printed: the wording of the main term that stands nearest. */
function printedName(terms: readonly FittedTerm[], { prepared }: ScoredFigure): string {
  const main = [...terms].sort((a, b) => b.weight - a.weight)[0];
  const held =
    main?.wordings.filter((wording) =>
      prepared.zones.slice(0, 3).some((zone) => zone.text.includes(wording.text)),
    ) ?? [];
  return held.sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '';
}
