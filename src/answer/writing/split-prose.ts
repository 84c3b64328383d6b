/**
 * Cuts a written text into sentences, also while it is still being written.
 *
 * A citation behind the closing mark (`……。[1]`) belongs to the sentence before it, so that a sentence is whole only
 * when something else has begun or the text is finished. `；` does not end one: what follows may share its citation.
 */

const ENDS = new Set('。!?！？…\n');
const CLOSING = new Set('”’」』）)》"\'');
const OPENING_QUOTES = '“「『《';
const CLOSING_QUOTES = '”」』》';
const CITATION = /^\s*[[［【]\s*\d{1,2}(?:\s*[,，、;；–-]\s*\d{1,2})*\s*[\]］】]/;
/** What may still become a citation. */
const OPEN_CITATION = /^\s*(?:[[［【][\d\s,，、;；–-]*)?$/;
const ABBREVIATION =
  /(?:^|[\s(（“])(?:No|Nos|Art|Arts|Sec|para|approx|vs|etc|e\.g|i\.e|cf|Mr|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])$/;
/** A quotation that was not closed by then is not one. */
const LONGEST_QUOTATION = 300;

/**
 * The whole sentences of a text that may still go on, each with its citations; joined they are its beginning.
 *
 * @param isFinished - Whether the rest counts as a sentence too.
 */
export function splitProse(text: string, isFinished: boolean): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  let quote = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\n') quote = -1;
    else if (OPENING_QUOTES.includes(character)) quote = at;
    else if (CLOSING_QUOTES.includes(character)) quote = -1;
    if (quote >= 0 && at - quote < LONGEST_QUOTATION) continue;
    if (!ENDS.has(character) && !isFullStop(text, at)) continue;
    const end = withCitations(text, at + 1);
    if (end === undefined) break;
    if (text.slice(start, end).trim() !== '') {
      sentences.push(text.slice(start, end));
      start = end;
    }
    at = end - 1;
  }
  if (isFinished && text.slice(start).trim() !== '') sentences.push(text.slice(start));
  return sentences;
}

/** The end of a sentence with the marks and citations behind it; `undefined` while more of them may come. */
function withCitations(text: string, from: number): number | undefined {
  let at = from;
  while (CLOSING.has(text[at] ?? '') || ENDS.has(text[at] ?? '')) at += 1;
  for (let found = CITATION.exec(text.slice(at)); found; found = CITATION.exec(text.slice(at))) {
    at += found[0].length;
    while (/[。.．]/.test(text[at] ?? '')) at += 1;
  }
  // A line that has ended takes no citation of the next.
  if (text[at - 1] === '\n') return at;
  return OPEN_CITATION.test(text.slice(at)) ? undefined : at;
}

/** Whether a point ends a sentence: not in 21.9, `No. 15`, `U.S.`; behind it something new begins. */
function isFullStop(text: string, at: number): boolean {
  if (text[at] !== '.' && text[at] !== '．') return false;
  if (ABBREVIATION.test(text.slice(Math.max(0, at - 8), at))) return false;
  return /^(?:["”’')）]*\s*[[［【]|["”’')）]*\s+|\n|["”’')）]*$)/.test(text.slice(at + 1));
}
