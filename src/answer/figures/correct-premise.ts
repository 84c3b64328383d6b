/**
 * Answers a question that states a figure: confirms it, or puts it right with what the report says.
 *
 * A stated figure is looked up as if it had been asked for. Where the report does not give the indicator at all, a
 * report that prints the stated figure under that name is named instead.
 */
import type { Library } from '../../library/library.ts';
import { kindOfUnit } from '../../report/measure-words.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchZones } from '../../retrieval/match-terms.ts';
import type { Ask, Question } from '../../retrieval/question.ts';
import { type ReportEvidence, retrieveAcross } from '../../retrieval/retrieve.ts';
import { type ScoredFigure, scoreFigures } from '../../retrieval/score-figures.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import { subjectOf } from '../refuse.ts';
import { quoteOf } from './answer-figure.ts';
import { FIGURE_SUPPORT } from './bear-out.ts';
import { bare } from './name-figure.ts';
import { directionBefore, isStated, type StatedPremise, statedFigures } from './stated-figures.ts';

/** Asks whether the figure is right: 对吗, 是不是, right?. */
const CHECK =
  /[对是真没错]{1,3}(?:吗|么|吧)|对不对|是不是|是否|对[吧吗]?[?？]|没错吧|吧[?？!！。]*$|吗[?？!！。]*$|\bright\s*\?|\bcorrect\s*\?|\btrue\b|\bisn't it|\bdidn't it|\bwasn't it|^(?:is|was|were|did|does|has|have|are)\b/i;
/** Takes the figure for granted and goes on from there. */
const GRANTED =
  /为什么|为何|为啥|怎么(?:会|这么|那么|做到|办到|回事|能)|这么(?:多|高|少|低)|那么(?:多|高|少|低)|原因|有?什么经验|凭什么|\bwhy\b|\bhow come\b|\bsince\b|\bgiven that\b|\bwhat went wrong\b|\bhow did\b.{0,40}\b(?:manage|achieve|reach)/i;
/** Asks for something else besides, once the wondering is taken away. */
const OPEN =
  /多少|几(?!乎)|哪|什么|多高|多大|多久|如何|怎么样|\bhow (?:many|much|high|long|often)\b|\bwhat\b|\bwhich\b|\bwho\b|\bwhen\b/i;
/** Words of change and size that no figure has to stand near. */
const FILLER =
  /^(?:[高低多少大小]|同比|上升|下降|增长|增加|减少|提高|降低|原因|[没未不]?[降升涨减增]到?了?|[降升]至|达到|以[下上内]|不到|不足|超过|低于|高于|听说|据说|据称|真的|真|假)$/;
/** Near the best by this much, a figure may be the one that is meant. */
const NEAR_BEST = 0.06;
/** Least support of a figure that puts a question right. */
const MEANT = 0.65;
/** A figure that is merely mentioned is put right only where the report's own is surely the one meant. */
const SURE = 0.8;
const LEAST_SCORE = 0.25;
/** Weight of a word that can tell two figures apart, and how near it must stand to the one that is meant. */
const TELLING = 0.3;
const BESIDE = 0.4;

/** Composes the reply to a stated figure; `undefined` when the question states none that is in doubt or to be checked. */
export async function correctPremise(
  question: Question,
  found: ReportEvidence,
  library: Library,
): Promise<Answer | undefined> {
  if (!['figure', 'fact', 'compare', 'trend', 'opinion'].includes(question.intent)) return undefined;
  const [premise] = statedFigures(question);
  if (!premise) return undefined;
  const open = OPEN.test(question.normal.replace(new RegExp(GRANTED.source, 'gi'), ''));
  const checked = CHECK.test(question.normal) && !open;
  const granted = GRANTED.test(question.normal) && !open;
  // A bare number of an English question may be anything; only one that is doubted is looked up.
  if (premise.unit === undefined && !checked && !granted) return undefined;
  const ranked = rankFigures(question, premise, found);
  const best = ranked[0];
  const stated = ranked.find(
    (one) =>
      one.score >= (best?.score ?? 0) - NEAR_BEST &&
      isStated(premise, one.figure) &&
      isOfAskedYear(one, question) &&
      sameDirection(premise, one),
  );
  if (stated) return checked || granted ? confirm(question, stated, found) : undefined;
  // 下降13.5% is what a question for 增长13.5% means, though its words are farther from it than the best.
  const other =
    premise.direction && ranked.find((one) => one.support >= MEANT && isStated(premise, one.figure));
  if (other && !sameDirection(premise, other)) return putRight(question, premise, other, found);
  const sure = checked || granted ? MEANT : SURE;
  if (best && best.support >= sure && best.score >= LEAST_SCORE && !isMissing(found)) {
    const printed = found.prepared.paragraphs.some((paragraph) =>
      paragraph.figures.some((one) => isStated(premise, one.figure)),
    );
    const other = ranked.find((one) => isStated(premise, one.figure));
    const isDoubted = checked || granted || !printed || (other && isMixedUp(question, other, best, found));
    return isDoubted ? putRight(question, premise, best, found) : undefined;
  }
  return checked || granted ? findElsewhere(question, premise, found, library) : undefined;
}

