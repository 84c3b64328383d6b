/**
 * Answers over all reports: which are held, which mention something, and a question that names no region.
 */
import { type Span, splitClauses } from '../../language/clauses.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { scanNumbers } from '../../report/scan-numbers.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { matchTerm, matchZones } from '../../retrieval/match-terms.ts';
import { fold } from '../../retrieval/prepare-report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer, Citation, StatedFigure } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose, placeLine } from '../compose.ts';
import { quoteOf } from '../figures/answer-figure.ts';
import { chooseFigures } from '../figures/choose-figures.ts';
import { printedFigure } from '../figures/name-figure.ts';
import { choosePassages } from '../passages/answer-passage.ts';
import { placeAndYear } from '../place.ts';
import { askBack, subjectOf } from '../refuse.ts';

const MOST_LISTED = 12;

/** Lists the reports held, by region and year. */
export function listReports(question: Question, reports: readonly StoredReport[]): Answer {
  const { language } = question;
  const shown = reports
    .slice(0, 40)
    .map((report) => `· ${placeAndYear(report, language)}《${report.title}》`);
  return compose({
    kind: 'list',
    language,
    answer: `${reports.length}`,
    lead: `${WORDING.answers.reportsHeld(reports.length)[language]}\n${shown.join('\n')}`,
  });
}

interface Found {
  readonly source: ReportEvidence;
  readonly line: string;
  readonly citation: Citation;
  /** The figure that answers. */
  readonly figure?: StatedFigure;
  /** Every figure of the line. */
  readonly figures: readonly Omit<StatedFigure, 'citation'>[];
}

/** 谁设立了首席数据官: the one report that says it is the reply. */
const ASKS_WHO =
  /谁|哪(?:一?个|里|儿|家)?(?:地方|地区|区|县|市|单位)?(?:搞|设|有|做|办|建|推|获|被|是)|\bwho\b|\bwhich (?:place|region|district|city|county|report)\b/i;

/** Every report that answers a question without a region; `undefined` when none does. */
export function answerAcross(question: Question, sources: readonly ReportEvidence[]): Answer | undefined {
  const found = sources.flatMap((source) => {
    const one = question.asks.length > 0 ? findFigure(question, source) : findPassage(question, source);
    return one ? [one] : [];
  });
  if (found.length === 0) return undefined;
  if (found.length === 1 && !ASKS_WHO.test(question.normal))
    return askBack(
      question,
      'region',
      found.map((one) => one.source.report),
    );
  return listFound(question, found, WORDING.answers.severalAnswer[question.language]);
}

/**
 * Every report that mentions what the question names.
 *
 * @param matter - The question without the words that ask for reports.
 */
export function answerMentions(
  question: Question,
  matter: Question,
  sources: readonly ReportEvidence[],
): Answer | undefined {
  const found = sources.flatMap((source) => {
    const one = isMentioned(source)
      ? findPassage({ ...matter, intent: 'fact', asks: [] }, source)
      : undefined;
    return one ? [one] : [];
  });
  return found.length > 0
    ? listFound(question, found, WORDING.answers.mentionedIn(subjectOf(matter))[question.language])
    : undefined;
}

/** Least nearness of a name to a sentence of its report, and least share of all words that a sentence has. */
const NAMED = 0.6;
const HELD = 0.7;

/** Whether one sentence has every name that is asked for, and most of the other words. */
function isMentioned({ prepared, terms }: ReportEvidence): boolean {
  // An English word that the library has nowhere says nothing about this report.
  const telling = terms.filter(
    (fitted) =>
      fitted.term.wordings.length > 0 && (fitted.term.kind !== 'word' || fitted.term.weight >= 0.35),
  );
  if (telling.length === 0 || telling.every((fitted) => fitted.found === 'absent')) return false;
  const weigh = (fitted: FittedTerm) =>
    fitted.term.weight * (fitted.found === 'named' || /[\u4e00-\u9fff]/.test(fitted.term.surface) ? 1 : 0.3);
  const total = telling.reduce((sum, fitted) => sum + weigh(fitted), 0);
  return prepared.paragraphs.some((paragraph) =>
    paragraph.sentences.some((sentence) => {
      const zones = [
        { text: sentence.text, weight: 1 },
        { text: paragraph.headings.at(-1) ?? '', weight: 0.8 },
      ];
      const matches = telling.map((fitted) => matchZones(fitted, zones));
      if (
        telling.some(
          (fitted, index) =>
            fitted.term.kind !== 'word' && fitted.term.kind !== 'concept' && matches[index]! < NAMED,
        )
      )
        return false;
      return (
        telling.reduce(
          (sum, fitted, index) => sum + weigh(fitted) * Math.min(1, matches[index]! / NAMED),
          0,
        ) /
          total >=
        HELD
      );
    }),
  );
}

