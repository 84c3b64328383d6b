/** How well a piece of a report has the terms of a question. */
import type { FittedTerm } from './fit-terms.ts';
import { isRateName } from './name-parts.ts';
import type { Zone } from './prepare-report.ts';
import type { QuestionTerm } from './question.ts';

/** A word that stands anywhere in the paragraph. */
const NEARBY = 0.1;
/** What parts near each other are worth against the whole name. */
const PARTS = 0.92;

/** The terms with only those wordings that a text has: for matching its zones many times over. */
export function narrowTerms(terms: readonly FittedTerm[], text: string): FittedTerm[] {
  return terms.map((term) => {
    const wordings = term.wordings.filter((wording) => text.includes(wording.text));
    const parts = term.parts.length === 0 ? term.parts : narrowTerms(term.parts, text);
    return { ...term, wordings, parts };
  });
}

/** How well a text has a term, from 0 to 1. */
export function matchTerm(term: FittedTerm, text: string): number {
  return matchZones(term, [{ text, weight: 1 }]);
}

/** The best of a term over zones, each zone counting by its weight. */
export function matchZones(term: FittedTerm, zones: readonly Zone[]): number {
  let best = 0;
  for (const zone of zones) {
    if (zone.weight <= best) continue;
    for (const wording of term.wordings) {
      const value = wording.weight * zone.weight;
      if (value > best && zone.text.includes(wording.text)) best = value;
    }
  }
  if (term.parts.length === 0 || best >= PARTS) return best;
  const matches = term.parts.map((part) => matchZones(part, zones));
  // 综合 and 纠错 in two places are no 综合纠错率: the rate itself must stand near.
  if (isRateName(term.parts.at(-1)!.term.surface) && (matches.at(-1)! < 0.5 || Math.min(...matches) < 0.3))
    return best;
  // 法律 without 援助 is no 法律援助; of three or four words one may be missing.
  const missing = matches.filter((match) => match < NEARBY).length;
  if (missing > Math.floor((term.parts.length - 1) / 2)) return best;
  const total = term.parts.reduce((sum, part) => sum + part.weight, 0) || 1;
  const mean = term.parts.reduce((sum, part, index) => sum + part.weight * matches[index]!, 0) / total;
  return Math.max(best, PARTS * mean);
}

/** A measure or quoted name that is absent counts in full; another word may only be the asker's own way to say it. */
function absentWeight({ kind, surface }: QuestionTerm): number {
  if (kind === 'indicator' || kind === 'quoted') return 1;
  return kind === 'word' && /[a-z]/i.test(surface) ? 0.7 : 0.6;
}

/**
 * Share of the question that a place bears out, from 0 to 1: for deciding whether to answer at all.
 *
 * Nearness matters less here than for choosing. A word that the report does not have at all weighs less when it is
 * only a guess at what the question means, as most words of an English question are.
 */
export function supportOf(terms: readonly FittedTerm[], matches: readonly number[]): number {
  let total = 0;
  let borne = 0;
  for (const [index, term] of terms.entries()) {
    const match = matches[index] ?? 0;
    const weight = term.weight * (term.found === 'absent' ? absentWeight(term.term) : 1);
    total += weight;
    borne += weight * (match >= 0.65 ? 1 : match >= 0.42 ? 0.88 : match >= 0.25 ? 0.7 : match * 2.5);
  }
  return total === 0 ? 0 : borne / total;
}
