/** Says in both languages why a file cannot be read: its readers word it in English, for the person at the keyboard. */
import type { BothLanguages } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';

const {
  scan,
  fonts,
  password,
  empty,
  tooLarge,
  tooManyPages,
  tooManyFiles,
  tooMuch,
  tooLong,
  register,
  noReport,
  noRegion,
  noYear,
  damaged,
  binary,
  kind,
  other,
} = WORDING.uploadRefusals;

/** The first that fits counts. */
const reasons: readonly (readonly [RegExp, (...groups: string[]) => BothLanguages])[] = [
  [/^it is no list of reports \((.+)\); /s, (said) => register(said)],
  [/pictures of pages and no text/, () => scan],
  [/fonts do not say which characters/, () => fonts],
  [/protected by a password/, () => password],
  [/^it(?:s archive)? is empty/, () => empty],
  [/at most (\d+ MB) are read/, (limit) => tooLarge(limit)],
  [/pages, at most (\d+) are read/, (limit) => tooManyPages(limit)],
  [/, more than any report$/, () => tooLong],
  [/more than (\d+) files/, (limit) => tooManyFiles(limit)],
  [/took more than|more memory than|tags, at most|(?:larger|unpack to more) than any report/, () => tooMuch],
  [/no text of a report/, () => noReport],
  [/which region it speaks for/, () => noRegion],
  [/which year it covers/, () => noYear],
  [/damaged|nested|declares entities|its reader|its part|packed in a way/, () => damaged],
  [/^it is binary|no plain text/, () => binary],
  [/^it is (an? .+)$/, (found) => kind(found)],
];

/** A reason as a whole sentence; one that is not known keeps its English words. */
export function wordRefusal(reason: string): BothLanguages {
  for (const [pattern, word] of reasons) {
    const found = pattern.exec(reason);
    if (found) return word(...found.slice(1));
  }
  return other(reason);
}
