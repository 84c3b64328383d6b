/** Citations in a written text: which paragraphs each sentence names, and the text as a reader sees it. */

/** `[1]`, `[1,2]`, `[1-3]`, also in full width. */
const ONE = String.raw`\s*[[［【]\s*\d{1,2}(?:\s*[,，、;；–-]\s*\d{1,2})*\s*[\]］】]`;
const RUN = `(?:${ONE})(?:[\\s、,，]*${ONE})*`;
/** Citations behind the mark that ends their sentence. */
const BEHIND = new RegExp(`([。．.!?！？;；])[”’"]?(${RUN})`, 'gu');
const RUNS = new RegExp(RUN, 'gu');

/** The numbers that a sentence cites, each once, in order. */
export function citedNumbers(sentence: string): readonly number[] {
  return [...new Set([...sentence.matchAll(RUNS)].flatMap((match) => numbersOf(match[0])))];
}

/** The text without its citations. */
export function withoutMarks(text: string): string {
  return text.replace(RUNS, '');
}

/**
 * The text with the places that a reader sees for its citations: `……为21.9%(¶25)。`.
 *
 * @param placeOf - What stands for a citation, such as `¶25`; blank for nothing.
 */
export function placeMarks(
  text: string,
  placeOf: (number: number) => string,
  { space, join }: { readonly space: string; readonly join: string },
): string {
  return text
    .replace(
      BEHIND,
      (whole, mark: string, run: string) => `${run}${whole.slice(0, -run.length).replace(mark, '')}${mark}`,
    )
    .replace(RUNS, (run) => {
      const places = [...new Set(numbersOf(run).map(placeOf))].filter((place) => place !== '');
      return places.length > 0 ? `${space}(${places.join(join)})` : '';
    });
}

/** The prose without what a model adds although it was told not to: emphasis, headings, marks of lists. */
export function plainProse(text: string): string {
  return text
    .replace(/\*\*|__|`/g, '')
    .replace(/^[ \t]*(?:[-*•·#>]+[ \t]+)+/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function numbersOf(run: string): number[] {
  return [...run.matchAll(/(\d{1,2})(?:\s*[–-]\s*(\d{1,2}))?/g)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)];
    return last < first ? [first, last] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
