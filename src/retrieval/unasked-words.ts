/**
 * What the label of a figure says beyond the question: the more of it, the less likely the figure is the one asked for.
 */
import { segment } from '../language/segment.ts';
import { CHINESE_STOP_WORDS } from '../language/stop-words.ts';
import { wordWeight } from '../language/word-weight.ts';
import type { FittedTerm } from './fit-terms.ts';
import type { Question } from './question.ts';

const QUALIFIERS = /成功|直接|综合|驳回|撤销|维持|终止|超期|重大|新增|免费/g;

/**
 * Whether a label narrows what is counted by a word that was not asked for.
 *
 * 成功调解6385件 is only a part of what 调解了多少件 asks for.
 */
export function isQualified(label: string, terms: readonly FittedTerm[], question: Question): boolean {
  return [...label.matchAll(QUALIFIERS)].some(
    ([word]) => !question.normal.includes(word) && !terms.some((term) => covers(term, word)),
  );
}

const CHANGE_WORDS =
  /^(?:同比|较|比|上年|去年|增长|下降|上升|提高|提升|压缩|缩短|减少|降低|增加|由|至|从|以前|剩余|其余)/;

/** Of the telling words of a label, the share that no term of the question covers, from 0 to 1. */
export function unaskedShare(label: string, terms: readonly FittedTerm[], question: Question): number {
  let all = 0;
  let unasked = 0;
  for (const { word, weight } of tellingWords(label)) {
    all += weight;
    if (!question.normal.includes(word) && !terms.some((term) => covers(term, word))) unasked += weight;
  }
  return all === 0 ? 0.4 : unasked / Math.max(all, 16);
}

interface TellingWord {
  readonly word: string;
  readonly weight: number;
}

const labelWords = new Map<string, readonly TellingWord[]>();
const MOST_LABELS = 50_000;

function tellingWords(label: string): readonly TellingWord[] {
  const remembered = labelWords.get(label);
  if (remembered) return remembered;
  const words = segment(label).filter(
    (word) => !CHINESE_STOP_WORDS.has(word) && !/^[\d.%]+$/.test(word) && !CHANGE_WORDS.test(word),
  );
  const telling = words.map((word) => ({ word, weight: wordWeight(word) }));
  if (labelWords.size >= MOST_LABELS) labelWords.clear();
  labelWords.set(label, telling);
  return telling;
}

function covers(term: FittedTerm, word: string): boolean {
  return term.wordings.some(
    (wording) =>
      wording.weight >= 0.5 &&
      (wording.text.includes(word) || (word.includes(wording.text) && wording.text.length >= 2)),
  );
}
