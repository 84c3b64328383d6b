/**
 * Proves the words of a sentence: what it says has to be about what its paragraphs say, and a figure about what the
 * figure measures. Both by terms, as a question is matched to a report, so that English is proved as well.
 */
import { fold } from '../../retrieval/prepare-report.ts';
import type { QuestionTerm } from '../../retrieval/question.ts';
import { understand, type Vocabulary } from '../../retrieval/understand.ts';
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';

/** The share of a sentence's terms, by weight, that its paragraphs have at least. */
const LEAST_SUPPORT = { zh: 0.34, en: 0.25 } as const;
/** How much better another figure has to fit the words before a figure is taken for the wrong one. */
const MARGIN = 0.6;
const FILLER =
  /^(?:根据|报告|显示|指出|提到|数据|方面|情况|此外|同时|其中|总体|以上|如下|以下|主要|包括|以及|分别|达到|方式|年度|全年|according|report\w*|state\w*|show\w*|note\w*|mention\w*|year|figure\w*|data|include\w*|also|addition\w*|furthermore|moreover)$/i;

/** Whether the paragraphs bear the sentence out at all. */
export function proveSupport(
  text: string,
  sources: readonly Source[],
  asked: string,
  vocabulary: Vocabulary,
): NumberFault[] {
  const understood = understand(text, vocabulary);
  const terms = telling(understood.terms);
  if (terms.length === 0) return [];
  const printed = fold(sources.map((source) => `${source.text}\n${source.around}`).join('\n'));
  const words = fold(asked);
  let total = 0;
  let borne = 0;
  for (const term of terms) {
    total += term.weight;
    borne += term.weight * (words.includes(fold(term.surface)) ? 1 : bearing(term, printed));
  }
  const language = understood.language;
  if (borne / total >= LEAST_SUPPORT[language]) return [];
  return [
    {
      kind: 'unsupported',
      detail: `only ${Math.round((100 * borne) / total)}% of what it says stands in the paragraphs cited`,
    },
  ];
}

/** Figures beside words that name another figure of the paragraph. */
export function proveMeasures(
  text: string,
  numbers: readonly ProvedNumber[],
  vocabulary: Vocabulary,
): NumberFault[] {
  return numbers.flatMap(({ number, borne }) => {
    const words = wordsAround(text, number.start, number.end, numbers);
    const terms = telling(understand(words, vocabulary).terms);
    if (terms.length === 0) return [];
    const isMeant = borne.some(({ source, figure }) => !hasBetter(terms, figure, source));
    if (isMeant) return [];
    return [
      {
        kind: 'measure',
        detail: `“${text.slice(number.start, number.end)}” measures something else than “${words.slice(0, 40)}”`,
      } as const,
    ];
  });
}

function hasBetter(terms: readonly QuestionTerm[], figure: SourceFigure, { figures }: Source): boolean {
  if (!figure.prepared) return false;
  const own = fit(terms, figure);
  return figures.some(
    (other) =>
      other !== figure &&
      other.value !== figure.value &&
      other.unit === figure.unit &&
      fit(terms, other) - own >= MARGIN,
  );
}

/** How well a figure's own words have the terms: its label in full, its clause and what stands before it less. */
function fit(terms: readonly QuestionTerm[], { prepared }: SourceFigure): number {
  if (!prepared) return 0;
  let sum = 0;
  for (const term of terms) {
    let best = 0;
    for (const zone of prepared.zones) {
      if (zone.weight <= best || zone.weight < 0.3) continue;
      if (bearing(term, zone.text) > 0.4) best = zone.weight;
    }
    sum += term.weight * best;
  }
  return sum;
}

/** How well a text has a term: 1 under one of its names, less in parts of its own words. */
function bearing(term: QuestionTerm, printed: string): number {
  const names = term.wordings.filter(({ weight }) => weight >= 0.4).map(({ text }) => fold(text));
  if (names.some((name) => printed.includes(name)) || printed.includes(fold(term.surface))) return 1;
  const pairs = pairsOf(fold(term.surface));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => printed.includes(pair)).length / pairs.length;
}

function pairsOf(words: string): string[] {
  const characters = [...words.replace(/[^\u4e00-\u9fff]/g, '')];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Terms that say something; an English word that nothing translates says nothing here. */
function telling(terms: readonly QuestionTerm[]): QuestionTerm[] {
  return terms.filter(
    ({ surface, wordings }) => !FILLER.test(surface) && (wordings.length > 0 || !/^[A-Za-z]/.test(surface)),
  );
}

/** The words that say what a number measures: back to the number before it or the mark before that, and on to the next. */
function wordsAround(text: string, start: number, end: number, numbers: readonly ProvedNumber[]): string {
  const before = Math.max(0, ...numbers.map(({ number }) => number.end).filter((at) => at <= start));
  const next = Math.min(text.length, ...numbers.map(({ number }) => number.start).filter((at) => at >= end));
  const ahead =
    text
      .slice(before, start)
      .split(/[。;；!！?？]/)
      .at(-1) ?? '';
  const behind = text.slice(end, next).split(/[,，。;；、.!！?？(（]/)[0] ?? '';
  return `${ahead.slice(-60)} ${behind.slice(0, 40)}`.trim();
}
