/**
 * What a numbered line is, looked at alone: a heading on its own line, a heading that runs into its
 * text, or a whole sentence that merely has a number.
 *
 * Only the lines around it tell the rest; `build-outline.ts` decides.
 */

import { type Marker, parseMarker } from './parse-marker.ts';
import { countHan, type Line } from './report-lines.ts';

/** A numbered line as it looks by itself. */
export interface NumberedLine {
  readonly marker: Marker;
  /**
   * `alone`: nothing but a heading; `stopped`: one short sentence with its 。 that may be a heading;
   * `run-in`: a heading, then text; `sentence`: body text with a number.
   */
  readonly shape: 'alone' | 'stopped' | 'run-in' | 'sentence';
  /** The heading as printed; of a sentence the whole line. */
  readonly heading: string;
}

/** The longest heading on a line of its own, in Chinese characters. */
const LONGEST_ALONE = 80;
/** The longest heading that ends with 。, by how surely its number marks a heading. */
const LONGEST_STOPPED = { chinese: 60, other: 40 };

/** Reads a line that begins with a heading number; `undefined` when it begins with none. */
export function parseHeading(line: Line): NumberedLine | undefined {
  const marker = line.row === undefined ? parseMarker(line.plain) : undefined;
  if (marker === undefined || countHan(line.text.slice(marker.length)) < 2) return undefined;
  const shown = readShownHeading(line, marker);
  if (shown !== undefined) return shown;
  const spaced = readSpacedHeading(line, marker);
  if (spaced !== undefined) return spaced;
  const words = line.plain.slice(marker.length);
  const stop = words.indexOf('。');
  if (stop === -1) return readUnstopped(line, marker, words);
  const first = words.slice(0, stop);
  const rest = words.slice(stop + 1).trim();
  const end = marker.length + stop + 1;
  const colon = readColonHeading(line, marker, first);
  if (colon !== undefined) return colon;
  if (!isHeadingLike(first, marker)) return readUnstopped(line, marker, words);
  if (rest === '') return { marker, shape: 'stopped', heading: line.text };
  // (1)个别部门重实体轻程序…存在瑕疵。(2)基层司法所力量薄弱…: items of one paragraph.
  if (hasNextNumber(rest, marker)) return { marker, shape: 'sentence', heading: line.text };
  return { marker, shape: 'run-in', heading: line.text.slice(0, end) };
}

/** A heading that the file shows as one: by its style, or in bold and its text not. */
function readShownHeading(line: Line, marker: Marker): NumberedLine | undefined {
  const { bold = 0, level, text } = line;
  if (bold > 0 && bold < text.length) {
    const end = endOfBold(line);
    const isWords = countHan(text.slice(marker.length, end)) >= 2 && countHan(text.slice(0, end)) <= 60;
    if (!isWords || countHan(text.slice(end)) < 2) return undefined;
    return { marker, shape: 'run-in', heading: text.slice(0, end).trimEnd() };
  }
  const isShort = countHan(text) <= LONGEST_ALONE && !/。.*[^。]$|[；;，,]$/.test(text);
  if (level === undefined || !isShort) return undefined;
  return { marker, shape: 'alone', heading: text };
}

/** `一、存在问题　旗县水政执法队伍…。`: a wide blank, several, or one before an account, between a heading and its text. */
function readSpacedHeading({ text, plain }: Line, marker: Marker): NumberedLine | undefined {
  const rest = text.slice(marker.length);
  const wide = /[\u2003\u3000]+|[ \u00A0]{2,}/.exec(rest);
  const blank = wide ?? /(?<=\p{Script=Han})[ \u00A0](?=[\p{Script=Han}\d])/u.exec(rest);
  if (blank === null) return undefined;
  const end = marker.length + blank.index;
  const words = text.slice(marker.length, end);
  const most = wide === null ? 20 : 30;
  const isWords = countHan(words) >= 4 && countHan(words) <= most && !/[。；;，,：:！!？?、]/.test(words);
  if (!isWords || countHan(text.slice(end)) < 15 || !text.includes('。', end)) return undefined;
  if (wide === null && !isAccount(plain.slice(end).trim())) return undefined;
  return { marker, shape: 'run-in', heading: text.slice(0, end) };
}

