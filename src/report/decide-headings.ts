/**
 * Which lines of a body are headings, decided with the lines around them.
 *
 * A numbered line alone does not tell: `1.区党工委高度重视…` may be the first of several numbered
 * paragraphs, `(一)执法力量不足。` the first of several numbered sentences. A heading has text under it.
 */

import { endOfBold, type NumberedLine, parseHeading } from './parse-heading.ts';
import type { NumberingStyle } from './parse-marker.ts';
import { countHan, isProse, type Line } from './report-lines.ts';

/** A line and, where it is or begins with a heading, what kind. */
export interface OutlineLine {
  readonly line: Line;
  /** `plain`: a heading without a number; `lead`: one in bold that its text follows. Absent for body text. */
  readonly style?: NumberingStyle | 'plain' | 'lead';
  readonly number?: number;
  /** Of a heading without a number, how deep the file says it is. */
  readonly level?: number;
  /** As printed. */
  readonly heading?: string;
}

/** Decides for every line whether it is (or begins with) a heading. */
export function decideHeadings(lines: readonly Line[]): OutlineLine[] {
  const numbered = lines.map(parseHeading);
  rejectStrayNumbers(numbered);
  rejectSentences(lines, numbered);
  const ordinal = findOrdinalHeadings(lines);
  const plain = findPlainHeadings(lines, numbered);
  const leads = findLeads(lines, numbered);
  const levels = levelPlain(lines, plain);
  return lines.map((line, position): OutlineLine => {
    const found = numbered[position];
    if (found !== undefined && found.shape !== 'sentence') {
      return { line, style: found.marker.style, number: found.marker.number, heading: found.heading };
    }
    if (ordinal.has(position)) return { line, style: 'ordinal', heading: line.text };
    if (leads.has(position))
      return { line, style: 'lead', heading: line.text.slice(0, endOfBold(line)).trimEnd() };
    if (!plain.has(position)) return { line };
    const level = line.level ?? levels.get(position);
    return { line, style: 'plain', heading: line.text, ...(level !== undefined && { level }) };
  });
}

/** Numbers that continue nothing (`12.4国家宪法日`, `45.…`) are not heading numbers. */
function rejectStrayNumbers(numbered: (NumberedLine | undefined)[]): void {
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const [position, found] of numbered.entries()) {
    if (found === undefined) continue;
    const { style, number, above } = found.marker;
    const key = `${style} ${above.join('.')}`;
    const continues = number <= (last.get(key) ?? 0) + 3;
    const parentSeen = above.length === 0 || above.join('.') === '1' || seen.has(above.join('.'));
    if (!continues || !parentSeen) {
      numbered[position] = undefined;
      continue;
    }
    last.set(key, number);
    seen.add([...above, number].join('.'));
    if (above.length > 0) seen.add([...above.slice(0, -1), (above.at(-1) ?? 0) + 1].join('.'));
  }
}

/**
 * Numbered sentences with nothing under them are paragraphs.
 *
 * `(一)执法力量与管辖面积不匹配,…。` followed at once by `(二)…。` is a list; where text follows each of
 * them (`(一)建强执法队伍。`), the same form is a heading.
 */
function rejectSentences(lines: readonly Line[], numbered: (NumberedLine | undefined)[]): void {
  for (let start = 0; start < lines.length; start += 1) {
    const first = numbered[start];
    if (first === undefined || (first.shape !== 'stopped' && first.shape !== 'alone')) continue;
    let end = start + 1;
    while (isSibling(numbered[end], first)) end += 1;
    const bodiless = end - start - (hasText(numbered, end, lines) ? 1 : 0);
    const listed = first.shape === 'stopped' || isListStyle(first);
    const items = bodiless >= 2 && listed ? end - start : first.shape === 'stopped' ? bodiless : 0;
    for (let position = start; position < start + items; position += 1) {
      const item = numbered[position];
      if (item !== undefined)
        numbered[position] = { ...item, shape: 'sentence', heading: lines[position]?.text ?? '' };
    }
    start = end - 1;
  }
}

function isSibling(next: NumberedLine | undefined, first: NumberedLine): boolean {
  return next !== undefined && next.marker.style === first.marker.style && next.shape === first.shape;
}

/** Whether the line at a position belongs under the heading before it: text, or a heading of another style. */
function hasText(
  numbered: readonly (NumberedLine | undefined)[],
  position: number,
  lines: readonly Line[],
): boolean {
  const before = numbered[position - 1];
  const next = numbered[position];
  if (position >= lines.length || before === undefined) return false;
  // (一)…不少于8部。 and (二)…,力争…。 go on with each other, though the second one is too long for a heading.
  const goesOn = before.shape === 'stopped' && next?.shape === 'sentence';
  if (
    goesOn &&
    next.marker.style === before.marker.style &&
    next.marker.number === before.marker.number + 1
  ) {
    return false;
  }
  if (next === undefined || next.shape === 'sentence') return true;
  if (next.marker.style === before.marker.style) return false;
  return next.marker.number === 1;
}

