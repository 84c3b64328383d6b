/**
 * The title of a report among the lines above its body.
 *
 * A page prints the path, other headlines, its own name and the title, sometimes twice. The title is
 * the line that names a report on law-based government; nearest to the body wins.
 */

import { readLabels } from './page-labels.ts';
import { parseMarker } from './parse-marker.ts';
import { countHan, isProse, type Line, toHalfWidth } from './report-lines.ts';

/** The title and where it stands. */
export interface FoundTitle {
  readonly text: string;
  /** Positions of all lines that print it, in order. */
  readonly positions: readonly number[];
}

/** Finds the printed title; `undefined` when the file has none. */
export function findTitle(lines: readonly Line[]): FoundTitle | undefined {
  const end = endOfHead(lines);
  let best: { text: string; score: number; from: number; to: number } | undefined;
  for (let position = 0; position < end; position += 1) {
    for (const candidate of candidatesAt(lines, position, end)) {
      const score = scoreTitle(candidate.text);
      if (score >= 4 && score >= (best?.score ?? 0)) best = { ...candidate, score };
    }
  }
  if (best === undefined) return undefined;
  const title = best;
  const positions = lines.flatMap((line, position) => {
    const inside = position >= title.from && position <= title.to;
    return inside || line.text === title.text ? [position] : [];
  });
  return { text: title.text, positions };
}

/** Titles stand above the first outer heading, or above the first long paragraph where there is none. */
function endOfHead(lines: readonly Line[]): number {
  const heading = lines.findIndex(
    (line) => !line.isOutside && /^(?:part|chapter|chinese)$/.test(parseMarker(line.plain)?.style ?? ''),
  );
  if (heading !== -1) return heading;
  const firstProse = (least: number) =>
    lines.findIndex((line) => !line.isOutside && isProse(line) && countHan(line.text) >= least);
  const prose = firstProse(60) === -1 ? firstProse(25) : firstProse(60);
  // What follows the article of a page are other articles.
  return prose === -1 ? lines.findLastIndex((line) => !line.isOutside) + 1 : prose;
}

interface Candidate {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The line itself, its labelled title, and the line joined with the one above (titles wrap). */
function candidatesAt(lines: readonly Line[], position: number, end: number): Candidate[] {
  const line = lines[position];
  // A link leads to another report.
  if (line === undefined || line.text.length > 300 || line.isLink) return [];
  const labelled = readLabels(line.text).find((label) => label.kind === 'title')?.value;
  if (labelled !== undefined) return [{ text: labelled, from: position, to: position }];
  const next = lines[position + 1];
  const own = { text: withoutSite(line.text), from: position, to: position };
  const wraps = next !== undefined && position + 1 < end && isTitleStart(line) && !isTitleStart(next);
  return wraps ? [own, { text: line.text + next.text, from: position, to: position + 1 }] : [own];
}

/** The first line of a title in two lines: a body or a region with a year, and no more. */
function isTitleStart(line: Line): boolean {
  return (
    countHan(line.text) >= 3 &&
    countHan(line.text) <= 30 &&
    !/[,。;:>|]/.test(line.plain) &&
    /(?:人民政府|委员会|管委会|[省市县区旗镇乡局厅]|街道办事处|办公室|\d{4}年度?)$/.test(line.plain)
  );
}

/** `婺源县2022年度法治政府建设工作报告 - 婺源县人民政府` is the title of a page. */
function withoutSite(text: string): string {
  return text.replace(/\s*(?:\s[-–—]\s|_|\|).*$/, '');
}

function scoreTitle(text: string): number {
  const plain = toHalfWidth(text).replace(/\s/g, '');
  const han = countHan(plain);
  if (han < 6 || han > 70 || /[。;!?>|]|^[·•●]|:$/.test(plain) || readLabels(text).length > 0) return 0;
  let score = 0;
  if (/法治政府|依法行政|法治建设|依法治[省市县区旗州镇乡]|法治[省市县区旗镇]/.test(plain)) score += 3;
  else if (/法治|行政执法|政府工作/.test(plain)) score += 1;
  if (/(?:报告|总结|汇报|公报|白皮书|情况|情况通报|自查|述职)(?:书)?(?:\(.{1,12}\))?$/.test(plain))
    score += 3;
  if (/(?:19|20)\d{2}|[二一][〇零○九][〇零一二三四五六七八九]{2}/.test(plain)) score += 2;
  if (/[省市县区旗镇乡局厅州盟]|街道/.test(plain)) score += 1;
  if (/(?:通知|解读|会议|召开|举行|印发)/.test(plain)) score -= 3;
  return score;
}
