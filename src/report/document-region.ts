/**
 * The region whose documents a report names as its own: 《平桥区法治政府建设实施方案》, 平政〔2024〕3号.
 *
 * A report also names documents of those above it, which it carries out, and of those below it. So what is carried
 * out (贯彻落实《信阳市…条例》) is no evidence, what was issued (印发《平桥区…方案》) is more than what is only named, and a
 * report that speaks of 我区 is not that of a city.
 */
import { findRegions } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { placeOf } from './complete-parents.ts';
import { findOwnClass } from './own-class.ts';

/** Where documents are named. */
export interface DocumentSources {
  /** The number that the report itself bears, or the lines that may print it. */
  readonly head: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The region, where one is named more than any other. */
export function findDocumentRegion({ head, paragraphs }: DocumentSources): Region | undefined {
  const own = findOwnClass(paragraphs.join('\n'));
  return fromNames(paragraphs, own) ?? fromNumbers(head, paragraphs, own);
}

const NAME = /《(?:关于)?(?:印发|修订|公布)?([^《》]{4,60})》/g;
const CARRIED_OUT =
  /(?:贯彻|落实|根据|按照|依据|依照|遵照|对照|执行|学习|宣传|围绕|符合|转发)[^。;；]{0,12}$/;
const ISSUED = /(?:印发|制定|出台|制发|下发|修订|发布|编制|公布|起草|拟定|形成|完善)[^。;；]{0,12}$/;
/** Characters before a name that tell what was done with the document. */
const BEFORE = 16;

function fromNames(paragraphs: readonly string[], own: string | undefined): Region | undefined {
  const votes = new Map<string, { region: Region; weight: number }>();
  for (const text of paragraphs) {
    for (const match of text.matchAll(NAME)) {
      const [mention] = findRegions(match[1] ?? '');
      const region = mention?.start === 0 && mention.certainty >= 0.95 ? placeOf(mention) : undefined;
      const weight = weigh(text, match.index);
      if (region === undefined || weight === 0 || !fits(region, own)) continue;
      const vote = votes.get(region.name) ?? { region, weight: 0 };
      vote.weight += weight;
      if (region.parents.length > vote.region.parents.length) vote.region = region;
      votes.set(region.name, vote);
    }
  }
  const [best, second] = [...votes.values()].sort((a, b) => b.weight - a.weight);
  return best !== undefined && best.weight > (second?.weight ?? 0) ? best.region : undefined;
}

/** What was done with a document, told by the verb nearest before it; names that follow each other share it. */
function weigh(text: string, at: number): number {
  const before = text
    .slice(Math.max(0, at - 20 * BEFORE), at)
    .replace(/(?:《[^《》]*》(?:[（(〔][^）)]*[）)])?[、,，和及]?)+$/, '')
    .slice(-BEFORE);
  const [issued, carriedOut] = [ISSUED, CARRIED_OUT].map((verb) => before.search(verb));
  if (issued === -1 && carriedOut === -1) return 1;
  return issued! > carriedOut! ? 3 : 0;
}

/** `平政〔2024〕3号`, `花府办发[2019]12号`: the signs of the place stand before those of the government. */
const NUMBER =
  /(\p{Script=Han}{1,6}?)(?:政|府|管)(?:办|委)?(?:发|函|规|字|通|法|复|文)*\s*[〔[［(（【](?:19|20)\d{2}[〕\]］)）】]\s*第?\d+号/gu;

/** The one region that the report names anywhere and that the signs of its documents' numbers stand for. */
function fromNumbers(
  head: readonly string[],
  paragraphs: readonly string[],
  own: string | undefined,
): Region | undefined {
  const signs = [...head, ...paragraphs].flatMap((text) =>
    [...text.matchAll(NUMBER)].flatMap(({ 1: sign = '', index }) =>
      weigh(text, index + sign.length) === 0 ? [] : [sign],
    ),
  );
  if (signs.length === 0) return undefined;
  const named = new Map<string, Region>();
  for (const text of paragraphs) {
    for (const mention of findRegions(withoutNumbers(text))) {
      const region = mention.certainty >= 0.8 ? placeOf(mention) : undefined;
      if (region !== undefined && fits(region, own)) named.set(region.name, region);
    }
  }
  const fitting = [...named.values()].filter((region) => signs.some((sign) => standsFor(sign, region)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether signs are the short name of a region, its first character, or the first ones of its city and its own. */
function standsFor(sign: string, { short, parents }: Region): boolean {
  const above = parents.at(-1)?.slice(0, 1) ?? '';
  return [short, short.slice(0, 1), above + short.slice(0, 1), above + short].some((name) =>
    sign.endsWith(name),
  );
}

function withoutNumbers(text: string): string {
  return text.replace(NUMBER, ' ');
}

/** Whether a region is of the kind that a text calls its own. */
function fits({ name }: Region, own: string | undefined): boolean {
  return own === undefined || name.endsWith(own);
}
