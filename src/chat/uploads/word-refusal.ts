/** Says in both languages why a file cannot be read: its readers word it in English, for the person at the keyboard. */
import type { BothLanguages } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';

const said = WORDING.uploadRefusals;

/** The first that fits counts. */
const reasons: readonly (readonly [RegExp, (...groups: string[]) => BothLanguages])[] = [
  [/pictures of pages and no text/, () => said.scan],
  [/fonts do not say which characters/, () => said.fonts],
  [/protected by a password/, () => said.password],
  [/^it(?:s archive)? is empty/, () => said.empty],
  [/at most (\d+ MB) are read/, (limit) => said.tooLarge(limit)],
  [/pages, at most (\d+) are read/, (limit) => said.tooManyPages(limit)],
  [/more than (\d+) files/, (limit) => said.tooManyFiles(limit)],
  [/took more than|more memory than|tags, at most|(?:larger|unpack to more) than any report/, () => said.tooMuch],
  [/no text of a report/, () => said.noReport],
  [/which region it speaks for/, () => said.noRegion],
  [/which year it covers/, () => said.noYear],
  [/damaged|nested|declares entities|its reader|its part|packed in a way/, () => said.damaged],
  [/^it is binary|no plain text/, () => said.binary],
  [/^it is (an? .+)$/, (kind) => said.kind(kind)],
];

/** A reason as a whole sentence; one that is not known keeps its English words. */
export function wordRefusal(reason: string): BothLanguages {
  for (const [pattern, word] of reasons) {
    const found = pattern.exec(reason);
    if (found) return word(...found.slice(1));
  }
  return said.other(reason);
}
