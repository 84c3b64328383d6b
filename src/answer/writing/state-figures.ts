/** The figures that a written text states, each as the paragraph that it cites prints it. */
import { splitSentences } from '../../language/clauses.ts';
import { scanNumbers } from '../../report/scan-numbers.ts';
import { citedNumbers, withoutMarks } from './place-marks.ts';
import type { NumberedEvidence } from './proof.ts';

/** A figure of a paragraph that was handed over. */
export interface WrittenFigure {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  /** Number of the evidence that holds it. */
  readonly evidence: number;
}

const ENGLISH = /(\d[\d,]*(?:\.\d+)?)\s?(thousand|million|billion|trillion)\b/gi;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** The figures of the sentences, in their order, each once for its paragraph. */
export function stateFigures(
  sentences: readonly string[],
  evidence: readonly NumberedEvidence[],
): WrittenFigure[] {
  const found = new Map<string, WrittenFigure>();
  for (const sentence of sentences) {
    const values = valuesIn(withoutMarks(sentence));
    for (const cited of citedNumbers(sentence)) {
      const text = evidence[cited - 1]?.citation.text ?? '';
      for (const number of scanNumbers(text)) {
        const isStated = values.some(
          ({ value, unit }) => isSame(value, number.value) && fits(unit, number.unit),
        );
        const raw = text.slice(number.start, number.end);
        if (isStated)
          found.set(`${cited} ${raw}`, { raw, value: number.value, unit: number.unit, evidence: cited });
      }
    }
  }
  return [...found.values()];
}

/** The sentence of a paragraph that a written sentence says again: the one that shares its figures, then its words. */
export function quoteFor(sentences: readonly string[], text: string): string {
  const values = sentences.flatMap((sentence) => valuesIn(withoutMarks(sentence)));
  const pairs = new Set(sentences.flatMap((sentence) => pairsOf(withoutMarks(sentence))));
  const ranked = splitSentences(text).map(({ start, end }) => {
    const quote = text.slice(start, end);
    const shared = scanNumbers(quote).filter((number) =>
      values.some(({ value }) => isSame(value, number.value)),
    );
    const overlap = pairsOf(quote).filter((pair) => pairs.has(pair)).length;
    return { quote, score: shared.length * 1000 + overlap };
  });
  return ranked.sort((a, b) => b.score - a.score)[0]?.quote ?? text;
}

function valuesIn(text: string): { readonly value: number; readonly unit: string }[] {
  const english = [...text.matchAll(ENGLISH)].map(([, number = '', scale = '']) => ({
    value: Number(number.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1),
    unit: '',
  }));
  return [...scanNumbers(text), ...english];
}

/** A share is no count of the same value; the measure word may be another, or English. */
function fits(stated: string, printed: string): boolean {
  return stated === '' || (stated === '%') === (printed === '%');
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-8 * Math.max(1, Math.abs(other));
}

function pairsOf(text: string): string[] {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
