/** Whether the report bears out that a figure is the one asked for: a wrong figure is worse than none. */
import { englishWords } from '../../language/concepts.ts';
import { canonicalStem } from '../../language/english-synonyms.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchTerm, matchZones } from '../../retrieval/match-terms.ts';
import type { PreparedFigure } from '../../retrieval/prepare-report.ts';
import type { Ask, Question, QuestionTerm } from '../../retrieval/question.ts';
import type { ScoredFigure } from '../../retrieval/score-figures.ts';
import { isOfHead, isOfOtherStage } from './head-support.ts';
import { isNamed } from './name-support.ts';
import { countsOther } from './own-words.ts';
import { isOfKind } from './unit-support.ts';

/** Least share of the question's terms that must stand near the figure. */
export const FIGURE_SUPPORT = 0.5;
const LEAST_SCORE = 0.2;
/** How near all there is to the question must stand, where it is a name of the lexicon alone. */
const NEAR_GUESS = 0.42;
/** Nearness of a further measure that the question names: anywhere in the paragraph's headings or nearer. */
const AROUND = 0.14;
/** Nearness of a place inside the report's region: in the row, the clause or the one before. */
const PLACE = 0.55;
/** Nearness of a whole name in the figure's own words. */
const WHOLE = 0.9;
/** Weight of a word that tells one row of a table from the others; what is only asked with is none. */
const TELLING = 0.3;
const GENERAL = /^(?:目标|计划|任务|情况|数量|开展|完成|办理|办结|查处|查办|审结|作出|实施)$/;
/** What a question says of a figure that is no longer so. */
const EARLIER =
  /[原前旧]|上年|去年|以往|\b(?:before|from|previous(?:ly)?|earlier|former(?:ly)?|originally|used to|was)\b/i;
/** Weight of a name that can be what is asked for. */
const NAMING = 0.3;

/**
 * Whether enough of the question stands near the figure, and the measure that the question names is the figure's own.
 *
 * @param terms - Those of the question, weighted for this ask.
 */
export function isBorneOut(
  one: ScoredFigure,
  terms: readonly FittedTerm[],
  ask: Ask,
  question: Question,
): boolean {
  if (!bearsNames(terms, one, ask, question) || !isOfHead(terms, one.prepared, ask, question.normal))
    return false;
  if (one.figure.row !== undefined && terms.some(isUnprinted)) return false;
  if (asksForNow(ask, question) && isOutdated(one)) return false;
  if (question.indicators.length > 0 && countsOther(one.prepared, terms)) return false;
  if (!isOfKind(one, ask, question, terms) || isOfOtherStage(terms, one.prepared)) return false;
  if (one.score < LEAST_SCORE || isFarGuess(one, terms)) return false;
  if (one.support >= FIGURE_SUPPORT) return true;
  return (
    one.support >= FIGURE_SUPPORT * 0.75 &&
    terms.some(
      (fitted) =>
        fitted.term.kind === 'indicator' &&
        fitted.found === 'named' &&
        matchTerm(fitted, one.prepared.label) >= 0.95,
    )
  );
}

/**
 * What the question names as a measure, or in quotation marks, has to be named by the report as well: at the figure
 * the one next to the asking words, around it the others (领导包案 of 领导包案的信访案件化解率).
 */
function bearsNames(
  terms: readonly FittedTerm[],
  { prepared }: ScoredFigure,
  ask: Ask,
  { asks }: Question,
): boolean {
  const isMissing = ({ term, found }: FittedTerm) =>
    term.kind === 'quoted' && found !== 'named' && /[\u4e00-\u9fff]/.test(term.surface);
  if (terms.some(isMissing)) return false;
  const isElsewhere = (fitted: FittedTerm) =>
    fitted.term.kind === 'place' && matchZones(fitted, prepared.zones) < PLACE;
  if (terms.some(isElsewhere)) return false;
  const distance = ({ term }: FittedTerm) =>
    Math.min(Math.abs(term.start - ask.at), Math.abs(ask.at - term.end));
  const own = terms
    .filter(
      ({ term, weight }) =>
        !['word', 'place'].includes(term.kind) && weight >= NAMING && !isOfOther(term, ask, asks),
    )
    .sort((a, b) => distance(a) - distance(b));
  return own
    .filter(({ term }) => term.kind === 'indicator')
    .every(
      (fitted) =>
        isNamed(fitted, prepared, terms) ||
        isInWhole(fitted, terms, prepared) ||
        (fitted !== own[0] && matchZones(fitted, prepared.zones) >= AROUND),
    );
}

/** Whether nothing in the question speaks of what was so before. */
function asksForNow({ aspect }: Ask, { normal, comparedYear }: Question): boolean {
  return aspect === undefined && comparedYear === undefined && !EARLIER.test(normal);
}

/** The 38% of 由38%提高到61%. */
function isOutdated({ figure, prepared, paragraph }: ScoredFigure): boolean {
  return (
    prepared.aspect === 'before' &&
    paragraph.figures.some(
      (other) =>
        other.aspect === 'after' &&
        other.figure.sentence === figure.sentence &&
        other.figure.unit === figure.unit,
    )
  );
}

/** A cell is one of many: what the question tells it by must be printed (教育局 is no row of this table). */
function isUnprinted({ term, found, weight }: FittedTerm): boolean {
  const isKnown = term.kind === 'concept' || /[\u4e00-\u9fff]/.test(term.surface);
  return found === 'absent' && isKnown && weight >= TELLING && !GENERAL.test(term.surface);
}

/** The words of a name that stands in the question piece by piece: "law-enforcement officers" of certified ones. */
function isInWhole({ term }: FittedTerm, terms: readonly FittedTerm[], figure: PreparedFigure): boolean {
  const stems = englishWords(term.surface).map((word) => canonicalStem(word.stem));
  return terms.some(
    (whole) =>
      whole.term !== term &&
      whole.term.start === whole.term.end &&
      stems.length > 0 &&
      stems.every((stem) => whole.term.surface.split(' ').includes(stem)) &&
      matchTerm(whole, figure.label) >= WHOLE,
  );
}

/** Of 废止和继续有效的各几件, 继续有效 belongs to the second ask alone. */
function isOfOther(term: QuestionTerm, ask: Ask, asks: readonly Ask[]): boolean {
  const isWithin = ({ own }: Ask) => own && term.start >= own.start && term.end <= own.end + 1;
  return !isWithin(ask) && asks.some((other) => other !== ask && isWithin(other));
}

/** 行政复议案件 of a report without 复议: any other case has half of the name, and the question has nothing else. */
function isFarGuess(one: ScoredFigure, terms: readonly FittedTerm[]): boolean {
  const telling = terms.filter(({ weight }) => weight >= 0.35);
  return (
    telling.length > 0 &&
    telling.every(
      (fitted) =>
        (fitted.term.kind === 'indicator' || fitted.term.kind === 'concept') &&
        /[\u4e00-\u9fff]{4}/.test(fitted.term.surface) &&
        matchZones(fitted, one.prepared.zones) < NEAR_GUESS,
    )
  );
}
