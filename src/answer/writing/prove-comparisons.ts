/** Proves which of two regions or years a sentence says to be higher, by the figures that code chose for each. */

import type { Proof } from './proof.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { NamedPlace } from './sentence-places.ts';

const HIGHER = '高于|多于|大于|高过|高出|多出|优于|胜过|领先';
const LOWER = '低于|少于|小于|落后|不及|不如';
/** `A高于B`, `A exceeds B`: words between two places. */
const BETWEEN: readonly (readonly [RegExp, 1 | -1])[] = [
  [
    new RegExp(
      `(?:${HIGHER})|超过(?!\\d)|\\b(?:exceed\\w*|surpass\\w*|ahead of|(?:higher|more|greater|larger|better) than)\\b`,
      'i',
    ),
    1,
  ],
  [new RegExp(`(?:${LOWER})|\\b(?:trail\\w*|behind|below|(?:lower|less|fewer|smaller) than)\\b`, 'i'), -1],
];
/** `A比B高`: what stands behind the second place. */
const BEHIND: readonly (readonly [RegExp, 1 | -1])[] = [
  [/^[^,，。;；]{0,16}?(?:高|多|强|大)(?![^,，。]{0,2}[低少])/, 1],
  [/^[^,，。;；]{0,16}?(?:低|少|小)/, -1],
];
/** `A更高`, `A has the higher rate`. */
const ALONE: readonly (readonly [RegExp, 1 | -1])[] = [
  [
    /更高|较高|最高|更多|较多|最多|居首|排在首位|\b(?:the )?(?:higher|highest|most|larger|largest|greater)\b(?! than)/i,
    1,
  ],
  [
    /更低|较低|最低|更少|较少|最少|居末|\b(?:the )?(?:lower|lowest|fewest|least|smaller|smallest)\b(?! than)/i,
    -1,
  ],
];

/** What a sentence says the wrong way round. */
export function proveComparisons(text: string, places: readonly NamedPlace[], proof: Proof): NumberFault[] {
  const values = valuesOf(proof);
  if (values.size < 2) return [];
  const own = places.filter(({ reports }) => reports.some(({ id }) => values.has(id)));
  return [...pairs(text, own), ...alone(text, own)].flatMap(([place, other, sign]): NumberFault[] => {
    const value = valueAt(place, text, values);
    const others = other
      ? [valueAt(other, text, values)]
      : [...values].filter(([id]) => !idsOf(place).includes(id)).map(([, one]) => one);
    if (value === undefined || others.every((one) => one === undefined || Math.sign(value - one) === sign))
      return [];
    return [{ kind: 'measure', detail: `${place.text} is not the ${sign > 0 ? 'higher' : 'lower'} one` }];
  });
}

type Claim = readonly [NamedPlace, NamedPlace | undefined, 1 | -1];

function pairs(text: string, places: readonly NamedPlace[]): Claim[] {
  return places.flatMap((place, index): Claim[] => {
    const next = places[index + 1];
    if (!next || next.reports[0] === place.reports[0]) return [];
    const between = text.slice(place.end, next.start);
    if (/[。;；]/.test(between)) return [];
    const [, sign] = BETWEEN.find(([words]) => words.test(between)) ?? [];
    if (sign) return [[place, next, sign]];
    if (!/比(?:起|较)?[^,，。]{0,4}$/.test(between)) return [];
    const [, behind] = BEHIND.find(([words]) => words.test(text.slice(next.end))) ?? [];
    return behind ? [[place, next, behind]] : [];
  });
}

function alone(text: string, places: readonly NamedPlace[]): Claim[] {
  return ALONE.flatMap(([words, sign]): Claim[] => {
    const match = words.exec(text);
    if (!match) return [];
    const isBehind = /^(?:的)?(?:是|为)/.test(text.slice(match.index + match[0].length));
    const place = isBehind
      ? places.find(({ start }) => start > match.index)
      : places.findLast(({ end }) => end <= match.index);
    return place ? [[place, undefined, sign]] : [];
  });
}

/** The one figure that code chose for each report, by its id; nothing where it chose several, or of several units. */
function valuesOf({ required, evidence }: Proof): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { value, citation } of required) {
    const report = evidence[citation ?? -1]?.citation.report;
    if (report === undefined || values.has(report)) return new Map();
    values.set(report, value);
  }
  return new Set(required.map(({ unit }) => unit)).size === 1 ? values : new Map();
}

function idsOf({ reports }: NamedPlace): readonly string[] {
  return reports.map(({ id }) => id);
}

/** Of a region with several years the one whose year follows. */
function valueAt(place: NamedPlace, text: string, values: ReadonlyMap<string, number>): number | undefined {
  const { reports, end } = place;
  const year = /^[^\d]{0,12}((?:19|20)\d\d)/.exec(text.slice(end))?.[1];
  const meant = reports.length > 1 ? reports.filter((report) => String(report.year) === year) : reports;
  return meant.length === 1 ? values.get(meant[0]!.id) : undefined;
}
