/** Headings that announce what is planned, not what was done. */

import { toHalfWidth } from './report-lines.ts';

const PLAN =
  /下一步|下步|下一年|下年度|明年|今后|展望|努力方向|改进措施|工作(?:计划|打算|安排|思路|设想)|主要安排|(?:计划|打算|思路|安排)[。:：]?$/;

/**
 * Whether a heading announces plans: `三、下一步工作打算`, `二、2020年工作计划` in a report of 2019.
 *
 * @param year - The year the report covers; a heading that names the year after it announces plans too.
 */
export function isPlanHeading(heading: string, year?: number): boolean {
  const plain = toHalfWidth(heading);
  return PLAN.test(plain) || (year !== undefined && plain.includes(`${year + 1}年`));
}

/**
 * Whether what stands under a chain of headings is planned: under `6.问题和下步打算` › `6.1主要问题` it is not,
 * under `五、下步打算` › `（一）补齐短板` it is.
 *
 * @param chain - Headings from the outermost down.
 */
export function isUnderPlan(chain: readonly string[], year?: number): boolean {
  const last = chain.findLastIndex((heading) => isPlanHeading(heading, year));
  if (last === -1) return false;
  const looksBack = (heading: string) => LACK.test(toHalfWidth(heading));
  return !(looksBack(chain[last] ?? '') && chain.slice(last + 1).some(looksBack));
}

/** Whether the heading that announces plans announces problems first: `八、问题和下一步打算`. */
export function namesLackAndPlan(chain: readonly string[], year?: number): boolean {
  const last = chain.findLast((heading) => isPlanHeading(heading, year));
  const plain = toHalfWidth(last ?? '');
  const lack = plain.search(LACK);
  // 下一步针对不足的改进措施 is a plan throughout.
  return lack !== -1 && lack < plain.search(PLAN);
}

/** Headings under which reports say what is lacking now. */
const LACK = /问题|不足|困难|短板|差距/;
