/**
 * Whether the words around a figure really name what a question names: by a full name, or by a short one where the
 * rest stands near.
 *
 * `满意率91.7%` is a satisfaction rate of the hotline only where 热线 stands near, and `纠错率` is no 综合纠错率.
 */
import type { FittedTerm } from '../retrieval/fit-terms.ts';
import { matchZones } from '../retrieval/match-terms.ts';
import { fold, type PreparedFigure, type Zone } from '../retrieval/prepare-report.ts';
import type { Wording } from '../retrieval/question.ts';

/** Nearness from which a name counts as standing beside a figure. */
const BESIDE = 0.35;
/** A full name; below it a short name or a guess. */
const FULL = 0.75;
/** Nearness of the rest of a short name: in the sentence, the one before, or the heading. */
const NEAR = 0.27;
const AT = 0.7;
/** Nearness of each word of a name that is printed in pieces: in the clause or the one before. */
const PART = 0.45;

/**
 * Whether the figure's surroundings bear the name of the term.
 *
 * @param others - Further terms of the question; one that stands at the figure says which short name is meant.
 */
export function isNamed(
  fitted: FittedTerm,
  { zones, label }: PreparedFigure,
  others: readonly FittedTerm[] = [],
): boolean {
  // A wording weighs less in a report that has it often; whether it is a full name is the lexicon's to say.
  const weights = new Map(fitted.term.wordings.map((wording) => [fold(wording.text), wording.weight]));
  const isFull = (wording: Wording) => (weights.get(wording.text) ?? wording.weight) >= FULL;
  const stands = (wording: Wording) =>
    matchZones({ ...fitted, wordings: [{ ...wording, weight: 1 }], parts: [] }, zones) >= BESIDE;
  if (fitted.wordings.some((wording) => isFull(wording) && stands(wording))) return true;
  const short = fitted.wordings.filter(
    (wording) => weights.has(wording.text) && !isFull(wording) && stands(wording),
  );
  if (
    short.length > 0 &&
    others.some((other) => other !== fitted && other.term.kind !== 'word' && matchZones(other, zones) >= AT)
  )
    return true;
  if (short.some((wording) => hasRest(wording, fitted.term.wordings, zones, label))) return true;
  const parts = fitted.parts.map((part) => matchZones(withOwnNames(part, fitted.parts), zones));
  return parts.length > 1 && parts.every((match) => match >= PART);
}

/** A part under its full names, less those that only say what another part says, or what it says without its head. */
function withOwnNames(part: FittedTerm, parts: readonly FittedTerm[]): FittedTerm {
  const own = fold(part.term.surface);
  const isBorrowed = (text: string) =>
    (text !== own && own.startsWith(text) && !CLASS_NOUN.test(own.slice(text.length))) ||
    parts.some((other) => other !== part && fold(other.term.surface).includes(text));
  const wordings = part.wordings.filter(({ weight, text }) => weight >= FULL && !isBorrowed(text));
  return { ...part, wordings, parts: [] };
}

/** Nouns that a name has or lacks without meaning another thing: 行政诉讼案件 and 行政诉讼. */
const CLASS_NOUN = /^(?:案件|事项|工作|活动|情况|人员|机构)$/;

/** What a full name has in front of the short one; where all full names have the same, the label must have it. */
function hasRest(short: Wording, names: readonly Wording[], zones: readonly Zone[], label: string): boolean {
  const full = names.filter((name) => name.weight >= FULL && name.text.length > short.text.length);
  const fronts = full.flatMap((name) =>
    name.text.endsWith(short.text) ? [name.text.slice(0, -short.text.length)] : [],
  );
  const lasts = new Set(fronts.map((front) => front.slice(-2)));
  const [only] = lasts;
  if (lasts.size === 1 && only && only.length === 2 && fronts.length > 1) return label.includes(only);
  const isTelling = (pair: string) => !short.text.includes(pair) && !GENERAL.has(pair);
  // 诉前 of 诉前调解成功率 and 诉前联调成功率 is what they are about, 调解 what many rates are about.
  const all = fronts.length > 1 ? usualPairs(fronts, 1).filter(isTelling) : [];
  const some =
    fronts.length > 0
      ? usualPairs(fronts, 0.25)
      : usualPairs(
          full.map((name) => name.text),
          0.6,
        );
  const words = all.length > 0 ? all : some.filter(isTelling);
  if (words.length === 0) return true;
  return zones.some((zone) => zone.weight >= NEAR && words.some((word) => zone.text.includes(word)));
}

const GENERAL = new Set([
  '办理',
  '受理',
  '完成',
  '开展',
  '群众',
  '政府',
  '行政',
  '全年',
  '年度',
  '工作',
  '案件',
  '总数',
  '数量',
  '共计',
  '机关',
]);

/** Pairs of characters that this share of the texts has: 热线 and 工单 of the names of one measure. */
function usualPairs(texts: readonly string[], share: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const pair of new Set(pairsOf(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= texts.length * share).map(([pair]) => pair);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter(
    (pair) => /^[\u4e00-\u9fff\d]{2}$/.test(pair),
  );
}
