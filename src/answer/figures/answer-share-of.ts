/** Computes what share the last figure is of another: `它占全部工单多少?` after 投诉类10602宗. */
import { foldWidth } from '../../report/scan-numbers.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose } from '../compose.ts';
import { placeAndYear } from '../place.ts';
import { type Near, preferNear } from '../prefer-near.ts';
import { quoteOf } from './answer-figure.ts';
import { chooseFigures } from './choose-figures.ts';

/** The share with its two figures; `undefined` when the whole is not found or counts something else. */
export function answerShareOf(question: Question, source: ReportEvidence, near: Near): Answer | undefined {
  const paragraph = source.prepared.paragraphs.find((one) => one.paragraph.number === near.paragraph);
  const part = paragraph?.figures.find(
    ({ figure }) => figure.raw === near.except && foldWidth(near.quote).includes(foldWidth(figure.clause)),
  )?.figure;
  if (!paragraph || !part) return undefined;
  const asked = { ...question, asks: [{ at: question.normal.length }] };
  const [chosen] = chooseFigures(asked, preferNear(asked, source, near));
  if (
    !chosen ||
    chosen.figure.unit !== part.unit ||
    chosen.figure.value < part.value ||
    chosen.figure.value === 0
  )
    return undefined;
  const { language } = question;
  const whole = chosen.figure;
  const value = (part.value / whole.value) * 100;
  const raw = `${value.toFixed(2)}%`;
  const citations = [
    citeParagraph(source.report, paragraph.paragraph, quoteOf(part, paragraph)),
    citeParagraph(source.report, chosen.paragraph.paragraph, quoteOf(whole, chosen.paragraph)),
  ];
  const shared =
    citations[0]!.quote === citations[1]!.quote && citations[0]!.paragraph === citations[1]!.paragraph;
  return compose({
    kind: 'answer',
    language,
    answer: raw,
    lead: `${placeAndYear(source.report, language)} · ${part.raw} ÷ ${whole.raw} = ${raw}`,
    citations: shared ? citations.slice(0, 1) : citations,
    figures: [
      { raw: part.raw, value: part.value, unit: part.unit, citation: 0 },
      { raw: whole.raw, value: whole.value, unit: whole.unit, citation: shared ? 0 : 1 },
      {
        raw,
        value: Number(value.toFixed(4)),
        unit: '%',
        citation: null,
        computed: { operation: 'share', operands: [0, 1] },
      },
    ],
    notes: [WORDING.answers.computedShare[language]],
  });
}