function findFigure(question: Question, source: ReportEvidence): Found | undefined {
  const [best] = chooseFigures(question, source);
  if (!best) return undefined;
  const { figure } = best;
  return {
    source,
    line: printedFigure(figure),
    citation: citeParagraph(source.report, best.paragraph.paragraph, quoteOf(figure, best.paragraph)),
    figure: { raw: figure.raw, value: figure.value, unit: figure.unit, citation: 0 },
    figures: [{ raw: figure.raw, value: figure.value, unit: figure.unit }],
  };
}

function findPassage(question: Question, source: ReportEvidence): Found | undefined {
  const [best] = choosePassages(question, source);
  if (!best) return undefined;
  const quote = best.paragraph.paragraph.text.slice(best.sentence.start, best.sentence.end);
  const { start, end } = excerpt(quote, source.terms);
  return {
    source,
    line: `“${start > 0 ? '…' : ''}${quote.slice(start, end)}${end < quote.length ? '…' : ''}”`,
    citation: citeParagraph(source.report, best.paragraph.paragraph, quote),
    // Found in the whole sentence: 2015 cut off from 2015-2020年 would be a figure of its own.
    figures: scanNumbers(quote)
      .filter((number) => number.start >= start && number.end <= end)
      .map((number) => ({
        raw: quote.slice(number.start, number.end),
        value: number.value,
        unit: number.unit,
      })),
  };
}

const LONGEST_EXCERPT = 90;

/** So much of a long sentence as a phone shows, from the clause that has the words asked for. */
function excerpt(quote: string, terms: readonly FittedTerm[]): Span {
  if (quote.length <= LONGEST_EXCERPT) return { start: 0, end: quote.length };
  const clauses = splitClauses(quote);
  const scored = clauses.map((clause) => ({
    clause,
    sum: terms.reduce(
      (sum, term) => sum + term.weight * matchTerm(term, fold(quote.slice(clause.start, clause.end))),
      0,
    ),
  }));
  const best = scored.reduce((first, one) => (one.sum > first.sum ? one : first)).clause;
  const from = outsideNumber(
    quote,
    quote.length - best.start <= LONGEST_EXCERPT
      ? Math.max(best.start - 20, quote.length - LONGEST_EXCERPT)
      : best.start,
  );
  return { start: from, end: outsideNumber(quote, Math.min(quote.length, from + LONGEST_EXCERPT)) };
}

/** The cut nearest before `at` that leaves no part of a number: 2015年 must not become 5年. */
function outsideNumber(quote: string, at: number): number {
  let cut = at;
  while (cut > 0 && cut < quote.length && IN_NUMBER.test(quote.slice(cut - 1, cut + 1))) cut -= 1;
  return cut;
}

const IN_NUMBER = /^[\p{Nd}.,．，][\p{Nd}.．%％]$|^\p{Nd}[,，]$/u;

function listFound(question: Question, found: readonly Found[], heading: string): Answer {
  const { language } = question;
  const shown = found.slice(0, MOST_LISTED);
  const lines = shown.map(
    (one) => `· ${placeAndYear(one.source.report, language)}:${one.line}\n  —— ${placeLine(one.citation)}`,
  );
  const answer = compose({
    kind: 'list',
    language,
    answer: shown
      .map((one) => `${placeAndYear(one.source.report, language)}${one.figure ? ` ${one.figure.raw}` : ''}`)
      .join(WORDING.joins.answers[language]),
    lead: `${heading}\n${lines.join('\n')}`,
    figures: shown.flatMap((one, citation) => one.figures.map((figure) => ({ ...figure, citation }))),
  });
  return { ...answer, citations: shown.map((one) => one.citation) };
}