/** Of `一、加强领导 健全机制。全年…` the heading ends with 。; a sentence of several clauses is text, if nothing else is set apart. */
function isAccount(text: string): boolean {
  const [sentence = ''] = text.split('。');
  return (
    /[,;]/.test(sentence) && countHan(sentence) >= 12 && !/\p{Script=Han} \p{Script=Han}/u.test(sentence)
  );
}

/** One behind the bold words at the start of a line and the mark that closes them. */
export function endOfBold({ bold = 0, plain }: Line): number {
  return /[。:]/.test(plain.charAt(bold)) ? bold + 1 : bold;
}

/** A topic before a colon with a long sentence behind it: `1.加强领导:成立由…`. */
function readColonHeading(line: Line, marker: Marker, sentence: string): NumberedLine | undefined {
  const colon = sentence.indexOf(':');
  if (colon === -1 || countHan(sentence.slice(colon)) < 20 || !isTopic(sentence.slice(0, colon)))
    return undefined;
  return { marker, shape: 'run-in', heading: line.text.slice(0, marker.length + colon) };
}

/** A line without 。, or whose first sentence is no heading. */
function readUnstopped(line: Line, marker: Marker, words: string): NumberedLine {
  const colon = readColonHeading(line, marker, words.split('。')[0] ?? '');
  if (colon !== undefined) return colon;
  const alone = !/[。;!?]/.test(words) && countHan(words) <= LONGEST_ALONE && !/[,、]$/.test(words);
  const fitting = alone && !(isSmallStyle(marker) && COUNTED.test(words) && /[,]/.test(words));
  return { marker, shape: fitting ? 'alone' : 'sentence', heading: line.text };
}

/** A few words that name a topic. */
function isTopic(words: string): boolean {
  const han = countHan(words);
  return (
    han >= 3 &&
    han <= 16 &&
    !/[,;。“《(]/.test(words) &&
    !/(如下|包括|例如|比如|分别[为是]?|要求|指出|强调)$/.test(words)
  );
}

/** Whether the first sentence of a line may be a heading: short, and not an account of what was done. */
function isHeadingLike(sentence: string, marker: Marker): boolean {
  const han = countHan(sentence);
  if (han < 2 || /[;!?]/.test(sentence)) return false;
  if (han > (isSmallStyle(marker) ? LONGEST_STOPPED.other : LONGEST_STOPPED.chinese)) return false;
  if (isSmallStyle(marker) && han > 12 && /^(?:20\d\d年|今年|全年|截至|我[省市县区旗镇乡局])/.test(sentence))
    return false;
  return !(COUNTED.test(sentence) && han > 12 && /[,:]/.test(sentence));
}

function isSmallStyle(marker: Marker): boolean {
  return !['part', 'chapter', 'section', 'chinese', 'chinese-bracket'].includes(marker.style);
}

/** Whether the text goes on with the next number of the same style, as an enumeration does. */
function hasNextNumber(rest: string, marker: Marker): boolean {
  if (/^(chinese-bracket|arabic|arabic-bracket|circled)$/.test(marker.style) === false) return false;
  return [...rest.matchAll(/(?:^|[。;])\s*(?=[(①-⑳⑴-⒇]|\d{1,2}\s*[.、])/g)].some((match) => {
    const next = parseMarker(rest.slice(match.index + match[0].length));
    return next?.style === marker.style && next.number === marker.number + 1;
  });
}

/** A count with its measure word, as accounts give and headings rarely do. */
const COUNTED =
  /\d[\d.,]{0,20}\s{0,4}[余多]?\s{0,4}(?:万|亿)?[余多]?\s{0,4}(?:件|人|次|场|项|份|宗|起|名|家|条|元|%|批|户|期|篇|个[^百千])/;
