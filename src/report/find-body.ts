/**
 * Where the body of a report begins and ends on its page.
 *
 * Text is told by its sentences: navigation, headlines and footers have none, or speak of the page.
 */

import { findSignature, isBodyName } from './find-signature.ts';
import type { FoundTitle } from './find-title.ts';
import { isPlainHeading, isShown, namesPart } from './heading-look.ts';
import { readLabels } from './page-labels.ts';
import { isPageEnd, isPageSentence, noiseReason } from './page-noise.ts';
import { isDateAlone } from './parse-date.ts';
import { parseMarker } from './parse-marker.ts';
import { countHan, isProse, type Line } from './report-lines.ts';

/** Position of the first line of the body: below the title, a sentence, an outer heading, or a recipient. */
export function findBodyStart(lines: readonly Line[], title: FoundTitle | undefined): number {
  const first = Math.max((title?.positions[0] ?? -1) + 1, findContentsEnd(lines));
  for (let position = first; position < lines.length; position += 1) {
    const line = lines[position];
    if (line === undefined || line.isOutside || title?.positions.includes(position)) continue;
    if (line.row !== undefined && title !== undefined) return position;
    if (noiseReason(line, 'around') !== undefined || isPageSentence(line)) continue;
    if (isProse(line) || isOuterHeading(line) || isRecipient(line, lines[position + 1])) return position;
    if (isLeadIn(line, title !== undefined) || (title !== undefined && headsText(lines, position)))
      return position;
  }
  return lines.length;
}

/** One behind a table of contents: the lines below 目录 that are printed again as headings. */
function findContentsEnd(lines: readonly Line[]): number {
  const start = lines.findIndex((line) => /^目\s*录$/.test(line.plain));
  if (start === -1) return 0;
  let end = start + 1;
  while (end < lines.length) {
    const entry = lines[end]?.plain.replace(/[\s.…·]*\d*$/, '');
    if (!lines.slice(end + 1).some((line) => line.plain === entry)) break;
    end += 1;
  }
  return end;
}

function isOuterHeading(line: Line): boolean {
  const marker = parseMarker(line.plain);
  return marker !== undefined && marker.number === 1 && countHan(line.text) >= 4;
}

/** A heading without a number right below the title: shown as one, or of a usual name, with a sentence below. */
function headsText(lines: readonly Line[], position: number): boolean {
  const line = lines[position];
  const isHeading = (one: Line) => isPlainHeading(one) && (isShown(one) || namesPart(one));
  if (line === undefined || !isHeading(line)) return false;
  if (isBodyName(line.text) || isDateAlone(line.plain) || readLabels(line.text).length > 0) return false;
  const next = lines.slice(position + 1).find((one) => !isHeading(one));
  return next !== undefined && !next.isOutside && (isProse(next) || next.row !== undefined);
}

/** `上饶市人民政府:` or `各位代表:` above the text. */
function isRecipient(line: Line, next: Line | undefined): boolean {
  if (next === undefined || !(isProse(next) || isLeadIn(next, true)) || countHan(line.text) > 40)
    return false;
  return /(?:政府|[省市县区旗州]委|委员会|人大|常委会|办公室|局|厅|代表|同志|单位|部门|领导|办|司法所|国务院|党中央)[)]?:$/.test(
    line.plain,
  );
}

/** A short introduction without 。: `根据相关要求,现将…工作情况总结如下:`. */
function isLeadIn(line: Line, belowTitle: boolean): boolean {
  if (countHan(line.text) < 15 || !/[,:;]$/.test(line.plain)) return false;
  return /如下:$/.test(line.plain) || (belowTitle && /,/.test(line.plain));
}

/** One behind the position of the body's last line; what is uncertain is added to `problems`. */
export function findBodyEnd(lines: readonly Line[], start: number, problems: string[]): number {
  const pageEnd = findPageEnd(lines, start);
  let end = lastText(lines, start, pageEnd);
  for (let position = pageEnd; position < lines.length; position += 1) {
    const line = lines[position];
    if (line === undefined || line.isOutside || !isProse(line) || isPageSentence(line)) continue;
    if (noiseReason(line, 'around') !== undefined) continue;
    const signed = findSignature(lines, [...lines.keys()].slice(end, pageEnd)).issued !== undefined;
    if (!signed && countHan(line.text) >= 80) {
      problems.push(`Line ${line.number} stands below the page's links but reads like text and was kept`);
      end = lastText(lines, start, lines.length);
      break;
    }
    problems.push(`Line ${line.number} stands below the page's links and was taken for another article`);
  }
  return Math.max(start, end);
}

/** Where links to other articles, share buttons and the footer begin: after the last outer heading. */
function findPageEnd(lines: readonly Line[], start: number): number {
  let lastHeading = start;
  for (let position = start; position < lines.length; position += 1) {
    if (lines[position]?.isOutside) continue;
    const style = parseMarker(lines[position]?.plain ?? '')?.style;
    const next = lines[position + 1];
    const headsText = next !== undefined && isProse(next);
    if ((style === 'part' || style === 'chinese') && headsText) lastHeading = position;
  }
  const inside = lines.findLastIndex((line) => !line.isOutside) + 1;
  const found = lines.findIndex((line, position) => position > lastHeading && isPageEnd(line));
  return found === -1 ? inside : Math.min(found, inside);
}

/** One behind the last sentence before a position. */
function lastText(lines: readonly Line[], start: number, before: number): number {
  for (let position = before - 1; position >= start; position -= 1) {
    const line = lines[position];
    if (line === undefined || line.isOutside || isPageSentence(line)) continue;
    if (noiseReason(line, 'around') !== undefined) continue;
    if (isProse(line) || /[。;!?”)]$/.test(line.plain) || isTableRow(line)) {
      if (!isDistribution(line)) return position + 1;
    }
  }
  return start;
}

/** `(此件公开发布)` and the like end with a bracket but are not text. */
function isDistribution(line: Line): boolean {
  return /^[([].{0,40}[)\]]$/.test(line.plain) && !line.text.includes('。');
}

/** `| 行政复议 | 12件 |`: figures may stand in a table at the end. */
function isTableRow(line: Line): boolean {
  return (
    line.row !== undefined ||
    (/\S\s*[|\t]\s*\S/.test(line.plain) && /\d/.test(line.plain) && countHan(line.text) >= 2)
  );
}
