/** Computes a share that a report gives only the counts of: `上报建议215条,被采纳33条` for 采纳率. */
import type { FullReport } from '../../library/stored-report.ts';
import { type CheckedFigure, figuresInContext, quoteAround, sameKind } from '../../report/figure-context.ts';
import type { Paragraph } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';

interface Pair {
  readonly paragraph: Paragraph;
  readonly part: CheckedFigure;
  readonly whole: CheckedFigure;
  readonly score: number;
}

/** The share with its counts; `undefined` when no rate is named or its counts do not stand in one sentence. */
export function answerComputedShare(question: Question, report: FullReport): Answer | undefined {
  const stems = stemsOf(question);
  if (stems.length === 0) return undefined;
  const pairs = report.paragraphs.flatMap((paragraph) =>
    pairsOf(question, paragraph, figuresInContext(paragraph, report.figures), stems),
  );
  const best = pairs.sort((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  const { language } = question;
  const [part, whole] = [best.part.figure, best.whole.figure];
  const value = (part.value / whole.value) * 100;
  const raw = `${value.toFixed(2)}%`;
  const computation = `${part.raw.trim()} ÷ ${whole.raw.trim()} = ${raw}`;
  return compose({
    kind: 'answer',
    language,
    answer: raw,
    lead: `${placeAndYear(report, language)} · ${computation}`,
    citations: [citeParagraph(report, best.paragraph, quoteAround(best.paragraph, [part, whole]))],
    figures: [
      ...[part, whole].map((figure) => ({
        raw: figure.raw,
        value: figure.value,
        unit: figure.unit,
        citation: 0,
      })),
      {
        raw,
        value: Number(value.toFixed(4)),
        unit: '%',
        citation: null,
        computed: { operation: 'share' as const, operands: [0, 1] },
      },
    ],
    notes: [WORDING.answers.computedShare[language]],
  });
}

/** 采纳 of 采纳率, in the question's own words or those of its terms. */
function stemsOf(question: Question): string[] {
  const texts =
    question.language === 'zh'
      ? [question.normal]
      : question.terms.flatMap((term) =>
          term.wordings.filter((wording) => wording.weight >= 0.8).map((wording) => wording.text),
        );
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/([\u4e00-\u9fff]{2})率/g)].map((match) => match[1]!)),
    ),
  ];
}

function pairsOf(
  question: Question,
  paragraph: Paragraph,
  figures: readonly CheckedFigure[],
  stems: readonly string[],
): Pair[] {
  return figures.flatMap((part, position) => {
    const whole = figures
      .slice(0, position)
      .findLast(
        (one) =>
          one.sentence === part.sentence &&
          sameKind(one.figure, part.figure) &&
          one.figure.value >= part.figure.value,
      );
    if (
      !whole ||
      part.figure.unit === '%' ||
      part.figure.planned ||
      !stems.some((stem) => part.before.includes(stem))
    )
      return [];
    const sentence = part.figure.sentence;
    const shared = question.terms.reduce(
      (sum, term) =>
        sum + (term.wordings.some((wording) => sentence.includes(wording.text)) ? term.weight : 0),
      0,
    );
    return shared > 0 ? [{ paragraph, part, whole, score: shared }] : [];
  });
}
