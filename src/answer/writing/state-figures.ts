/** The figures that a written text states, each as the paragraph that it cites prints it. */
import { splitSentences } from '../../language/clauses.ts';
import { withoutMarks } from './place-marks.ts';
import type { Proof } from './proof.ts';
import { readProved } from './prove-text.ts';

/** A figure of a paragraph that was handed over. */
export interface WrittenFigure {
  readonly raw: string;
  readonly value: number;
  readonly unit: string;
  /** Number of the evidence that holds it. */
  readonly evidence: number;
}

/** The figures of the sentences, in their order, each once for its paragraph. */
export function stateFigures(sentences: readonly string[], proof: Proof): readonly WrittenFigure[] {
  const found = new Map<string, WrittenFigure>();
  for (const { borne } of sentences.flatMap((sentence) => readProved(sentence, proof).proved)) {
    for (const { source, figure } of borne) {
      const text = proof.evidence.find((one) => one.number === source.number)?.citation.text ?? '';
      const raw = text.slice(figure.start, figure.end);
      const { value, unit } = figure;
      found.set(`${source.number} ${raw}`, { raw, value, unit, evidence: source.number });
    }
  }
  return [...found.values()];
}

/** The sentence of a paragraph that is said again: the one that prints the figures given, then shares most words. */
export function quoteFor(said: readonly string[], figures: readonly WrittenFigure[], text: string): string {
  const pairs = new Set(said.flatMap((sentence) => pairsOf(withoutMarks(sentence))));
  const ranked = splitSentences(text).map(({ start, end }) => {
    const quote = text.slice(start, end);
    const printed = figures.filter(({ raw }) => quote.includes(raw));
    return { quote, figures: printed.length, words: pairsOf(quote).filter((pair) => pairs.has(pair)).length };
  });
  return ranked.sort((a, b) => b.figures - a.figures || b.words - a.words)[0]?.quote ?? text;
}

function pairsOf(text: string): string[] {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
