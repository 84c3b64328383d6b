/** Proves quotations, titles and document numbers: they have to be printed, word for word, in what is cited. */
import { foldWidth } from '../../report/scan-numbers.ts';
import type { Vocabulary } from '../../retrieval/understand.ts';
import type { NumberFault } from './prove-numbers.ts';
import { proveSupport } from './prove-words.ts';
import type { Source } from './read-sources.ts';

const QUOTATION = /“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|《([^《》]+)》/g;
const DOCUMENT = /([\u4e00-\u9fff]{0,10})[〔[(（【]\s?((?:19|20)\d\d)\s?[〕\])）】]\s?(\d+)\s?号/g;
/** A term in quotation marks (“internet plus”) is the writer's own translation; more words are a quotation. */
const MOST_TRANSLATED_WORDS = 5;
/** Share of a longer one's terms that a quotation of the report has at least. */
const LEAST_TRANSLATED = 0.6;

/** What a sentence puts in quotation marks without its being printed. */
export function proveQuotes(text: string, sources: readonly Source[], vocabulary: Vocabulary): NumberFault[] {
  const names = sources.flatMap(({ text: all }) =>
    [...all.matchAll(/[“《]([^”》]{2,40})[”》]/g)].map(([, name]) => name!),
  );
  const isNamed = (words: string, of: readonly string[]) =>
    of.length > 0 &&
    proveSupport(words, [of.join('\n')], '', vocabulary, 'en', LEAST_TRANSLATED).length === 0;
  const printed = sources.map((source) => plain(`${source.text}\n${source.around}`)).join('\n');
  const faults: NumberFault[] = [];
  for (const match of text.matchAll(QUOTATION)) {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const isTranslated =
      !/[\u3400-\u9fff]/.test(words) &&
      (words.match(/\d+/g) ?? []).every((digits) => printed.includes(digits));
    if (isTranslated && (words.trim().split(/\s+/).length <= MOST_TRANSLATED_WORDS || isNamed(words, names)))
      continue;
    // `“一网通办……”`: what is left out may be anything.
    const parts = words
      .split(/…+|\.{3,}/)
      .map(plain)
      .filter((part) => part !== '');
    if (!parts.every((part) => printed.includes(part)))
      faults.push({ kind: 'quote', detail: `“${words.slice(0, 60)}” is not printed in what is cited` });
  }
  const known = sources.flatMap((source) => documentsIn(`${source.text}\n${source.around}`));
  for (const document of documentsIn(text)) {
    const isKnown = known.some(
      ({ digits, issuer }) => digits === document.digits && agree(issuer, document.issuer),
    );
    if (isKnown) continue;
    const number = `${document.issuer}${document.digits}`;
    faults.push({
      kind: 'document',
      detail: `the document number “${number}” is not printed in what is cited`,
    });
  }
  return faults;
}

interface DocumentNumber {
  /** The characters before the bracket; they may begin with words of the sentence. */
  readonly issuer: string;
  readonly digits: string;
}

/** Numbers such as 毕金管发〔2020〕3号. Source: 党政机关公文格式, GB/T 9704-2012 §7.2.5. */
function documentsIn(text: string): DocumentNumber[] {
  return [...foldWidth(text).matchAll(DOCUMENT)].map(([, issuer = '', year, number]) => ({
    issuer,
    digits: `〔${year}〕${number}号`,
  }));
}

function agree(printed: string, said: string): boolean {
  return said === '' || printed === '' || printed.endsWith(said) || said.endsWith(printed);
}

/** Without marks and spaces, half width, small letters: what counts are the words, and % with its number. */
function plain(text: string): string {
  return foldWidth(text)
    .toLowerCase()
    .replace(/(?![%‰])[\s\p{P}\p{S}]/gu, '');
}
