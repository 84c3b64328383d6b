/**
 * Measures of the lexicon that a report names, or names by a short name, without stating a figure for them: judged by
 * where names and figures stand alone, apart from how answers are found.
 */
import { kindsOf } from '../../src/answer/figures/indicator-units.ts';
import { splitClauses } from '../../src/language/clauses.ts';
import { type Indicator, lexicon } from '../../src/language/lexicon.ts';
import type { FullReport } from '../../src/library/stored-report.ts';
import { kindOfUnit, type UnitKind } from '../../src/report/measure-words.ts';

/** A clause with what its figures and those of the next clause are counted in. */
interface Clause {
  readonly text: string;
  readonly kinds: ReadonlySet<UnitKind | undefined>;
}

/** The indicators that the report names where no figure of a kind they are counted in stands in that clause or the next. */
export function namedWithoutFigure(report: FullReport): Indicator[] {
  const clauses = clausesOf(report);
  const all = clauses.map(({ text }) => text).join('\n');
  return lexicon().indicators.filter((indicator) => {
    const names = namesOf(indicator);
    if (!names.some((name) => all.includes(name))) return false;
    const inside = longerNames(names, indicator);
    return clauses.every(
      ({ text, kinds }) => !standsFree(names, inside, text) || !hasKindOf(indicator, kinds),
    );
  });
}

function namesOf({ zh, weak }: Indicator): readonly string[] {
  return [...zh, ...(weak ?? [])];
}

/** The names of other indicators that have one of these inside, longest first. */
function longerNames(names: readonly string[], indicator: Indicator): string[] {
  return lexicon()
    .indicators.filter((other) => other !== indicator)
    .flatMap(({ zh }) => zh)
    .filter((other) => !names.includes(other) && names.some((name) => other.includes(name)))
    .sort((a, b) => b.length - a.length);
}

/** Whether one of the names stands in the text outside the longer names of others. */
function standsFree(names: readonly string[], longer: readonly string[], text: string): boolean {
  if (!names.some((name) => text.includes(name))) return false;
  const rest = longer.reduce((left, other) => left.replaceAll(other, '_'), text);
  return names.some((name) => rest.includes(name));
}

function hasKindOf(indicator: Indicator, kinds: ReadonlySet<UnitKind | undefined>): boolean {
  const own = kindsOf(indicator);
  if (own.size === 0 || kinds.has(undefined)) return kinds.size > 0;
  return [...kinds].some((kind) => kind !== undefined && own.has(kind));
}

function clausesOf(report: FullReport): Clause[] {
  return report.paragraphs.flatMap((paragraph) => {
    const figures = report.figures.filter((figure) => figure.paragraph === paragraph.number);
    if (paragraph.row) {
      const labels = figures.map(({ label, unit, headed = '' }) => ({
        text: label,
        kinds: new Set([kindOfUnit(unit || headed)]),
      }));
      return [
        { text: [...paragraph.chain, paragraph.text].join('\n'), kinds: new Set<undefined>() },
        ...labels,
      ];
    }
    const spans = splitClauses(paragraph.text);
    const kindsIn = spans.map(({ start, end }) =>
      figures.filter((one) => one.start >= start && one.start < end).map(({ unit }) => kindOfUnit(unit)),
    );
    return spans.map(({ start, end }, index) => ({
      text: paragraph.text.slice(start, end),
      kinds: new Set([...kindsIn[index]!, ...(kindsIn[index + 1] ?? [])]),
    }));
  });
}
