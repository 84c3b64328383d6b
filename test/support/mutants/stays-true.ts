/**
 * Whether a changed reply happens to stay true, judged by plain search in the paragraphs and not by what is tested:
 * such mutants are dropped.
 */
import type { Mutant } from './mutate-reply.ts';
import type { RightReply } from './right-replies.ts';

const SAME_UNITS = ['件宗起例', '人名位'];

/** Whether what was put in stands, as it is, in a paragraph that it cites. */
export function staysTrue(mutant: Mutant, { proof, text }: RightReply): boolean {
  if (mutant.text === text) return true;
  const cited = proof.evidence.filter(({ number }) => mutant.cited.includes(number));
  const printed = cited.map(({ citation }) => plain(citation.text)).join('\n');
  if (mutant.telling) return mutant.telling.some((words) => printed.includes(plain(words)));
  switch (mutant.kind) {
    case 'citation not given':
    case 'injection obeyed':
      return false;
    case 'citation of another paragraph': {
      const numbers = mutant.put.match(/\d[\d,.]*/g) ?? [];
      return numbers.every((number) => new RegExp(`(?<![\\d.])${plain(number)}(?!\\d)`).test(printed));
    }
    case 'qualifier':
      return isQualifiedSo(mutant.put, printed) || isPrinted(mutant.put, printed);
    case 'digit':
      // What an English text counts cannot be searched for: its number may be that of something else printed there.
      return isPrinted(proof.language === 'en' ? numberOf(mutant.put) : mutant.put, printed);
    case 'other region':
    case 'other year':
      // Every report of the evidence names its own.
      return cited.some(({ citation }) => isOwn(mutant.put, citation, plain(citation.text)));
    default:
      return isPrinted(mutant.put, printed);
  }
}

function isPrinted(put: string, printed: string): boolean {
  return variants(plain(put)).some((words) => new RegExp(`(?<![\\d.])${escaped(words)}`).test(printed));
}

function numberOf(put: string): string {
  return put.match(/\d[\d,.]*\d|\d/)?.[0] ?? put;
}

/** `more than 300` of a report's 超300 or 300余: the qualifier that was put in is the printed one. */
function isQualifiedSo(put: string, printed: string): boolean {
  const digits = escaped(plain(put).match(/\d[\d.]*/)?.[0] ?? '');
  if (digits === '' || !/^(?:more than|超)/.test(put)) return false;
  return new RegExp(
    `(?:超过?|逾|突破|不少于|至少)${digits}(?!\\d)|(?<![\\d.])${digits}(?:余|多|[^\\d,，。]{0,4}以上)`,
  ).test(printed);
}

function isOwn(
  put: string,
  { region, year, title, section }: RightReply['proof']['evidence'][number]['citation'],
  text: string,
): boolean {
  const around = plain([title, ...section].join('\n'));
  return (
    put === String(year) ||
    plain(put).includes(region) ||
    text.includes(plain(put)) ||
    around.includes(plain(put))
  );
}

/** The same with units that say the same. */
function variants(words: string): string[] {
  const last = words.at(-1) ?? '';
  const same = SAME_UNITS.find((units) => units.includes(last)) ?? '';
  return [words, ...[...same].map((unit) => words.slice(0, -1) + unit)];
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
