/** Adds to an answer what its report itself contradicts: the figure stays as printed, the contradiction is a note. */
import type { Library } from '../../library/library.ts';
import { contradictionsOf } from '../../report/audit-report.ts';
import type { Check } from '../../report/check.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { checksOf } from './report-checks.ts';
import { CheckProof, checkLine } from './state-check.ts';

const MOST_NOTES = 3;

/** The answer with a note for every contradiction that a figure or misprint of it has a part in. */
export function withAuditNotes(answer: Answer, library: Library): Answer {
  if (answer.citations.length === 0 || answer.kind === 'refusal' || answer.kind === 'clarify') return answer;
  const proof = new CheckProof(answer.citations, answer.figures);
  const notes: string[] = [];
  for (const id of new Set(answer.citations.map((citation) => citation.report))) {
    const report = library.report(id);
    if (!report) continue;
    for (const check of contradictionsOf(checksOf(library, id))) {
      const line = checkLine(check, answer.language);
      if (notes.length >= MOST_NOTES || answer.text.includes(line) || !isInvolved(answer, id, check))
        continue;
      proof.add(report, check);
      notes.push(line);
    }
  }
  if (notes.length === 0) return answer;
  const lines = notes.map((note) => WORDING.answers.note(note)[answer.language]).join('\n');
  const text = `${answer.text}\n${answer.notes.length > 0 ? '' : '\n'}${lines}`;
  return {
    ...answer,
    text,
    citations: proof.citations,
    figures: proof.figures,
    notes: [...answer.notes, ...notes],
  };
}

/** Whether the direct answer gives one of the figures in question, or its first quote the misprint. */
function isInvolved(answer: Answer, report: string, check: Check): boolean {
  if (check.figures.length === 0 || check.kind === 'claim') {
    const [first] = answer.citations;
    return (
      first?.report === report &&
      check.quotes.some((quote) => quote.paragraph === first.paragraph && first.quote.includes(quote.text))
    );
  }
  // The base of a share is in question as little as the parts of a list that has two figures under one label.
  const questioned = check.kind === 'share' ? check.figures.slice(0, -1) : check.figures;
  return questioned.some(
    (figure) =>
      answer.citations.some(
        (citation) =>
          citation.report === report &&
          citation.paragraph === figure.paragraph &&
          citation.quote.includes(figure.raw),
      ) && names(answer.answer, figure.raw),
  );
}

/** Whether a text has the figure, and not inside a longer number. */
function names(text: string, raw: string): boolean {
  for (let at = text.indexOf(raw); at >= 0; at = text.indexOf(raw, at + 1)) {
    if (!/[\d.,]$/.test(text.slice(0, at)) || !/^\d/.test(raw)) return true;
  }
  return false;
}
