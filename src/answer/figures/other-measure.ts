/** Words around a figure that name another measure than the one that is asked for. */
import { type ConceptMention, findConcepts, isIndicator, longestMentions } from '../../language/concepts.ts';
import { lexicon } from '../../language/lexicon.ts';
import { segmentWithOffsets } from '../../language/segment.ts';
import type { FittedTerm } from '../../retrieval/fit-terms.ts';
import { isRateName, nameOf } from '../../retrieval/name-parts.ts';
import { fold, type PreparedFigure, type Zone } from '../../retrieval/prepare-report.ts';
import type { QuestionTerm } from '../../retrieval/question.ts';
import { CLASS_NOUN } from './general-words.ts';
import { isTold } from './own-words.ts';

/** Weight from which a wording is a full name of the measure. */
const FULL = 0.75;
/** Nearness of the clause up to a figure. */
const CLAUSE = 0.75;
/** Nearness of the clauses before a figure, in its sentence. */
const CLAUSES = 0.45;

interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The zones without the names of other measures that have the asked one's name in them or at their beginning: 公职律师
 * is no 律师, 行政处罚案卷 no 行政处罚, and 政府常务会议 is not counted where 常务会议学法 is.
 */
export function withoutOthers(
  zones: readonly Zone[],
  fitted: FittedTerm,
  others: readonly FittedTerm[],
  isMeant: (zone: Zone) => boolean = () => true,
): readonly Zone[] {
  const names = namesOf(fitted);
  return zones.map((zone) => {
    if (!isMeant(zone) || !names.some((name) => zone.text.includes(name))) return zone;
    const taken = [
      ...otherMentions(zone.text, names, fitted, others).filter((mention) =>
        names.some((name) => isTakenBy(mention, name, zone.text, fitted.term)),
      ),
      ...compounds(zone.text, fitted, others),
    ];
    return taken.length === 0 ? zone : { ...zone, text: blank(zone.text, taken) };
  });
}

/** 败诉10件 under a heading of lawsuits: the short name of another measure ends the label, and none of this one is in it. */
function isOtherShort(
  { label, zones }: PreparedFigure,
  names: readonly string[],
  fitted: FittedTerm,
  others: readonly FittedTerm[],
): boolean {
  // 主动公开政府信息、政府文件等1500余条: a row of things that are counted together.
  const own = zones.filter(({ weight }) => weight >= CLAUSE);
  if (names.some((name) => own.some(({ text }) => text.includes(name)))) return false;
  const end = label.replace(/(?:等|数|总数|总量|达到?|为|共|计|的)+$/, '');
  return lexicon()
    .indicators.flatMap(({ weak = [] }) => weak)
    .some(
      (name) =>
        end.endsWith(name) &&
        !CLASS_NOUN.test(name) &&
        !names.some((own) => own.includes(name)) &&
        !isPieced(name, fitted, others),
    );
}

/**
 * Where a name only begins a longer noun: the 行政许可 of 行政许可案卷 and the 示范 of 示范村. After a full name only what cuts
 * through a word counts.
 */
function compounds(text: string, { term }: FittedTerm, others: readonly FittedTerm[]): TextSpan[] {
  const asked = [term, ...others.map((other) => other.term)].flatMap(({ wordings }) =>
    wordings.map((wording) => fold(wording.text)),
  );
  const found: TextSpan[] = [];
  for (const { text: wording, weight } of term.wordings) {
    const name = fold(wording);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const next = segmentWithOffsets(text.slice(at, end + 6)).find((word) => at + word.end > end);
      if (!next || !/^n(?![srt])/.test(next.tag) || CLASS_NOUN.test(next.text) || next.text.startsWith('依'))
        continue;
      const from = at + next.start;
      const isWhole = from === at || from === end;
      if (from > end || (isWhole && (weight >= FULL || isInFull(text, at, end, term)))) continue;
      if (asked.some((one) => one.includes(next.text) || (from === end && next.text.includes(one)))) continue;
      found.push({ start: at, end: at + next.end });
    }
  }
  return found;
}

/** The 清理 of 规范性文件清理制度 is no short name where the full one stands. */
function isInFull(text: string, at: number, end: number, term: QuestionTerm): boolean {
  return term.wordings.some(({ text: wording, weight }) => {
    const from = text.lastIndexOf(fold(wording), at);
    return weight >= FULL && from >= 0 && from + wording.length >= end;
  });
}

/** The zones from the nearest on, up to the first words before the figure that name another measure and not this one. */
export function upToOther(
  zones: readonly Zone[],
  fitted: FittedTerm,
  others: readonly FittedTerm[],
): readonly Zone[] {
  const names = namesOf(fitted);
  const stop = zones
    .filter(({ weight }) => weight >= CLAUSES && weight < 1)
    .sort((a, b) => b.weight - a.weight)
    .find(
      ({ text }) =>
        !names.some((name) => text.includes(name)) && otherMentions(text, names, fitted, others).length > 0,
    );
  return stop ? zones.filter(({ weight }) => weight >= stop.weight) : zones;
}

