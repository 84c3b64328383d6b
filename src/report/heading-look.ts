/** How a heading without a number looks: a short line without stop, bold or marked as a heading, or of a usual name. */

import { ORDINAL } from './ordinal-headings.ts';
import { countHan, type Line } from './report-lines.ts';

/** Whether a line may be a heading without a number. */
export function isPlainHeading(line: Line): boolean {
  const han = countHan(line.text);
  if (line.row !== undefined || line.isBullet || han < 4 || han > 40 || line.text.length > 50) return false;
  if (/[。;!?:,、…]$/.test(line.plain) || /[。;]/.test(line.plain)) return false;
  if (/^(?:[一二三四五六七八九十]是|附|注|[图表]\s*\d|[-—·•●])/.test(line.plain)) return false;
  return !ORDINAL.test(line.plain) && !/\d[\d.]*\s*(?:万|亿)?(?:件|人|次|元|%)/.test(line.plain);
}

/** Marked as a heading, or bold as a whole. */
export function isShown({ level, bold = 0, text, row }: Line): boolean {
  return row === undefined && (level !== undefined || bold >= text.length);
}

/** Whether a line is named as reports name their parts: 总体情况, 存在的问题, 下一步打算. */
export function namesPart({ plain }: Line): boolean {
  return PART.test(plain);
}

const PART =
  /^(?:总体|主要|基本|20\d\d年|年度|工作|存在|问题|不足|困难|下一步|下步|今后|来年|明年|党政主要).{0,20}(?:情况|成效|成绩|亮点|做法|问题|不足|之处|困难|短板|差距|打算|计划|安排|思路|举措|重点|履职)$/;
