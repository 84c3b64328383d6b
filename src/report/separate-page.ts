/**
 * Splits the lines of a page into the report's body, its metadata and the page's furniture.
 *
 * The body reaches from the first sentence or heading below the title to the last sentence above the
 * sign-off. Outside it a line is furniture unless it is metadata; inside it, a line is text unless it
 * is plainly furniture. What could be either is kept, and `problems` says so.
 */

import { findBodyEnd, findBodyStart } from './find-body.ts';
import { findSignature, isBodyName, type Signature } from './find-signature.ts';
import { type FoundTitle, findTitle } from './find-title.ts';
import { isPageSentence, noiseReason } from './page-noise.ts';
import { isDateAlone } from './parse-date.ts';
import type { DroppedLine } from './report.ts';
import { countHan, isProse, type Line } from './report-lines.ts';

/** A page taken apart; every line is in exactly one of `body`, `around` and `dropped`, or is title or sign-off. */
export interface Page {
  readonly title: FoundTitle | undefined;
  readonly signature: Signature;
  readonly body: readonly Line[];
  /** Lines above and below the body, in order: where metadata is printed. */
  readonly around: readonly Line[];
  /** Furniture found between lines of the body. */
  readonly dropped: readonly DroppedLine[];
  readonly problems: readonly string[];
}

/** Takes a page apart. */
export function separatePage(lines: readonly Line[]): Page {
  const problems: string[] = [];
  const title = findTitle(lines);
  const start = findBodyStart(lines, title);
  const end = findBodyEnd(lines, start, problems);
  const above = lines.slice(0, start);
  const kept = keepAboveTitle(above, title, problems);
  const inside = lines.slice(start, end);
  const positions = [...lines.keys()];
  const below = positions.slice(end);
  const signature = firstSignature(lines, [
    below,
    // An annex may follow the sign-off.
    positions.slice(start, end).filter((position) => isSignedPair(lines, position)),
    positions
      .slice((title?.positions.at(-1) ?? -1) + 1, start)
      .filter((position) => isSignedHead(lines[position])),
    // A covering notice with its own sign-off may precede the title.
    positions.slice(0, start).filter((position) => isSignedPair(lines, position)),
  ]);
  const taken = new Set([
    ...(title?.positions ?? []),
    signature.issuer?.position,
    signature.issued?.position,
  ]);
  const titleLines = new Set(title?.positions.map((position) => lines[position]?.number));

  const body: Line[] = [...kept];
  const dropped: DroppedLine[] = [];
  for (const [offset, line] of inside.entries()) {
    if (titleLines.has(line.number) || taken.has(start + offset)) continue;
    const reason = noiseReason(line, 'inside');
    if (reason === undefined) body.push(line);
    else dropped.push({ line: line.number, text: line.text, reason });
  }
  const keptNumbers = new Set(kept.map((line) => line.number));
  const around = lines.filter(
    (line, position) =>
      (position < start || position >= end) && !taken.has(position) && !keptNumbers.has(line.number),
  );
  return { title, signature, body, around, dropped, problems };
}

/** Sentences above the title are another article's or the page's; long ones on the subject are kept. */
function keepAboveTitle(
  above: readonly Line[],
  title: FoundTitle | undefined,
  problems: string[],
): readonly Line[] {
  if (title === undefined) return [];
  return above.filter((line, position) => {
    const isText = isProse(line) && countHan(line.text) >= 60 && /法治|依法|行政/.test(line.text);
    if (!isText || position > (title.positions[0] ?? 0) || isPageSentence(line)) return false;
    problems.push(`Line ${line.number} stands above the title but reads like text and was kept`);
    return true;
  });
}

function firstSignature(lines: readonly Line[], places: readonly (readonly number[])[]): Signature {
  for (const positions of places) {
    const found = findSignature(lines, positions);
    if (found.issuer !== undefined || found.issued !== undefined) return found;
  }
  return {};
}

/** A body's name with the date below it: inside a text only both together are a sign-off. */
function isSignedPair(lines: readonly Line[], position: number): boolean {
  const name = lines[position];
  const date = lines[position + 1];
  return name !== undefined && date !== undefined && isBodyName(name.text) && isDateAlone(date.plain);
}

/** Under a title, a body's name or a date in 年月日; `2020-04-01` there is the page's. */
function isSignedHead(line: Line | undefined): boolean {
  if (line === undefined) return false;
  return isDateAlone(line.plain) ? /年/.test(line.plain) : isBodyName(line.text);
}
