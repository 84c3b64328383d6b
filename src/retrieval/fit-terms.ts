/**
 * Fits the terms of a question to one report.
 *
 * A term counts where it stands under one of its names, or where the words of its name stand near each other:
 * `全年收到全市行政复议申请82件` has 收到行政复议申请. What the report has under no name is guessed in
 * `guess-wordings.ts`.
 */
import { findConcepts } from '../language/concepts.ts';
import { guessWordings } from './guess-wordings.ts';
import { isRateName, nameOf, partsOf } from './name-parts.ts';
import { fold, type PreparedReport } from './prepare-report.ts';
import type { QuestionTerm, Wording } from './question.ts';

/** A term fitted to one report: wordings that occur there, and its weight there. */
export interface FittedTerm {
  readonly term: QuestionTerm;
  readonly wordings: readonly Wording[];
  /** The words of the term's name, each fitted; empty when it is one word. */
  readonly parts: readonly FittedTerm[];
  readonly weight: number;
  /** Whether the report has the term under a name of its own, in parts or by a guess, or not at all. */
  readonly found: 'named' | 'guessed' | 'absent';
}

/** Weight of a name that other measures have too. */
const WEAK = 0.7;

/** Fits all terms of a question to one report. */
export function fitTerms(
  terms: readonly QuestionTerm[],
  report: PreparedReport,
  normal: string,
): FittedTerm[] {
  return terms.map((term) => fitTerm(term, report, normal));
}

/**
 * Whether a short name stands in the report only inside the name of another measure: the 纠错率 of 综合纠错率 is no
 * 直接纠错率.
 */
function isOnlyPartOfOther(term: QuestionTerm, wording: Wording, report: PreparedReport): boolean {
  if (wording.weight > WEAK || !isRateName(wording.text)) return false;
  const names = term.wordings.map((one) => one.text);
  for (let at = report.text.indexOf(wording.text); at >= 0; at = report.text.indexOf(wording.text, at + 1)) {
    const end = at + wording.text.length;
    const around = report.text.slice(Math.max(0, at - 8), end);
    const other = findConcepts(around).some(
      (mention) =>
        mention.end === around.length &&
        mention.name.length > wording.text.length &&
        !names.includes(mention.name),
    );
    if (!other) return false;
  }
  return true;
}

/** @param name - Of a part, the kind of the term whose name it belongs to. */
function fitTerm(
  term: QuestionTerm,
  report: PreparedReport,
  normal: string,
  name: QuestionTerm['kind'] = term.kind,
): FittedTerm {
  const named = preferOwn(
    term.wordings
      .map((wording) => ({ ...wording, text: fold(wording.text) }))
      .filter((wording) => report.text.includes(wording.text) && !isOnlyPartOfOther(term, wording, report)),
  );
  const parts = partsOf(term, report).map((part) => fitTerm(part, report, normal, term.kind));
  const partsFound =
    parts.length > 0 &&
    (isRateName(nameOf(term))
      ? parts.at(-1)!.found === 'named'
      : parts.some((part) => part.found === 'named'));
  const guessed =
    named.some((wording) => wording.weight >= 0.5) || partsFound
      ? []
      : guessWordings(term, report, normal, name === 'word');
  const wordings = [...named, ...guessed];
  const sentences = report.sentences.filter((sentence) =>
    wordings.some((wording) => wording.weight >= 0.6 && sentence.text.includes(wording.text)),
  ).length;
  const rarity = 1 - Math.log(1 + sentences) / Math.log(2 + report.sentences.length);
  return {
    term,
    wordings,
    parts: partsFound ? parts : [],
    weight:
      term.weight *
      (0.3 + 0.7 * rarity) *
      (term.focus ? 1.2 : 1) *
      (isUntranslated(term, wordings) ? 0.4 : 1),
    found: named.length > 0 ? 'named' : guessed.length > 0 || partsFound ? 'guessed' : 'absent',
  };
}

/** An English word that no word of the report translates says nothing about where to look. */
function isUntranslated(term: QuestionTerm, wordings: readonly Wording[]): boolean {
  return wordings.length === 0 && term.kind === 'word' && /[a-z]/i.test(term.surface);
}

/** Where the report has the question's own word, other names for it count less: 党委机构 is not 党政机构. */
function preferOwn(named: readonly Wording[]): Wording[] {
  const own = named.some((wording) => wording.weight >= 1 && wording.text.length >= 3);
  return named.map((wording) =>
    own && wording.weight < 1 ? { ...wording, weight: wording.weight * 0.8 } : wording,
  );
}
