/** What the words that belong to a figure alone say of what it counts. */
import { segment, segmentWithOffsets } from '../../language/segment.ts';
import { CHINESE_STOP_WORDS } from '../../language/stop-words.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { fold, type PreparedFigure } from '../../retrieval/prepare-report.ts';
import type { Wording } from '../../retrieval/question.ts';
import { CLASS_NOUN, GENERAL_WORDS } from './general-words.ts';

/** Weight of a further word of the question that can tell a figure from the others. */
const TELLING = 0.4;
/** Weight from which a wording is a full name of a measure. */
const FULL = 0.75;

/**
 * Whether the figure's own words leave open what is counted: `共5件` behind a name may be of it, `13个中心乡镇建成独立营房`
 * cannot.
 */
export function isBare(figure: PreparedFigure, fitted: FittedTerm, others: readonly FittedTerm[]): boolean {
  const { label, isChange, ofYear } = figure;
  // Of 较上年减少112件 the words before say what became less.
  if (isChange || ofYear !== undefined) return true;
  if (isTold(label, fitted, others)) return true;
  const asked = [fitted, ...others].flatMap(({ term, wordings }) => [
    fold(term.surface),
    ...[...term.wordings, ...wordings].map(({ text }) => fold(text)),
  ]);
  const isAsked = (word: string) =>
    asked.some((text) => text.includes(word) || (text.length >= 2 && word.includes(text)));
  return segment(label).every(
    (word) =>
      word.length < 2 ||
      /\d/.test(word) ||
      CHINESE_STOP_WORDS.has(word) ||
      GENERAL_WORDS.has(word) ||
      isAsked(word),
  );
}

/** Whether the figure's own words have a further word of the question: it tells this figure from the others. */
export function isTold(label: string, fitted: FittedTerm, others: readonly FittedTerm[]): boolean {
  return others.some(
    (other) =>
      other !== fitted &&
      other.weight >= TELLING &&
      other.wordings.some(({ text }) => text.length >= 2 && !GENERAL_WORDS.has(text) && label.includes(text)),
  );
}

/**
 * 对13个中心乡镇: what stands right behind 个 is what is counted, and the question has none of it. 对54项重大决策进行合法性审查
 * counts them for all that.
 */
export function countsOther(
  { figure, counted, label }: PreparedFigure,
  terms: readonly FittedTerm[],
): boolean {
  if (!/^(?:个|项|种|类)$/.test(figure.unit)) return false;
  const isOwn = ({ text, weight }: Wording) => weight >= FULL && label.includes(fold(text));
  if (terms.some(({ term }) => term.kind === 'indicator' && term.wordings.some(isOwn))) return false;
  const nouns: string[] = [];
  for (const { text, tag } of segmentWithOffsets(counted)) {
    if (!/^(?:n|vn|l|j)/.test(tag) || /^ns/.test(tag)) break;
    nouns.push(text);
  }
  if (nouns.length === 0 || nouns.some((noun) => CLASS_NOUN.test(noun) || GENERAL_WORDS.has(noun)))
    return false;
  const asked = terms.flatMap(({ term, wordings }) =>
    [...term.wordings, ...wordings].map(({ text }) => fold(text)),
  );
  return !nouns.some((noun) => asked.some((text) => text.includes(noun) || noun.includes(text)));
}
