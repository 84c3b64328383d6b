/** Answers a question that holds two figures of a report against each other where nothing can be recomputed. */
import type { FullReport } from '../../library/stored-report.ts';
import type { Figure } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';

/** Both figures as printed, and that the report does not explain them; `undefined` unless two of them are printed. */
export function answerStatedFigures(question: Question, report: FullReport): Answer | undefined {
  const { language } = question;
  const found = question.premises.flatMap((premise) =>
    report.figures.filter(
      (figure) => figure.value === premise.value && (figure.unit === premise.unit || premise.unit === ''),
    ),
  );
  const paragraph = mostNamed(found);
  const figures = [...new Set(found)].filter((figure) => figure.paragraph === paragraph);
  if (figures.length < 2 || paragraph === undefined) return undefined;
  const quotes = [...new Set(figures.map((figure) => figure.clause))];
  const citations = quotes.map((quote) => citeParagraph(report, report.paragraphs[paragraph - 1]!, quote));
  const sentence = WORDING.selfCheck.notRecomputable[language];
  return compose({
    kind: 'answer',
    language,
    answer: `${figures.map((figure) => figure.raw).join(WORDING.joins.names[language])}`,
    lead: `${placeAndYear(report, language)}\n${sentence}`,
    citations,
    figures: figures.map((figure) => ({
      raw: figure.raw,
      value: figure.value,
      unit: figure.unit,
      citation: quotes.indexOf(figure.clause),
    })),
  });
}

/** The paragraph that holds most of the figures. */
function mostNamed(figures: readonly Figure[]): number | undefined {
  const counts = new Map<number, number>();
  for (const figure of figures) counts.set(figure.paragraph, (counts.get(figure.paragraph) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
