/** The words that the name of a term is made of, for reports that print them apart. */
import { findConcepts } from '../language/concepts.ts';
import { segmentForSearch } from '../language/segment.ts';
import { CHINESE_STOP_WORDS } from '../language/stop-words.ts';
import { wordWeight } from '../language/word-weight.ts';
import { fold, type PreparedReport } from './prepare-report.ts';
import type { QuestionTerm, Wording } from './question.ts';

const RATE_NAME = /(?:率|比例|占比|满意度|覆盖面)$/;

/** Whether a name is that of a rate (成功率, 占比): its last word must be printed for it to be meant. */
export function isRateName(name: string): boolean {
  return RATE_NAME.test(name);
}

/** The Chinese name of a term: the question's own word, else the first wording. */
export function nameOf(term: QuestionTerm): string {
  return /[\u4e00-\u9fff]/.test(term.surface) ? fold(term.surface) : (term.wordings[0]?.text ?? '');
}

/** The words of the name that the report has most of, each with its synonyms. */
export function partsOf(term: QuestionTerm, report: PreparedReport): QuestionTerm[] {
  if (term.kind === 'word') return [];
  const own = /[\u4e00-\u9fff]/.test(term.surface);
  const names = own
    ? [fold(term.surface)]
    : term.wordings
        .filter((wording) => wording.weight >= 0.8)
        .slice(0, 10)
        .map((wording) => wording.text);
  let best: QuestionTerm[] = [];
  let bestShare = 0;
  for (const name of names) {
    if (name.length < 4) continue;
    const parts = wordsOf(name).map((word) => partTerm(term, word));
    const share =
      parts.filter((part) => part.wordings.some((wording) => report.text.includes(wording.text))).length /
      Math.max(1, parts.length);
    if (parts.length > 1 && share > bestShare) [best, bestShare] = [parts, share];
  }
  return bestShare >= 0.5 ? best : [];
}

const nameWords = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

/** The words that a name is made of, known concepts whole; remembered, as lexicon names come with every question. */
export function wordsOf(name: string): readonly string[] {
  const remembered = nameWords.get(name);
  if (remembered) return remembered;
  const words = cutName(name);
  if (nameWords.size < MOST_REMEMBERED) nameWords.set(name, words);
  return words;
}

/** The words of a name from left to right, known concepts whole; of a rate the last one is its 率 (调解 and 成功率). */
function cutName(name: string): string[] {
  const rate = isRateName(name) ? /[\u4e00-\u9fff]{2}(?:率|比例|占比|度|面)$/.exec(name)?.[0] : undefined;
  const rest = rate ? name.slice(0, name.length - rate.length) : name;
  const known = new Set([...segmentForSearch(rest), ...findConcepts(rest).map((mention) => mention.name)]);
  if (!rate) known.delete(rest);
  const candidates = [...known].filter((word) => word.length >= 2).sort((x, y) => y.length - x.length);
  const words: string[] = [];
  let single = '';
  // 诉前 of 诉前调解案件 is no word of its own, yet it is what the name is about.
  const endSingle = () => {
    if (single.length >= 2 && !CHINESE_STOP_WORDS.has(single)) words.push(single);
    single = '';
  };
  for (let at = 0; at < rest.length; ) {
    const word = candidates.find((one) => rest.startsWith(one, at));
    if (word) {
      endSingle();
      if (!CHINESE_STOP_WORDS.has(word)) words.push(word);
    } else if (/[\u4e00-\u9fff]/.test(rest[at]!)) single += rest[at];
    else endSingle();
    at += word?.length ?? 1;
  }
  // The 员 of 人民调解员 and the 室 of 工作室 make another thing of the word before.
  if (single.length === 1 && words.length > 0 && !/[数量率比件次人名个项达占]/.test(single))
    words.push(words.pop()! + single);
  else endSingle();
  return [...new Set([...words, ...(rate ? [rate] : [])])];
}

const partWordings = new Map<string, readonly Wording[]>();

/** A word of a name and its synonyms. */
export function wordingsOfPart(word: string): readonly Wording[] {
  const remembered = partWordings.get(word);
  if (remembered) return remembered;
  const synonyms = findConcepts(word)
    .filter(
      (mention) => mention.start === 0 && mention.end === word.length && !('definition' in mention.entry),
    )
    .flatMap((mention) => mention.entry.zh);
  const wordings = [
    { text: word, weight: 1 },
    ...synonyms
      .filter((text) => text !== word)
      .slice(0, 8)
      .map((text) => ({ text, weight: 0.88 })),
  ];
  if (partWordings.size < MOST_REMEMBERED) partWordings.set(word, wordings);
  return wordings;
}

/** 行政 is in the name of most measures and tells little of it, 强制 tells nearly all. */
function telling(word: string): number {
  return Math.min(1, Math.max(0.25, wordWeight(word) / 7));
}

function partTerm(term: QuestionTerm, word: string): QuestionTerm {
  const wordings = wordingsOfPart(word);
  return {
    ...term,
    surface: word,
    kind: 'word',
    wordings,
    weight: (word.length >= 3 ? 1 : 0.8) * telling(word),
  };
}
