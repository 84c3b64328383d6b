/** Puts an answer together: direct answer, proof, place, notes. */
import { scanNumbers } from '../report/scan-numbers.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import type { Answer, AnswerKind, Citation, StatedFigure } from './answer.ts';

/** An answer whose text is still to be put together. */
export interface Draft {
  readonly kind: AnswerKind;
  readonly language: Language;
  readonly answer: string;
  /** The lines above the proof. */
  readonly lead: string;
  readonly citations?: readonly Citation[];
  readonly figures?: readonly StatedFigure[];
  readonly notes?: readonly string[];
  readonly suggestions?: readonly string[];
  /** The lead already is the report's own words: only the places are added. */
  readonly leadQuotes?: boolean;
  /** Citations that are shown with their words; the others are places only. */
  readonly quotes?: number;
}

/** Citations that are shown with their words where nothing else is said. */
export const SHOWN_QUOTES = 3;
const SHOWN_QUOTE_CHARACTERS = 420;

/** The whole reply of a draft. Figures that its quotes print are added to `figures`. */
export function compose(draft: Draft): Answer {
  const citations = draft.citations ?? [];
  const quoted = draft.leadQuotes ? [] : citations.slice(0, draft.quotes ?? SHOWN_QUOTES);
  const notes = draft.notes ?? [];
  const noteLines = notes.map((note) => WORDING.answers.note(note)[draft.language]);
  const blocks = [
    draft.lead,
    ...proofs(quoted),
    placeLines(citations.slice(quoted.length), quoted).join('\n'),
    noteLines.join('\n'),
  ];
  return {
    kind: draft.kind,
    answer: draft.answer,
    text: [...blocks.filter((block) => block !== ''), ...suggestionLines(draft)].join('\n\n'),
    citations,
    figures: withQuoted(draft.figures ?? [], draft.leadQuotes ? citations : quoted),
    notes,
    language: draft.language,
    suggestions: draft.suggestions ?? [],
  };
}

/** Quotes with the place they stand in; the place once where the next quote stands there too. */
function proofs(citations: readonly Citation[]): string[] {
  return citations.map((citation, index) => {
    const next = citations[index + 1];
    const quote = `“${shorten(citation.quote)}”`;
    return next && placeLine(next) === placeLine(citation) ? quote : `${quote}\n—— ${placeLine(citation)}`;
  });
}

/** The places that are not shown with a quote, each once. */
function placeLines(citations: readonly Citation[], quoted: readonly Citation[]): string[] {
  const shown = new Set(quoted.map(placeLine));
  return [...new Set(citations.map(placeLine))]
    .filter((place) => !shown.has(place))
    .map((place) => `—— ${place}`);
}

/** `《title》 › 一、… › (七)… › ¶37`. */
export function placeLine(citation: Citation): string {
  const mark = citation.paragraph > 0 ? [`¶${citation.paragraph}`] : [];
  return [`《${citation.title}》`, ...citation.section, ...mark].join(' › ');
}

function shorten(quote: string): string {
  return quote.length > SHOWN_QUOTE_CHARACTERS ? `${quote.slice(0, SHOWN_QUOTE_CHARACTERS)}…` : quote;
}

function suggestionLines(draft: Draft): string[] {
  return draft.suggestions && draft.suggestions.length > 0
    ? [draft.suggestions.map((suggestion) => `· ${suggestion}`).join('\n')]
    : [];
}

function withQuoted(stated: readonly StatedFigure[], shown: readonly Citation[]): StatedFigure[] {
  const figures = [...stated];
  for (const [citation, { quote }] of shown.entries()) {
    const visible = quote.slice(0, SHOWN_QUOTE_CHARACTERS);
    for (const number of scanNumbers(visible)) {
      const raw = visible.slice(number.start, number.end);
      if (!figures.some((figure) => figure.citation === citation && figure.raw === raw))
        figures.push({ raw, value: number.value, unit: number.unit, citation });
    }
  }
  return figures;
}
