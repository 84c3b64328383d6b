/** Proves that a sentence names no other region, and each figure with the region and year that it belongs to. */
import { reportYears } from './prove-naming.ts';
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import type { NamedPlace } from './sentence-places.ts';

/** `the Gulou District government in Nanjing` */
const BESIDE = 22;
const IN_TURN = /分别|依次|\brespectively\b/i;
const IN_PLACE_BEHIND = /^[^,.;，。；\d]{0,60}?\b(?:in|for|of|at|by)\s+(?:the\s+)?$/i;
const SPEAKS_OF_OTHER_YEAR =
  /上年|去年|上一年|同期|往年|前一年|前年|\b(?:previous|prior|last|preceding|earlier|before|year-on-year|compared)\b/i;
const SPEAKS_OF_WHOLE_YEAR =
  /全年|整年|一年(?:共|来|中)|\b(?:whole|full|entire) (?:of )?(?:the )?year|\ball year|\bwhole of (?:the year |20)/i;
const SPEAKS_OF_CHANGE =
  /从|由|上年|去年|上一年|减|压|原来|原有|原先|以前|此前|过去|\b(?:from|instead of|rather than|previous\w*|formerly|before|earlier|used to|original\w*|up|down|against|compared|than)\b/i;
const SPEAKS_OF_PLAN =
  /计划|拟|将|预计|力争|争取|目标|打算|要(?!求)|下一步|明年|\b(?:plan|plans|planned|will|aim|aims|target|targets|expect\w*|intend\w*|goal|going to|to be|wanted|hope\w*|sought|(?:were|was|is|are) to|set to|projected|seek|strive|by \d{4}|next year)\b/i;

/** Places of the sentence that none of its evidence speaks of. */
export function provePlaces(places: readonly NamedPlace[], sources: readonly Source[]): NumberFault[] {
  return places.flatMap((place): NumberFault[] => {
    const { text, reports } = place;
    if (reports.length > 0 || isPrinted(place, sources) || isBesideOwn(place, places)) return [];
    return [{ kind: 'region', detail: `“${text}” is not the region of the paragraphs cited` }];
  });
}

/** Its name stands there; 全省 says Guangdong Province. */
function isPrinted({ text, names, isParent }: NamedPlace, sources: readonly Source[]): boolean {
  const isProvince = isParent && names.some((name) => /[省区]$/.test(name));
  return sources.some((source) => {
    const printed = `${source.text}\n${source.around}`;
    // 鼓楼 of the one is no 鼓楼 of the other.
    const others = names.filter((name) => !source.report.region.includes(name));
    return (
      printed.includes(text.toLowerCase()) ||
      others.some((name) => printed.includes(name)) ||
      (isProvince && /全?省|自治区/.test(source.text))
    );
  });
}

/** `Pingqiao District (Xinyang)`, 信阳市的平桥区: the city or province that a region lies in, named with it. */
function isBesideOwn(place: NamedPlace, places: readonly NamedPlace[]): boolean {
  return (
    place.isParent &&
    places.some(
      ({ reports, start, end }) =>
        reports.length > 0 &&
        ((place.start >= end && place.start - end <= BESIDE) ||
          (start >= place.end && start - place.end <= 8)),
    )
  );
}

/** Years that the sentence gives to a report which is of another. */
export function proveReportYears(text: string, sources: readonly Source[]): NumberFault[] {
  return reportYears(text)
    .filter((year) => !sources.some(({ report }) => report.year === year))
    .map((year) => ({ kind: 'year', detail: `no report cited is of ${year}` }) as const);
}

/** Figures that are said of another region or year than their own. */
export function proveBelonging(
  text: string,
  numbers: readonly ProvedNumber[],
  places: readonly NamedPlace[],
): NumberFault[] {
  const own = places.filter(({ reports }) => reports.length > 0);
  const others = places.filter(({ reports }) => reports.length === 0);
  const inTurn = IN_TURN.test(text) && own.length > 1 && numbers.length % own.length === 0;
  return numbers.flatMap(({ number, borne, statement }, index): NumberFault[] => {
    const words = text.slice(number.start, number.end);
    const place = inTurn ? own[index % own.length] : placeOf(text, number, own);
    // A place that the paragraph names too: only what its sentence says of it.
    const other = place ? undefined : placeOf(text, number, others);
    if (other && !borne.some(({ figure }) => isNamedBeside(other, figure)))
      return [{ kind: 'region', detail: `“${words}” is not the figure of ${other.text}` }];
    const ofPlace = place ? borne.filter(({ source }) => place.reports.includes(source.report)) : borne;
    if (ofPlace.length === 0)
      return [{ kind: 'region', detail: `“${words}” is not the figure of ${place?.text ?? ''}` }];
    const part = text.slice(statement.start, statement.end);
    if (!ofPlace.some(({ source, figure }) => isOfItsYear(text, part, number.start, source, figure)))
      return [{ kind: 'year', detail: `“${words}” is the figure of another year` }];
    if (SPEAKS_OF_WHOLE_YEAR.test(part) && ofPlace.every(({ figure }) => figure.prepared?.figure.period))
      return [{ kind: 'year', detail: `“${words}” is of a part of the year only` }];
    if (!SPEAKS_OF_CHANGE.test(part) && ofPlace.every(({ figure }) => figure.prepared?.aspect === 'before'))
      return [{ kind: 'year', detail: `“${words}” is what it was before a change` }];
    if (!ofPlace.some(({ figure }) => !figure.prepared?.figure.planned || SPEAKS_OF_PLAN.test(text)))
      return [{ kind: 'measure', detail: `“${words}” is planned, not done` }];
    return [];
  });
}

function isNamedBeside({ text, names }: NamedPlace, { prepared }: SourceFigure): boolean {
  const sentence = prepared?.figure.sentence ?? '';
  return [text, ...names].some((name) => sentence.includes(name));
}

/** The place that a number is said of: `21.9% in Huadu`, else the last one named before it, else the first behind. */
function placeOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  places: readonly NamedPlace[],
): NamedPlace | undefined {
  const behind = places.find((place) => place.start >= end);
  if (behind && IN_PLACE_BEHIND.test(text.slice(end, behind.start))) return behind;
  return places.findLast((place) => place.end <= start) ?? undefined;
}

/** A figure printed for comparison is the other year's; any other is the report's own, or of a year beside it. */
function isOfItsYear(
  text: string,
  part: string,
  at: number,
  { report, text: printed }: Source,
  { prepared, start }: SourceFigure,
): boolean {
  const said = yearsIn(part);
  // What stands before a semicolon is said of something else.
  const last = yearsIn(text.slice(0, at).split(/[;；]/).at(-1)!).at(-1);
  const other = prepared?.ofYear;
  if (other !== undefined) return said.includes(other) || SPEAKS_OF_OTHER_YEAR.test(part);
  if (said.length === 0 && last === undefined) return true;
  if (said.includes(report.year) || last === report.year) return true;
  const sentence = prepared?.figure.sentence ?? printed.slice(Math.max(0, start - 80), start + 40);
  const beside = yearsIn(sentence);
  const years = said.length > 0 ? said : [last!];
  return years.some((year) => beside.includes(year)) || prepared?.figure.planned === true;
}

/** `2019年`, `2016-2019`, `in 2019`; 1904户 is no year. */
function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<![\d.])(?:19|20)\d\d(?![\d.]*\d)(?=年|(?!\s?[\u4e00-\u9fff%]))/g)].map(
    ([year]) => Number(year),
  );
}