/** The figures of the report for what the premise is about, best first. */
function rankFigures(question: Question, premise: StatedPremise, found: ReportEvidence): ScoredFigure[] {
  const kind = premise.unit === undefined ? undefined : kindOfUnit(premise.unit);
  const ask: Ask = {
    at: premise.start,
    ...(kind ? { unit: kind } : {}),
    ...(premise.unit ? { unitWord: premise.unit } : {}),
  };
  const asked = { ...question, normal: withoutNumber(question.normal, premise), asks: [ask] };
  const scored = scoreFigures(
    asked,
    ask,
    termsAbout(question, found),
    found.evidence.map((one) => one.prepared),
  );
  const sameKind = scored.filter((one) =>
    kind === undefined
      ? kindOfUnit(one.figure.unit) !== 'share'
      : (kind === 'share') === (kindOfUnit(one.figure.unit) === 'share'),
  );
  const isDirected = (one: ScoredFigure) => one.score >= LEAST_SCORE && directionOf(one) !== undefined;
  return premise.direction
    ? sameKind.filter(isDirected).concat(sameKind.filter((one) => !isDirected(one)))
    : sameKind;
}

/** The terms without the words that only ask or wonder: 对不对, 这么高, what went wrong. */
function termsAbout(question: Question, { terms }: ReportEvidence): FittedTerm[] {
  const spans = [CHECK, GRANTED].flatMap((pattern) =>
    [...question.normal.matchAll(new RegExp(pattern.source, 'gi'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const about = terms.filter(
    ({ term }) =>
      !spans.some((span) => span.start < term.end && term.start < span.end) && !FILLER.test(term.surface),
  );
  return about.length > 0 ? about : [...terms];
}

/** The report prints the stated figure, but a word that the question has stands only beside another one. */
function isMixedUp(
  question: Question,
  stated: ScoredFigure,
  best: ScoredFigure,
  found: ReportEvidence,
): boolean {
  return termsAbout(question, found).some(
    (term) =>
      term.weight >= TELLING &&
      matchZones(term, best.prepared.zones) >= BESIDE &&
      matchZones(term, stated.prepared.zones) === 0,
  );
}

function withoutNumber(normal: string, { start, end }: StatedPremise): string {
  return `${normal.slice(0, start)}多少${normal.slice(end)}`;
}

function directionOf({ figure, paragraph }: ScoredFigure) {
  return directionBefore(paragraph.text.slice(Math.max(0, figure.start - 14), figure.start));
}

function sameDirection(premise: StatedPremise, one: ScoredFigure): boolean {
  const printed = directionOf(one);
  return premise.direction === undefined || printed === undefined || printed === premise.direction;
}

/** A figure that a report prints for an earlier year bears out nothing about its own: a column of a table. */
function isOfAskedYear({ prepared }: ScoredFigure, { comparedYear, years }: Question): boolean {
  const { ofYear } = prepared;
  return ofYear === undefined || ofYear === comparedYear || years.includes(ofYear);
}

/** Two reports print the figures under one name: the report has the measure, whatever the question calls it. */
function isOfSameName(own: ScoredFigure, other: ScoredFigure): boolean {
  const name = bare(own.prepared.label);
  return name.length >= 3 && name === bare(other.prepared.label) && own.figure.unit === other.figure.unit;
}

/** The question names an indicator that the report has under no name. */
function isMissing({ terms }: ReportEvidence): boolean {
  const named = terms.filter((fitted) => fitted.term.kind === 'indicator');
  return named.length > 0 && named.every((fitted) => fitted.found === 'absent');
}

function confirm(question: Question, one: ScoredFigure, found: ReportEvidence): Answer {
  const { language } = question;
  const notes =
    GRANTED.test(question.normal) && !/因|由于|得益|通过/.test(one.figure.sentence)
      ? [WORDING.answers.noReason[language]]
      : [];
  return stating(
    question,
    one,
    found,
    WORDING.answers.premiseRight(placeAndYear(found.report, language), one.figure.raw)[language],
    notes,
  );
}

function putRight(
  question: Question,
  premise: StatedPremise,
  one: ScoredFigure,
  found: ReportEvidence,
): Answer {
  const { language } = question;
  return stating(
    question,
    one,
    found,
    WORDING.answers.premiseWrong(
      placeAndYear(found.report, language),
      premise.value === one.figure.value ? premise.phrase : premise.raw,
      one.figure.clause,
    )[language],
    [],
  );
}

function stating(
  question: Question,
  { figure, paragraph }: ScoredFigure,
  found: ReportEvidence,
  lead: string,
  notes: readonly string[],
): Answer {
  const periods = figure.period ? [WORDING.answers.partYear(figure.period)[question.language]] : [];
  return compose({
    kind: 'answer',
    language: question.language,
    answer: figure.raw,
    lead,
    citations: [citeParagraph(found.report, paragraph.paragraph, quoteOf(figure, paragraph))],
    figures: [{ raw: figure.raw, value: figure.value, unit: figure.unit, citation: 0 }],
    notes: [...notes, ...periods],
  });
}

/** The report that prints the stated figure under that name; `undefined` when none does. */
async function findElsewhere(
  question: Question,
  premise: StatedPremise,
  found: ReportEvidence,
  library: Library,
): Promise<Answer | undefined> {
  const ranked = rankFigures(question, premise, found).filter((one) => one.support >= FIGURE_SUPPORT);
  const sources = (await retrieveAcross(library, question)).filter(
    (source) => source.report.id !== found.report.id,
  );
  for (const source of sources) {
    const one = rankFigures(question, premise, source).find(
      (figure) => figure.support >= FIGURE_SUPPORT && isStated(premise, figure.figure),
    );
    if (!one || isMissing(source)) continue;
    const own = ranked.find((figure) => isOfSameName(figure, one) && isOfAskedYear(figure, question));
    if (own) return putRight(question, premise, own, found);
    const { language } = question;
    const place = placeAndYear(found.report, language);
    const absent = WORDING.refusals.notInReport(place, subjectOf(question))[language];
    return stating(
      question,
      one,
      source,
      `${WORDING.answers.premiseElsewhere(placeAndYear(source.report, language), one.figure.raw)[language]}\n${absent}`,
      [],
    );
  }
  return undefined;
}
