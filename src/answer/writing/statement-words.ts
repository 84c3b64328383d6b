/** Words of a sentence that its paragraphs have to print in some form. */

/** What is said, and what a paragraph prints that says so; both languages in one. */
export interface Wording {
  readonly said: RegExp;
  readonly printed: RegExp;
}

/** The words of a text that a wording finds in it and not in what is printed. */
export function listUnprinted(text: string, printed: string, wordings: readonly Wording[]): string[] {
  return wordings.flatMap((wording) => {
    const [words] = wording.said.exec(text) ?? [];
    return words === undefined || wording.printed.test(printed) ? [] : [words];
  });
}