/** Whether the figure's own words name another measure in full, and the asked one before it, in short or not at all. */
export function isOfOtherMeasure(
  fitted: FittedTerm,
  figure: PreparedFigure,
  others: readonly FittedTerm[],
): boolean {
  const { label } = figure;
  const names = namesOf(fitted);
  const mentions = otherMentions(label, names, fitted, others);
  if (mentions.length === 0)
    return !isTold(label, fitted, others) && isOtherShort(figure, names, fitted, others);
  const rest = blank(
    label,
    mentions.filter((mention) => names.some((name) => isTakenBy(mention, name, label, fitted.term))),
  );
  if (fitted.term.wordings.some(({ text, weight }) => weight >= FULL && rest.includes(fold(text))))
    return false;
  // 行政执法人员共600余人参加了培训: what comes last says what is counted.
  const last = Math.max(
    ...names.map((name) => (rest.includes(name) ? rest.lastIndexOf(name) + name.length : 0)),
  );
  return mentions.some(({ end }) => end > last);
}

function namesOf({ term }: FittedTerm): string[] {
  return term.wordings.map(({ text }) => fold(text));
}

/** The measures of the lexicon that a text names and the question does not. */
function otherMentions(
  text: string,
  names: readonly string[],
  fitted: FittedTerm,
  others: readonly FittedTerm[],
): ConceptMention[] {
  const isRate = isRateName(nameOf(fitted.term));
  return longestMentions(findConcepts(text)).filter(
    ({ entry, name, language }) =>
      language === 'zh' &&
      isIndicator(entry) &&
      (isRate || !isRateName(name)) &&
      !names.includes(name) &&
      !names.some((own) => isPartOf(name, own)) &&
      !isKindOf(name, fold(fitted.term.surface)) &&
      !isPieced(name, fitted, others),
  );
}

/** 人大代表建议 of 人大代表建议和政协提案: either is a part of what is asked for. */
function isPartOf(name: string, asked: string): boolean {
  return asked.includes(name) && /[和与及、]/.test(asked.replace(name, ''));
}

/** 劳动争议调解成功率 is a 调解成功率, and 不予行政处罚 no 行政处罚. */
function isKindOf(name: string, asked: string): boolean {
  return name.endsWith(asked) && !/^(?:不|未|免|拟|取消|废止|注销)/.test(name);
}

/** Whether the question has what a name is made of, in several terms: 新登记 and 市场主体, or 人大建议 and 政协提案. */
function isPieced(name: string, fitted: FittedTerm, others: readonly FittedTerm[]): boolean {
  const own = namesOf(fitted);
  const pieces = [fitted, ...others]
    .flatMap(({ term, wordings }) => [...term.wordings, ...wordings].map(({ text }) => fold(text)))
    .filter((text) => text.length >= 2 && name.includes(text));
  const covered = new Set(pieces.flatMap((text) => [...text].map((_, index) => name.indexOf(text) + index)));
  const left = [...name].filter((_, index) => !covered.has(index)).join('');
  const hasOther = pieces.some((text) => !own.some((one) => one.includes(text)));
  return hasOther && left.replace(JOINING, '').length <= 1;
}

/** What a name has or lacks without meaning another measure. */
const JOINING =
  /案件|事项|工作|活动|情况|人员|机构|办理|承办|处理|受理|收到|开展|提供|组织|举办|各类|[和与及、的共]/g;

/** Whether a mention has the name inside it, or goes on beyond its end: the head of a Chinese name comes last. */
function isTakenBy({ start, end }: ConceptMention, name: string, text: string, term: QuestionTerm): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const last = at + name.length;
    if (start > at && start < last && end > last) return true;
    const isInside = start <= at && end >= last && end - start > name.length;
    // 联合惩戒失信主体: the 失信 of a full 失信主体 is not that of 联合惩戒失信.
    if (isInside && !goesBeyond(text, at, end, term)) return true;
  }
  return false;
}

/** Whether a full name of the measure begins at a place and ends behind another. */
function goesBeyond(text: string, at: number, end: number, term: QuestionTerm): boolean {
  return term.wordings.some(
    ({ text: wording, weight }) =>
      weight >= FULL && text.startsWith(fold(wording), at) && at + wording.length > end,
  );
}

function blank(text: string, mentions: readonly TextSpan[]): string {
  return mentions.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${'□'.repeat(end - start)}${left.slice(end)}`,
    text,
  );
}