function isListStyle(found: NumberedLine): boolean {
  return !['part', 'chapter', 'section', 'chinese', 'chinese-bracket'].includes(found.marker.style);
}

/**
 * `首先，抓统筹，压实责任` on a line of its own with text under it. `首先，成立…。` orders sentences and heads nothing,
 * and so does a single one.
 */
function findOrdinalHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [position, line] of lines.entries()) {
    const next = lines[position + 1];
    const isShort =
      countHan(line.text) >= 5 && countHan(line.text) <= 40 && !/[。;!?:,、]$|[。;]/.test(line.plain);
    if (!isShort || line.row !== undefined || !ORDINAL.test(line.plain) || next === undefined) continue;
    if (isProse(next) || next.row !== undefined || parseHeading(next) !== undefined) found.add(position);
  }
  return found.size >= 2 ? found : new Set();
}

const ORDINAL = /^(?:首先|其次|再次|再者|接着|随后|然后|此外|另外|最后|第[一二三四五六七八九十]),/;

/** Bold words that begin a paragraph, as headings run into their text do; one alone is emphasis. */
function findLeads(
  lines: readonly Line[],
  numbered: readonly (NumberedLine | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [position, line] of lines.entries()) {
    const { bold = 0, text } = line;
    if (bold === 0 || bold >= text.length || line.row !== undefined || numbered[position] !== undefined)
      continue;
    const words = line.plain.slice(0, bold).trim();
    const closes = /[。:]$/.test(words) || /^[。:]/.test(line.plain.slice(bold));
    const han = countHan(words);
    if (!closes || han < 3 || han > 30 || /[。;].|^[一二三四五六七八九十]是|^(?:首先|其次|最后)/.test(words))
      continue;
    if (countHan(text.slice(bold)) >= 10) found.add(position);
  }
  return found.size >= 2 ? found : new Set();
}

/**
 * Headings without a number: a short line without stop between prose and prose.
 *
 * One alone among numbered headings is rather a caption or a stray line.
 */
function findPlainHeadings(
  lines: readonly Line[],
  numbered: readonly (NumberedLine | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const shown = lines.filter((line) => isShown(line) && isPlainHeading(line)).length;
  const others = numbered.filter((entry) => entry !== undefined && entry.shape !== 'sentence').length;
  for (const [position, line] of lines.entries()) {
    const next = lines[position + 1];
    if (numbered[position] !== undefined || next === undefined || !isPlainHeading(line)) continue;
    // Where the file shows which lines are headings, the others are none.
    if (shown >= 2 && !isShown(line)) continue;
    if (shown >= 2) {
      found.add(position);
      continue;
    }
    const before = lines[position - 1];
    const opens = before === undefined || /[。;!?:”)]$/.test(before.plain) || found.has(position - 1);
    const afterHeading = numbered[position - 1] !== undefined && numbered[position - 1]?.shape !== 'sentence';
    const leads = isProse(next) || /。/.test(next.text) || numbered[position + 1]?.marker.number === 1;
    const behind = lines[position + 2];
    // 年度工作成效 with its first part right below it, in a report without numbers.
    const holds = others === 0 && behind !== undefined && isPlainHeading(next) && isProse(behind);
    if ((opens || afterHeading) && (leads || holds)) found.add(position);
  }
  return found.size >= 2 || others === 0 ? found : new Set();
}

/**
 * Depths of headings without numbers: where one stands right below another, those with another below them
 * are outer ones, and so are those that name a usual part of a report.
 */
function levelPlain(lines: readonly Line[], plain: ReadonlySet<number>): ReadonlyMap<number, number> {
  const unmarked = [...plain].filter((position) => lines[position]?.level === undefined);
  const outer = unmarked.filter((position) => plain.has(position + 1));
  if (outer.length === 0) return new Map();
  const isOuter = (position: number) => outer.includes(position) || PART.test(lines[position]?.plain ?? '');
  return new Map(unmarked.map((position) => [position, isOuter(position) ? 1 : 2]));
}

/** How reports name their parts. */
const PART =
  /^(?:总体|主要|基本|20\d\d年|年度|工作|存在|问题|不足|困难|下一步|下步|今后|来年|明年|党政主要).{0,20}(?:情况|成效|成绩|亮点|做法|问题|不足|之处|困难|短板|差距|打算|计划|安排|思路|举措|重点|履职)$/;

/** Marked as a heading, or bold as a whole. */
function isShown({ level, bold = 0, text, row }: Line): boolean {
  return row === undefined && (level !== undefined || bold >= text.length);
}

function isPlainHeading(line: Line): boolean {
  const han = countHan(line.text);
  if (line.row !== undefined || han < 4 || han > 40 || line.text.length > 50) return false;
  if (/[。;!?:,、…]$/.test(line.plain) || /[。;]/.test(line.plain)) return false;
  if (/^(?:[一二三四五六七八九十]是|首先|其次|附|注|[图表]\s*\d|[-—·•●])/.test(line.plain)) return false;
  return !/\d[\d.]{0,20}\s{0,4}(?:万|亿)?(?:件|人|次|元|%)/.test(line.plain);
}
