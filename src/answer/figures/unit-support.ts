/** Whether a figure is counted in what the measure that is asked for is counted in. */
import type { Indicator } from '../../language/lexicon.ts';
import { areInterchangeable, kindOfUnit, type UnitKind } from '../../report/measure-words.ts';
import { asksForChange } from '../../retrieval/asked-figure.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import type { Ask, Question } from '../../retrieval/question.ts';
import type { ScoredFigure } from '../../retrieval/score-figures.ts';
import { kindsOf } from './indicator-units.ts';

/** Kinds of units that nothing else can stand for. */
const MEASURED: ReadonlySet<UnitKind> = new Set([
  'share',
  'money',
  'time',
  'score',
  'weight',
  'area',
  'length',
]);
/** Measure words of anything: they do not say that 一家 or 一件 could stand there. */
const GENERAL = new Set(['个', '项', '条']);

/** What the one indicator that is asked for is counted in: a rate in percent, bodies in 家 and not in 件. */
export function isOfKind(
  { figure, prepared }: ScoredFigure,
  ask: Ask,
  { normal, indicators, asks, language }: Question,
  terms: readonly FittedTerm[],
): boolean {
  const printed = kindOfUnit(figure.unit);
  const isMeasured = (kind: UnitKind) => MEASURED.has(kind);
  if (ask.unit !== undefined && printed !== undefined && printed !== ask.unit)
    if (isMeasured(ask.unit) || isMeasured(printed)) return false;
  const [indicator, other] = indicators;
  if (!indicator || other || asks.length > 1) return true;
  if (ask.unit !== undefined)
    return printed === undefined || printed === ask.unit || isCountedIn(indicator, figure.unit);
  if (prepared.isChange) return asksForChange(normal, ask);
  // A follow-up (how many of them …) only carries the name of the last question along.
  const isHead = terms.some(
    ({ term }) => term.kind === 'indicator' && /^how many $/i.test(normal.slice(ask.at, term.start)),
  );
  if (language === 'en' && !isHead) return true;
  return isCountedIn(indicator, figure.unit);
}

function isCountedIn(indicator: Indicator, unit: string): boolean {
  const printed = kindOfUnit(unit);
  const kinds = kindsOf(indicator);
  if (printed === undefined || kinds.size === 0) return indicator.kind !== 'rate';
  if (kinds.has(printed)) return true;
  if (indicator.kind !== 'count' || MEASURED.has(printed)) return false;
  const telling = indicator.units.filter((one) => !GENERAL.has(one));
  return (telling.length > 0 ? telling : indicator.units).some((one) => areInterchangeable(one, unit));
}
