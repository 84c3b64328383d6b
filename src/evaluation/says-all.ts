/** Groups of wordings of which each must be said. */
import { saysAny } from './match-wording.ts';

/** Share of the points of a section that a reply must give. */
const SECTION_SHARE = 0.6;

/** Whether each group is said by one of its wordings; of a list of points (`section`) some may be missing. */
export function saysAll(
  {
    answer_all: groups,
    type,
  }: { readonly answer_all?: readonly (readonly string[])[] | undefined; readonly type?: string },
  text: string,
): boolean {
  if (!groups || groups.length === 0) return true;
  const said = groups.filter((wordings) =>
    saysAny(
      wordings.map((one) => [one]),
      text,
    ),
  ).length;
  return type === 'section' ? said / groups.length >= SECTION_SHARE : said === groups.length;
}
