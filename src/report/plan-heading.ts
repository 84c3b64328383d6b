/** Headings that announce what is planned, not what was done. */

const PLAN =
  /下一步|下步|下一年|下年度|明年|今后|展望|努力方向|改进措施|工作(?:计划|打算|安排|思路|设想)|主要安排|(?:计划|打算|思路|安排)[。:：]?$/;

/**
 * Whether a heading announces plans: `三、下一步工作打算`, `二、2020年工作计划` in a report of 2019.
 *
 * @param year - The year the report covers; a heading that names the year after it announces plans too.
 */
export function isPlanHeading(heading: string, year?: number): boolean {
  return PLAN.test(heading) || (year !== undefined && heading.includes(`${year + 1}年`));
}
