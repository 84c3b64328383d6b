/**
 * Guesses how a report prints a word that it has under no known name: a misspelling (same pinyin, or one wrong
 * character beside a right word), an abbreviation (网办 of 网上办理), or parts of a long word.
 */
import { foldPinyin, toPinyin } from '../language/pinyin.ts';
import { segment } from '../language/segment.ts';
import { fold, type PreparedReport } from './prepare-report.ts';
import type { QuestionTerm, Wording } from './question.ts';

/**
 * Wordings of the report that may be meant; empty when nothing is near enough.
 *
 * @param mayBeMisspelt - False for a name that the lexicon knows and for its parts: 胜诉率 is no slip for 败诉率.
 */
export function guessWordings(
  term: QuestionTerm,
  report: PreparedReport,
  normal: string,
  mayBeMisspelt = term.kind === 'word',
): Wording[] {
  const surface = fold(term.surface);
  if (!/[\u4e00-\u9fff]/.test(surface)) return term.kind === 'word' ? spelledOut(surface, report) : [];
  const misspelt = mayBeMisspelt ? [...sameSound(surface, report), ...oneWrong(term, report, normal)] : [];
  const guesses: Wording[] = [...misspelt, ...abbreviations(surface, report)];
  if (guesses.length > 0) return guesses;
  return surface.length >= 3 && !/(?:率|比例)$/.test(surface) ? parts(surface, report) : [];
}

/** feizhi for 废止: a word of the report by its pinyin. */
function spelledOut(surface: string, report: PreparedReport): Wording[] {
  const typed = foldPinyin(surface);
  if (typed.length < 4) return [];
  return (wordsBySound(report).get(typed) ?? []).slice(0, 3).map((text) => ({ text, weight: 0.9 }));
}

const wordCache = new WeakMap<PreparedReport, ReadonlyMap<string, string[]>>();

function wordsBySound(report: PreparedReport): ReadonlyMap<string, string[]> {
  const cached = wordCache.get(report);
  if (cached) return cached;
  const table = new Map<string, string[]>();
  for (const word of new Set(segment(report.text).filter((one) => /^[\u4e00-\u9fff]{2,5}$/.test(one)))) {
    const key = toPinyin(word).join('');
    table.set(key, [...(table.get(key) ?? []), word]);
  }
  wordCache.set(report, table);
  return table;
}

/** 姿料 for 资料: the same syllables. */
function sameSound(surface: string, report: PreparedReport): Wording[] {
  if (surface.length < 2 || !/^[\u4e00-\u9fff]+$/.test(surface)) return [];
  const wanted = `${toPinyin(surface).join(' ')} `;
  const sounds = soundsOf(report);
  const found = new Set<string>();
  for (
    let at = sounds.key.indexOf(wanted);
    at >= 0 && found.size < 4;
    at = sounds.key.indexOf(wanted, at + 1)
  ) {
    const from = sounds.starts.get(at);
    if (from !== undefined) found.add(sounds.characters.slice(from, from + surface.length));
  }
  found.delete(surface);
  return [...found].map((text) => ({ text, weight: 0.9 }));
}

interface Sounds {
  /** Syllables of all Chinese characters, each with a space behind. */
  readonly key: string;
  /** The characters, and which of them begins where in `key`. */
  readonly characters: string;
  readonly starts: ReadonlyMap<number, number>;
}

const soundCache = new WeakMap<PreparedReport, Sounds>();

function soundsOf(report: PreparedReport): Sounds {
  const cached = soundCache.get(report);
  if (cached) return cached;
  const characters = report.text.replace(/[^\u4e00-\u9fff]+/g, '');
  const starts = new Map<number, number>();
  const syllables = toPinyin(characters);
  let length = 0;
  for (const [position, syllable] of syllables.entries()) {
    starts.set(length, position);
    length += syllable.length + 1;
  }
  const sounds = { key: `${syllables.join(' ')} `, characters, starts };
  soundCache.set(report, sounds);
  return sounds;
}

/** 企业投拆 for 企业投诉: one wrong character, where the word beside it is right. */
function oneWrong(term: QuestionTerm, report: PreparedReport, normal: string): Wording[] {
  const folded = fold(normal);
  const found: Wording[] = [];
  const before = /[\u4e00-\u9fff]{0,2}$/.exec(folded.slice(0, term.start))?.[0] ?? '';
  const after = /^[\u4e00-\u9fff]{0,2}/.exec(folded.slice(term.end))?.[0] ?? '';
  const surface = folded.slice(term.start, term.end);
  const contexts: readonly (readonly [string, string])[] = [
    [before, ''],
    ['', after],
    ...(surface.length >= 3 ? [['', ''] as const] : []),
  ];
  for (const [left, right] of contexts) {
    if (surface.length < 3 && (left || right).length < 2) continue;
    for (let at = 0; at < surface.length; at++) {
      const pattern = new RegExp(
        `${escapePattern(left)}(${escapePattern(surface.slice(0, at))}[\\u4e00-\\u9fff]${escapePattern(surface.slice(at + 1))})${escapePattern(right)}`,
      );
      const match = pattern.exec(report.text);
      if (match?.[1] && !found.some((wording) => wording.text === match[1]))
        found.push({ text: match[1], weight: 0.8 });
    }
  }
  return found.slice(0, 3);
}

/** 网办 for 网上办理, 调成 for 调解成功: the characters in order, each at most two apart. */
function abbreviations(surface: string, report: PreparedReport): Wording[] {
  if (surface.length < 2 || surface.length > 3 || !/^[\u4e00-\u9fff]+$/.test(surface)) return [];
  const pattern = new RegExp([...surface].map(escapePattern).join('[\\u4e00-\\u9fff]{1,2}'), 'g');
  const found = new Set([...report.text.matchAll(pattern)].slice(0, 6).map((match) => match[0]));
  return [...found].map((text) => ({ text, weight: 0.6 }));
}

/** A long word of which only parts are printed. */
function parts(surface: string, report: PreparedReport): Wording[] {
  const found: Wording[] = [];
  for (let length = surface.length - 1; length >= 2; length--) {
    for (let at = 0; at + length <= surface.length; at++) {
      const text = surface.slice(at, at + length);
      if (report.text.includes(text) && !found.some((wording) => wording.text.includes(text)))
        found.push({ text, weight: (0.7 * length) / surface.length });
    }
  }
  return found;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
