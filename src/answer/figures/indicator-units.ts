/** What the values of an indicator are counted in. */
import type { Indicator } from '../../language/lexicon.ts';
import { kindOfUnit, type UnitKind } from '../../report/measure-words.ts';

/** The one kind of unit that an indicator has; `undefined` when it has several. */
export function unitOf(indicator: Indicator | undefined): UnitKind | undefined {
  if (!indicator) return undefined;
  if (indicator.kind === 'rate') return 'share';
  if (indicator.kind === 'amount') return 'money';
  if (indicator.kind === 'duration') return 'time';
  if (indicator.kind === 'score') return 'score';
  const kinds = kindsOf(indicator);
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** All kinds of its units. */
export function kindsOf(indicator: Indicator): Set<UnitKind> {
  return new Set(indicator.units.flatMap((unit) => kindOfUnit(unit) ?? []));
}
