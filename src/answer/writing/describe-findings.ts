/** What code settled before the model writes: the direct answer, what has to be stated, what was computed. */
import type { Question } from '../../retrieval/question.ts';
import type { Answer, StatedFigure } from '../answer.ts';
import { fenceText } from './fence-text.ts';
import { evidenceIndex } from './number-evidence.ts';
import type { NumberedEvidence } from './proof.ts';

/** What the writer is told, and what its text is held to. */
export interface Findings {
  /** For the prompt. */
  readonly text: string;
  /** Figures that must be stated; `citation` is the index of their paragraph in the evidence. */
  readonly required: readonly StatedFigure[];
  readonly computed: readonly StatedFigure[];
}

/** Quoted points handed over, besides the figures. */
const MOST_QUOTES = 20;

/** What of a composed answer the model has to say. */
export function describeFindings(
  composed: Answer,
  question: Question,
  evidence: readonly NumberedEvidence[],
): Findings {
  const direct = givesFigures(composed, question) ? statedIn(composed.answer, composed) : [];
  const required = direct.flatMap((figure) => {
    const cited = composed.citations[figure.citation ?? -1];
    const index = cited ? evidenceIndex(cited, evidence) : -1;
    return index < 0 ? [] : [{ ...figure, citation: index }];
  });
  const computed = composed.figures.filter((figure) => figure.computed);
  const marks = required.map((figure) => `${figure.raw} [${figure.citation! + 1}]`);
  // A summary states what its points say; what is computed there belongs to its notes.
  const isStated = composed.kind !== 'summary' && (direct.length > 0 || computed.length > 0);
  const lead = isStated ? leadOf(composed) : '';
  const quotes = direct.length > 0 ? [] : quotesOf(composed, evidence);
  return {
    // Its own numbers in brackets are written behind the fence: those of the words are not citations.
    text: [fenceText(lead), marks.join('\n'), ...quotes].filter((part) => part !== '').join('\n'),
    required: uniqueFigures(required),
    computed,
  };
}

/** Whether the direct answer is figures that were chosen, not the sentences of a passage that happen to print some. */
export function givesFigures({ kind, answer, figures }: Answer, question: Question): boolean {
  // Side by side in words, reports stand on lines of their own.
  if (kind === 'compare' || kind === 'trend') return !answer.includes('\n');
  if (kind !== 'answer') return false;
  const rest = figures
    .map(({ raw }) => raw)
    .sort((a, b) => b.length - a.length)
    .reduce((text, raw) => text.replaceAll(raw, ''), answer);
  return rest !== answer && (question.asks.length > 0 || !/[\p{L}\p{N}]/u.test(rest));
}

function statedIn(text: string, { figures }: Answer): StatedFigure[] {
  return figures.filter(({ raw, citation, computed }) => citation !== null && !computed && names(text, raw));
}

/** The lines above the proof. */
function leadOf({ text }: Answer): string {
  const blocks = text.split(/\n{2,}/);
  const proof = blocks.findIndex((block) => /^[“—]/.test(block));
  return blocks.slice(0, proof < 0 ? 1 : Math.max(1, proof)).join('\n');
}

function quotesOf({ citations }: Answer, evidence: readonly NumberedEvidence[]): string[] {
  return citations.slice(0, MOST_QUOTES).flatMap((citation) => {
    const index = evidenceIndex(citation, evidence);
    return index < 0 ? [] : [`${fenceText(citation.quote)} [${index + 1}]`];
  });
}

/** Whether a text has the figure, and not inside a longer number. */
function names(text: string, raw: string): boolean {
  for (let at = text.indexOf(raw); at >= 0; at = text.indexOf(raw, at + 1))
    if (!/[\d.,]$/.test(text.slice(0, at)) || !/^\d/.test(raw)) return true;
  return false;
}

function uniqueFigures(figures: readonly StatedFigure[]): StatedFigure[] {
  return [...new Map(figures.map((figure) => [`${figure.raw} ${figure.citation}`, figure])).values()];
}
