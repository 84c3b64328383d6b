/**
 * The section tree of a report and its numbered paragraphs.
 *
 * The depth of a heading is the place of its numbering style among the styles open above it, so that
 * 1. under （一） is a third level and 1. directly under 一、 a second one, in the same report.
 */

import { decideHeadings, type OutlineLine } from './decide-headings.ts';
import { STYLE_ORDER } from './parse-marker.ts';
import type { Paragraph, Section } from './report.ts';
import type { Line } from './report-lines.ts';

/** Sections and paragraphs in the order of the file. */
export interface Outline {
  readonly sections: Section[];
  readonly paragraphs: Paragraph[];
}

interface OpenSection {
  readonly style: OutlineLine['style'];
  readonly level: number | undefined;
  readonly section: Section;
}

/** Builds the outline of the lines of a report's body. Every line becomes a heading, a paragraph or both. */
export function buildOutline(lines: readonly Line[]): Outline {
  const outline = decideHeadings(lines);
  const sections: Section[] = [];
  const paragraphs: Paragraph[] = [];
  const open: OpenSection[] = [];

  for (const [position, entry] of outline.entries()) {
    const { line, style, heading } = entry;
    if (style !== undefined && heading !== undefined) {
      closeSections(open, entry, outline, position);
      const chain = [...(open.at(-1)?.section.chain ?? []), heading];
      const section: Section = {
        index: sections.length,
        level: chain.length,
        heading,
        chain,
        line: line.number,
        runIn: heading.length < line.text.length,
        firstParagraph: paragraphs.length + 1,
      };
      sections.push(section);
      open.push({ style, level: entry.level, section });
      if (!section.runIn) continue;
    }
    const section = open.at(-1)?.section;
    paragraphs.push({
      number: paragraphs.length + 1,
      section: section?.index ?? -1,
      chain: section?.chain ?? [],
      text: line.text,
      line: line.number,
      offset: line.offset,
      ...(line.row !== undefined && { row: line.row }),
    });
  }
  return { sections, paragraphs };
}

/** Closes the sections that a heading ends: its elder siblings and what stands below them. */
function closeSections(
  open: OpenSection[],
  entry: OutlineLine,
  outline: readonly OutlineLine[],
  position: number,
): void {
  const { level } = entry;
  if (level !== undefined && open.some((section) => section.level !== undefined)) {
    const elder = open.findIndex((section) => section.level !== undefined && section.level >= level);
    if (elder !== -1) open.length = elder;
    return;
  }
  const same = open.findIndex((section) => section.style === entry.style);
  if (same !== -1) {
    open.length = same;
    return;
  }
  while (open.length > 0 && isOutside(entry.style, open.at(-1)?.style, outline, position)) open.pop();
}

/**
 * Whether a style seen for the first time stands above one that is already open, as 一、 does after a
 * numbered list in the introduction. A style that starts again from 1 further on is an inner one.
 */
function isOutside(
  style: OutlineLine['style'],
  below: OutlineLine['style'],
  outline: readonly OutlineLine[],
  position: number,
): boolean {
  // 存在问题 after 首先, 其次 is a part of its own.
  if (style === 'plain' && below === 'ordinal') return true;
  if (style === undefined || below === undefined || style === 'plain' || style === 'lead') return false;
  // 首先, 其次 order what stands under a part, whatever its number.
  if (style === 'ordinal')
    return !['part', 'chapter', 'section', 'chinese', 'chinese-bracket'].includes(below);
  const later = outline.slice(position + 1);
  if (later.some((entry) => entry.style === style && entry.number === 1)) return false;
  if (below === 'plain' || below === 'lead')
    return below === 'lead' || !later.some((entry) => entry.style === 'plain');
  return STYLE_ORDER.indexOf(style) < STYLE_ORDER.indexOf(below);
}
