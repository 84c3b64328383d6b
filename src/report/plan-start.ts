/**
 * Where in a report's paragraphs what is planned begins.
 *
 * Under `三、下一步打算` all is planned. Under `八、问题和下一步打算` the problems come first: there only what follows
 * the words that announce a plan is planned, in the paragraph that has them and in those after it.
 */
import { isUnderPlan, namesLackAndPlan } from './plan-heading.ts';
import type { Paragraph } from './report.ts';
import { toHalfWidth } from './report-lines.ts';

const ANNOUNCED = /下一步|下步|下一年|下年度|明年|今后|接下来|来年|工作(?:计划|打算|安排|思路)/;
const INTENDED =
  /(?:^|[,。;:、])[^,。;:、]{0,8}?(?<![未没]有?)(?:将(?![近军])|力争|争取|确保|计划(?!落实|执行)|拟|打算|预计)/;

/** Of one paragraph after the other, in order, the offset from which its text is planned; `Infinity` where nothing is. */
export function createPlanReader(year: number): (paragraph: Paragraph) => number {
  let open: string | undefined;
  return ({ chain, text }) => {
    if (!isUnderPlan(chain, year)) return Number.POSITIVE_INFINITY;
    if (!namesLackAndPlan(chain, year)) return 0;
    const heading = chain.join('\n');
    if (open === heading) return 0;
    const plain = toHalfWidth(text);
    // A heading that runs into its text announces nothing by itself.
    const from = plain.startsWith(toHalfWidth(chain.at(-1) ?? '')) ? (chain.at(-1)?.length ?? 0) : 0;
    const words = plain.slice(from);
    const found = [ANNOUNCED, INTENDED, new RegExp(`${year + 1}年`)]
      .map((pattern) => pattern.exec(words)?.index ?? -1)
      .filter((at) => at >= 0);
    if (found.length === 0) return Number.POSITIVE_INFINITY;
    open = heading;
    return from + Math.min(...found);
  };
}
