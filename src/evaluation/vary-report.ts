/**
 * Makes a report of another region and year out of a given one, to have many reports to measure with.
 *
 * Names of the region and of its parents are replaced wherever they stand, years are shifted, and the digits of
 * figures are drawn anew; what the copies say is invented.
 */
import { shortPlaceName } from '../language/place-name.ts';
import type { Region } from '../language/region.ts';
import type { Report } from '../report/report.ts';

/** Some reports print full-width digits: ２０１６年, ２２．７％. */
const YEAR = /(?<![\d０-９])[2２][0０][0-3０-３][\d０-９](?![\d０-９])/g;
const LATER_DIGIT = /(?<=[\d０-９][\d０-９.．]*)[\d０-９]/g;
const HUNDRED = /[1１][0０][0０]/;

/** Draws a whole number from 0 up to, not including, `end`. */
export type Draw = (end: number) => number;

/** A generator that gives the same numbers for the same seed (mulberry32). */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (end) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/**
 * The text of a report on another region and year.
 *
 * @param text - The decoded file that `report` was read from.
 */
export function varyReport(text: string, report: Report, region: Region, year: number, draw: Draw): string {
  const shifted = drawFigures(text, report, draw).replace(YEAR, (printed) =>
    inWidthOf(printed, String(Number(printed.normalize('NFKC')) + year - report.year)),
  );
  const names = replacements(report, region);
  const printed = [...names.keys()].sort((a, b) => b.length - a.length);
  return shifted.replace(
    new RegExp(printed.map(escapePattern).join('|'), 'g'),
    (name) => names.get(name) ?? name,
  );
}

function replacements({ region, aliases, parents }: Report, to: Region): Map<string, string> {
  const names = new Map<string, string>();
  const add = (from: string, into: string) => {
    if (from.length > 1 && !names.has(from)) names.set(from, into);
  };
  add(region, to.name);
  for (const alias of aliases) add(alias, alias === shortPlaceName(region) ? to.short : to.name);
  // 我区 of a county would be a report of somebody else.
  const [own, other] = [region.at(-1) ?? '', to.name.at(-1) ?? ''];
  if (/[省市区县州旗镇乡]/.test(own)) for (const whose of '我全本') add(`${whose}${own}`, `${whose}${other}`);
  for (const [index, parent] of parents.entries()) {
    const other = to.parents[index] ?? to.name;
    add(parent, other);
    add(shortPlaceName(parent), shortPlaceName(other));
  }
  return names;
}

/** The first digit of a number stays, so that it keeps its size; 100 % stays as it is. */
function drawFigures(text: string, { figures, paragraphs }: Report, draw: Draw): string {
  const offsets = new Map(paragraphs.map(({ number, offset }) => [number, offset]));
  let varied = text;
  for (const { paragraph, start, end } of figures) {
    const at = offsets.get(paragraph) ?? 0;
    const raw = text.slice(at + start, at + end);
    const drawn = HUNDRED.test(raw)
      ? raw
      : raw.replace(LATER_DIGIT, (digit) => inWidthOf(digit, String(draw(10))));
    varied = varied.slice(0, at + start) + drawn + varied.slice(at + end);
  }
  return varied;
}

function inWidthOf(printed: string, digits: string): string {
  if (/^\d/.test(printed)) return digits;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
