/**
 * Whether the words around a figure really name what a question names: by a full name, or by a short one where the
 * rest stands near.
 *
 * `满意率91.7%` is a satisfaction rate of the hotline only where 热线 stands near, and `纠错率` is no 综合纠错率.
 */
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchZones } from '../../retrieval/match-terms.ts';
import { wordingsOfPart, wordsOf } from '../../retrieval/name-parts.ts';
import { fold, type PreparedFigure, type Zone } from '../../retrieval/prepare-report.ts';
import type { QuestionTerm, Wording } from '../../retrieval/question.ts';
import { CLASS_NOUN, GENERAL_WORDS } from './general-words.ts';
import { isOfOtherMeasure, upToOther, withoutOthers } from './other-measure.ts';
import { isBare, isTold } from './own-words.ts';

/** Nearness from which a name counts as standing beside a figure. */
const BESIDE = 0.35;
/** A full name; below it a short name or a guess. */
const FULL = 0.75;
/** Nearness of the rest of a short name: in the sentence, the one before, or the heading. */
const NEAR = 0.27;
const AT = 0.7;
/** Length from which a short name can be all that a full one says. */
const LEAST_WHOLE = 4;
/** Nearness in the figure's own words or the clause up to it. */
const OWN = 0.75;
/** Nearness of each word of a name that is printed in pieces: in the clause or the one before. */
const PART = 0.45;

/**
 * Whether the figure's surroundings bear the name of the term.
 *
 * @param others - Further terms of the question; one that stands at the figure says which short name is meant.
 */
export function isNamed(
  fitted: FittedTerm,
  figure: PreparedFigure,
  others: readonly FittedTerm[] = [],
): boolean {
  const { label } = figure;
  const isMeasure = fitted.term.kind === 'indicator';
  if (isMeasure && isOfOtherMeasure(fitted, figure, others)) return false;
  const printed = withoutTitles(figure.zones);
  const told = isTold(label, fitted, others);
  // What a further word tells from the others need not stand beside the name: there the topic is enough.
  const isNear = ({ weight }: Zone) => !told || weight >= PART;
  const zones = isMeasure ? withoutOthers(printed, fitted, others, isNear) : printed;
  // A wording weighs less in a report that has it often; whether it is a full name is the lexicon's to say.
  const weights = new Map(fitted.term.wordings.map((wording) => [fold(wording.text), wording.weight]));
  const isFull = (wording: Wording) => (weights.get(wording.text) ?? wording.weight) >= FULL;
  const least = isMeasure && !isBare(figure, fitted, others) ? OWN : BESIDE;
  const near = isMeasure && !told ? upToOther(zones, fitted, others) : zones;
  const stands = (wording: Wording) =>
    matchZones({ ...fitted, wordings: [{ ...wording, weight: 1 }], parts: [] }, near) >= least;
  if (fitted.wordings.some((wording) => isFull(wording) && stands(wording))) return true;
  const short = fitted.wordings.filter(
    (wording) => weights.has(wording.text) && !isFull(wording) && stands(wording),
  );
  if (
    short.length > 0 &&
    others.some(
      (other) =>
        other !== fitted &&
        (other.term.kind !== 'word' || isModifier(other.term, fitted.term)) &&
        matchZones(withoutGeneral(other), zones) >= AT,
    )
  )
    return true;
  if (short.some((wording) => hasRest(wording, fitted.term, zones))) return true;
  if (isCarriedOn(fitted, printed, label)) return true;
  if (isSplit(fold(fitted.term.surface), label, others)) return true;
  const parts = fitted.parts.map((part) => matchZones(withOwnNames(part, fitted.parts), zones));
  return parts.length > 1 && parts.every((match) => match >= PART);
}

/** 新增市场主体6218户,总量达4.85万户: the rest of the question's own name stands at the figure, its beginning before. */
function isCarriedOn({ term, wordings }: FittedTerm, zones: readonly Zone[], label: string): boolean {
  const own = fold(term.surface);
  return wordings.some(({ text }) => {
    const rest = own.startsWith(text) ? own.slice(text.length) : '';
    const isNear = zones.some((zone) => zone.weight >= AT && zone.text.includes(text));
    return rest.length >= 2 && !CLASS_NOUN.test(rest) && isNear && label.includes(rest);
  });
}

/** What is said of any measure (publish, handle) does not say which one a short name is of. */
function withoutGeneral(term: FittedTerm): FittedTerm {
  return { ...term, wordings: term.wordings.filter(({ text }) => !GENERAL_WORDS.has(text)) };
}

/** The word right before a name, which says of which kind: bilingual lawyers. */
function isModifier(word: QuestionTerm, name: QuestionTerm): boolean {
  const gap = name.start - word.end;
  return word.weight >= 0.5 && gap >= 0 && gap <= 1;
}

/** The zones without the titles in them: 《民事诉讼法》 beside a figure does not make it one of lawsuits. */
export function withoutTitles(zones: readonly Zone[]): readonly Zone[] {
  return zones.map((zone) =>
    zone.text.includes('《') ? { ...zone, text: zone.text.replace(/《[^》]{0,60}》/g, '《》') } : zone,
  );
}

/** 行政许可信用承诺制事项 has the 行政许可事项 of a question that also has 信用承诺. */
function isSplit(name: string, label: string, others: readonly FittedTerm[]): boolean {
  for (let at = 2; at <= name.length - 2; at++) {
    const from = label.indexOf(name.slice(0, at));
    const to = from < 0 ? -1 : label.indexOf(name.slice(at), from + at);
    const between = to < 0 ? '' : label.slice(from + at, to);
    if (others.some(({ wordings }) => wordings.some(({ text }) => between.includes(text)))) return true;
  }
  return false;
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

/**
 * Whether the rest of a name stands near where only its short form stands at the figure: 成功率 is that of 行政调解
 * only beside 行政调解. The rest of the question's own name, or of any full name that has the short one in it.
 */
function hasRest(short: Wording, term: QuestionTerm, zones: readonly Zone[]): boolean {
  const full = term.wordings.filter((name) => name.weight >= FULL).map((name) => fold(name.text));
  const own = fold(term.surface);
  const names = full.includes(own) ? full.filter((name) => name === own || name.includes(short.text)) : full;
  const near = zones.filter((zone) => zone.weight >= NEAR);
  return names.some((name) => {
    const rest = wordsOf(name).filter((word) => !GENERAL_WORDS.has(word) && !short.text.includes(word));
    // The short name is no further sign of itself: 案例 is one name of 典型案例.
    const isNear = (word: string) =>
      wordingsOfPart(word).some(
        ({ text }) => !short.text.includes(fold(text)) && near.some((zone) => zone.text.includes(fold(text))),
      );
    // 法律援助 is all that 办理法律援助案件 says.
    return (name === own || rest.length > 0 || short.text.length >= LEAST_WHOLE) && rest.every(isNear);
  });
}
