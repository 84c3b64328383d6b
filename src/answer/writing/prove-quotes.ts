/** Proves quotations, titles and document numbers: they have to be printed, word for word, in what is cited. */
import { foldWidth } from '../../report/scan-numbers.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { Source } from './read-sources.ts';

const QUOTATION = /“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|《([^《》]+)》/g;
const DOCUMENT = /[\u4e00-\u9fff]{0,6}[〔[(（【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?\d+\s?号/g;
/** A term in quotation marks (“internet plus”) is the writer's own translation; more words are a quotation. */
const MOST_TRANSLATED_WORDS = 5;

/** What a sentence puts in quotation marks without its being printed. */
export function proveQuotes(text: string, sources: readonly Source[]): NumberFault[] {
  const printed = sources.map((source) => plain(`${source.text}\n${source.around}`)).join('\n');
  const faults: NumberFault[] = [];
  for (const match of text.matchAll(QUOTATION)) {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const isTranslated = !/[\u3400-\u9fff]/.test(words);
    if (isTranslated && !/\d/.test(words) && words.trim().split(/\s+/).length <= MOST_TRANSLATED_WORDS)
      continue;
    // `“一网通办……”`: what is left out may be anything.
    const parts = words
      .split(/…+|\.{3,}/)
      .map(plain)
      .filter((part) => part !== '');
    if (!parts.every((part) => printed.includes(part)))
      faults.push({ kind: 'quote', detail: `“${words.slice(0, 60)}” is not printed in what is cited` });
  }
  for (const [number] of foldWidth(text).matchAll(DOCUMENT)) {
    const digits = number.replace(/^[\u4e00-\u9fff]+/, '');
    if (!printed.includes(plain(digits)))
      faults.push({
        kind: 'document',
        detail: `the document number “${number}” is not printed in what is cited`,
      });
  }
  return faults;
}

/** Without marks and spaces, half width, small letters: what counts are the words, and % with its number. */
function plain(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/(?![%‰])[\s\p{P}\p{S}]/gu, '');
}
