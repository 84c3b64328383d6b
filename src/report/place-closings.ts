/**
 * Paragraphs that close a part or the whole report without a heading of their own.
 *
 * They stand under the last heading above them but do not belong to it: after `2.开展法治宣传。` comes
 * `2019年度,我区法治政府建设取得了一定成效,但也存在一些问题…`, which sums up the whole part.
 */

import type { Paragraph, Section } from './report.ts';
import { toHalfWidth } from './report-lines.ts';

/** The paragraphs with closing ones moved to where they belong, and what is uncertain about that. */
export interface PlacedClosings {
  readonly paragraphs: Paragraph[];
  readonly problems: readonly string[];
}

/**
 * Moves closing paragraphs up: one that sums up a part to that part, a closing formula out of all.
 *
 * Under a heading of the first level nothing stands above, so the paragraph stays there and is named
 * as a problem.
 */
export function placeClosings(
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
): PlacedClosings {
  const problems: string[] = [];
  const placed = paragraphs.map((paragraph, position) => {
    const plain = toHalfWidth(paragraph.text);
    if (FORMULA.test(plain)) return { ...paragraph, section: -1, chain: [] };
    if (paragraph.section === -1 || !isLastOfPart(paragraphs, position) || !isClosing(plain))
      return paragraph;
    if (paragraphs[position - 1]?.section !== paragraph.section) return paragraph;
    const top = sections.find(
      (section) =>
        section.heading === paragraph.chain[0] &&
        section.level === 1 &&
        isAbove(section, paragraph, sections),
    );
    if (top === undefined || paragraph.chain.length === 1) {
      if (sections.length > 2) {
        problems.push(
          `Paragraph ${paragraph.number} closes the report without a heading; it stands under "${paragraph.chain[0] ?? ''}"`,
        );
      }
      return paragraph;
    }
    return { ...paragraph, section: top.index, chain: top.chain };
  });
  return { paragraphs: placed, problems };
}

/** Whether no further paragraph of the same first-level part follows. */
function isLastOfPart(paragraphs: readonly Paragraph[], position: number): boolean {
  const part = paragraphs[position]?.chain[0];
  const next = paragraphs.slice(position + 1).find((paragraph) => !FORMULA.test(toHalfWidth(paragraph.text)));
  return next === undefined || next.chain[0] !== part;
}

function isAbove(top: Section, paragraph: Paragraph, sections: readonly Section[]): boolean {
  const own = sections[paragraph.section];
  if (own === undefined || top.index > own.index) return false;
  return !sections.slice(top.index + 1, own.index + 1).some((section) => section.level === 1);
}

/** A look back at the year with what is lacking, or ahead with what the whole government will do. */
function isClosing(plain: string): boolean {
  const start = plain.slice(0, 60);
  if (LOOK_BACK.test(plain))
    return /法治|依法行政|工作/.test(start) && /不足|问题|差距|短板|薄弱|欠缺/.test(plain);
  return LOOK_AHEAD.test(plain) && /法治政府|法治建设|依法行政|依法治/.test(plain);
}

const LOOK_BACK =
  /^(?:(?:一年来|过去一年|总结一年|回顾|总的来看|总体来看|总体上看|总体而言|总之|综上|在肯定成绩|在看到成绩|在取得成绩|虽然|尽管|对照上级|与上级|但对照|但与|同时,?我们也)|(?:19|20)\d{2}年(?:度|来|以来)?,?.{0,12}(?:取得|虽))/;
const LOOK_AHEAD =
  /^(?:下一步|下步|今后|接下来|下一阶段|新的一年|展望|(?:19|20)\d{2}年,?(?:我[省市县区旗镇乡局]|全[省市县区旗]))/;
const FORMULA =
  /^(?:特此|专此|现予?|谨此)(?:报告|汇报|报备|呈报|公布|公告|通报|函告)[。!]?$|^以上(?:报告|汇报|情况|总结),?(?:请|如有|妥否|当否).{0,20}$/;
