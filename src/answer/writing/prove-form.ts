/** Proves what a text must not hold whatever its evidence: addresses, commands, its own instructions. */
import type { Language } from '../../wording/language.ts';
import type { NumberFault } from './prove-numbers.ts';
import type { Source } from './read-sources.ts';

const LINK =
  /\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.-]+@[\w-]+\.\w+|(?<![\w@])@\w{3,}|\bt\.me\/\S+|\b[\w-]{2,}\.(?:com|cn|org|net|io|xyz|top|info)\b|!?\[[^\]]*\]\([^)]*\)|<\/?[a-z][^>]{0,80}>|(?:^|\s)\/[a-z]{3,}\b/gi;
/** As many characters, words, or letters of the instructions in a row are no accident. */
const REPEATED_CHARACTERS = 12;
const REPEATED_WORDS = 6;
const REPEATED_LETTERS = 30;
const LONGEST_SENTENCE = 700;

/** Addresses and the like: also one that a report prints may be an attacker's, and no reply needs it. */
export function proveLinks(text: string): NumberFault[] {
  return [...text.matchAll(LINK)].map(
    ([words]) => ({ kind: 'link', detail: `“${words.trim().slice(0, 60)}” must not be written` }) as const,
  );
}

/** Whether a sentence repeats what the model was told; what the evidence says too may be said. */
export function proveDiscretion(
  text: string,
  instructions: string,
  sources: readonly Source[],
): NumberFault[] {
  const told = plain(instructions);
  const printed = plain(sources.map((source) => `${source.text}\n${source.around}`).join('\n'));
  const said = plain(text);
  const words = windows(said.split(' '), REPEATED_WORDS)
    .filter((part) => part.every((word) => /^[a-z]/.test(word)))
    .map((part) => part.join(' '));
  // Marks and spaces between them make no other words.
  const [toldTight, printedTight] = [tight(told), tight(printed)];
  const runs = (letters: RegExp, size: number) =>
    [...tight(said).matchAll(letters)].flatMap(([run]) =>
      windows([...run], size).map((part) => part.join('')),
    );
  const repeated =
    words.find((part) => told.includes(part) && !printed.includes(part)) ??
    [...runs(/[\u3400-\u9fff]+/g, REPEATED_CHARACTERS), ...runs(/[a-z]+/g, REPEATED_LETTERS)].find(
      (part) => toldTight.includes(part) && !printedTight.includes(part),
    );
  return repeated === undefined
    ? []
    : [{ kind: 'prompt', detail: `“${repeated}” is part of the instructions` }];
}

const OF_ITSELF =
  /(?<![\p{L}])I(?:['’]m| am| will| can| cannot| have| was)\b|\bas an? (?:AI|assistant|language model)\b|(?<![\u4e00-\u9fff])我(?:是|现在|将|会|可以|不能|无法|已|的(?:系统|提示|指令|规则))|(?<![\p{L}])(?:[Yy]ou|[Yy]ours?|[Mm]e|[Mm]y(?:self)?)(?![\p{L}])|[你您]|作为(?:一个|一名)?(?:AI|人工智能|语言模型|助手)|系统提示|提示词|系统消息/u;

/** Whether a sentence speaks of its writer or to its reader: reports are what replies speak of. */
export function proveModesty(text: string, sources: readonly Source[]): NumberFault[] {
  const [words] = OF_ITSELF.exec(text.replace(/“[^”]*”|"[^"]*"/g, '')) ?? [];
  if (words === undefined || sources.some((source) => source.text.includes(words.toLowerCase()))) return [];
  return [{ kind: 'form', detail: `“${words}” speaks of the writer or the reader, not of the reports` }];
}

/** Whether a sentence is written in the reader's language and is no flood. */
export function proveLanguage(text: string, language: Language): NumberFault[] {
  if (text.length > LONGEST_SENTENCE) return [{ kind: 'form', detail: 'the sentence is far too long' }];
  const own = text.replace(/“[^”]*”|《[^》]*》|\([^)]*\)|（[^）]*）|「[^」]*」/g, '');
  const foreign = own.match(
    /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}]/gu,
  );
  const chinese = (own.match(/[\u3400-\u9fff]/g) ?? []).length;
  const latin = (own.match(/[A-Za-z]{2,}/g) ?? []).length;
  const isOther = language === 'zh' ? latin > 4 && latin > chinese / 2 : chinese > 8 && chinese > latin * 2;
  return foreign || isOther ? [{ kind: 'form', detail: `not written in the reader's language` }] : [];
}

function windows<T>(parts: readonly T[], size: number): T[][] {
  return parts.slice(0, Math.max(0, parts.length - size + 1)).map((_, at) => parts.slice(at, at + size));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

function tight(words: string): string {
  return words.replace(/ /g, '');
}
