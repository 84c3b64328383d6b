/** Answers a question for a number from one report's evidence. */
import { splitClauses } from '../../language/clauses.ts';
import type { Figure } from '../../report/report.ts';
import { asksForPlan } from '../../retrieval/asked-figure.ts';
import type { PreparedParagraph } from '../../retrieval/prepare-report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import type { ScoredFigure } from '../../retrieval/score-figures.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer, StatedFigure } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import { chooseFigures } from './choose-figures.ts';
import { bare, nameFor, printedFigure, withConversion } from './name-figure.ts';

const LONGEST_QUOTE = 240;
/** A figure printed twice under one label with two values: all of them. */
export function withTwins(best: ScoredFigure, paragraph: PreparedParagraph): Figure[] {
  const twins = paragraph.figures.filter(
    (other) =>
      other.figure.index !== best.figure.index &&
      other.label === best.prepared.label &&
      other.figure.unit === best.figure.unit &&
      other.figure.sentence === best.figure.sentence &&
      !best.prepared.aspect &&
      !best.prepared.isChange &&
      bare(other.label).length >= 3,
  );
  const values = new Set([best.figure.value, ...twins.map((twin) => twin.figure.value)]);
  if (values.size < 2) return [best.figure];
  return [best.figure, ...twins.map((twin) => twin.figure)].sort((a, b) => a.start - b.start);
}

/** Composes the reply to a question for a number; `undefined` when the report does not give it. */
export function answerFigure(question: Question, found: ReportEvidence): Answer | undefined {
  const chosen = chooseFigures(question, found);
  if (chosen.length === 0 || chosen.length < Math.min(2, question.asks.length)) return undefined;
  const { language } = question;
  const lines: string[] = [];
  const stated: StatedFigure[] = [];
  const shown: string[] = [];
  const notes = new Set<string>();
  const citations = [
    ...new Map(chosen.map((one) => [quoteOf(one.figure, one.paragraph), one])).entries(),
  ].map(([quote, one]) => citeParagraph(found.report, one.paragraph.paragraph, quote));
  for (const one of chosen) {
    const figures = withTwins(one, one.paragraph);
    if (figures.length > 1) notes.add(WORDING.answers.twoFigures[language]);
    const citation = citations.findIndex(
      ({ paragraph, quote }) => paragraph === one.figure.paragraph && quote.includes(one.figure.raw),
    );
    for (const figure of figures) {
      shown.push(printedFigure(figure));
      stated.push({
        raw: figure.raw,
        value: figure.value,
        unit: figure.unit,
        citation: Math.max(0, citation),
      });
      if (figure.period) notes.add(WORDING.answers.partYear(figure.period)[language]);
      if (figure.planned && !asksForPlan(question)) notes.add(WORDING.answers.planned[language]);
    }
    lines.push(
      `${nameFor(one, question)}${WORDING.joins.colon[language]}${figures.map((figure) => withConversion(figure, language)).join(WORDING.joins.names[language])}`,
    );
  }
  const place = placeAndYear(found.report, language);
  const lead =
    lines.length === 1
      ? `${place} · ${lines[0]}`
      : `${place}\n${lines.map((line) => `· ${line}`).join('\n')}`;
  return compose({
    kind: 'answer',
    language,
    answer: shown.join('、'),
    lead,
    citations,
    figures: stated,
    notes: [...notes],
  });
}

/** The sentence the figure stands in, or so much of it as a phone shows. */
export function quoteOf(figure: Figure, paragraph: PreparedParagraph): string {
  const text = paragraph.paragraph.text;
  const at = text.indexOf(figure.sentence);
  if (figure.sentence.length <= LONGEST_QUOTE && at >= 0) return figure.sentence;
  const clauses = splitClauses(text);
  const index = clauses.findIndex((clause) => clause.end > figure.start);
  let from = index;
  while (from > 0 && clauses[from - 1]!.start >= at && clauses[index]!.end - clauses[from - 1]!.start <= 110)
    from--;
  let to = index;
  while (
    to + 1 < clauses.length &&
    clauses[to + 1]!.end <= at + figure.sentence.length &&
    clauses[to + 1]!.end - clauses[from]!.start <= 180
  )
    to++;
  return text.slice(clauses[from]!.start, Math.max(clauses[to]!.end, figure.end));
}
