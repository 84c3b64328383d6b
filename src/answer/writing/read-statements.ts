/**
 * Reads a sentence as statements: its words, and for each part the paragraphs that it cites.
 *
 * A part is proved by the citations behind it, the last one by those before it: `受理64宗[1],审结60宗[2]。`
 */

/** Words and the evidence that they are attached to. */
export interface Statement {
  /** Offsets in `ReadSentence.text`. */
  readonly start: number;
  readonly end: number;
  /** Numbers of evidence, from 1, as cited; empty where the sentence cites nothing. */
  readonly cited: readonly number[];
}

/** A sentence, cut into what it states. */
export interface ReadSentence {
  /** Without its citations; emphasis and list marks are gone too. */
  readonly text: string;
  readonly statements: readonly Statement[];
}

const CITATIONS =
  /(?:\s*[[［【]\s*\d{1,2}(?:\s*[,，、;；–-]\s*\d{1,2})*\s*[\]］】])(?:[\s、,，]*[[［【]\s*\d{1,2}(?:\s*[,，、;；–-]\s*\d{1,2})*\s*[\]］】])*/g;
const LIST_MARK = /^\s*(?:[-*•·#>]+\s+|\d{1,2}[.、)）]\s+(?=\D))+/;

/**
 * Reads one sentence.
 *
 * @param fallback - What a sentence without citations speaks of.
 */
export function readStatements(
  sentence: string,
  fallback: readonly { readonly number: number }[] = [],
): ReadSentence {
  const plain = sentence.replace(/\*\*|__|`/g, '').replace(LIST_MARK, '');
  const statements: { start: number; end: number; cited: readonly number[] }[] = [];
  let text = '';
  let last = 0;
  let start = 0;
  for (const match of plain.matchAll(CITATIONS)) {
    text += plain.slice(last, match.index);
    last = match.index + match[0].length;
    const cited = numbersOf(match[0]);
    const before = statements.at(-1);
    // `……60宗[1]。[2]`: nothing is said between them.
    if (before && !/[\p{L}\p{N}]/u.test(text.slice(start)))
      statements[statements.length - 1] = { ...before, cited: [...before.cited, ...cited] };
    else statements.push({ start, end: text.length, cited });
    start = text.length;
  }
  text += plain.slice(last);
  const final = statements.at(-1);
  if (!final) statements.push({ start: 0, end: text.length, cited: fallback.map(({ number }) => number) });
  else if (/[\p{L}\p{N}]/u.test(text.slice(start)))
    statements.push({ start, end: text.length, cited: final.cited });
  else statements[statements.length - 1] = { ...final, end: text.length };
  return { text, statements };
}

function numbersOf(citations: string): number[] {
  return [...citations.matchAll(/(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?/g)].flatMap(([, from, to]) => {
    const [first, final] = [Number(from), Number(to ?? from)];
    return final < first ? [first, final] : Array.from({ length: final - first + 1 }, (_, at) => first + at);
  });
}
