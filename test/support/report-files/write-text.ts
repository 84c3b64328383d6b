/** Text and Markdown files, as editors and crawlers save them. */

import type { Block, ReportSource } from './report-source.ts';

/** A text file: two wide blanks before each paragraph, signatures far to the right. */
export function writeText({ blocks, layout, eol }: ReportSource): string {
  const indent = layout === 'dense' ? '    ' : '　　';
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'title') return [block.text];
    if (block.kind === 'clutter') return [block.text];
    if (block.kind === 'aside')
      return [
        /^[\d一二]|人民政府|局$|会$|处$/.test(block.text) ? `${' '.repeat(24)}${block.text}` : block.text,
      ];
    if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => cell.text).join('\t'));
    return [indent + printed(block)];
  });
  return lines.join(layout === 'dense' ? eol : eol + eol) + eol;
}

/** A Markdown file with `##` headings or, where they are run in, bold ones. */
export function writeMarkdown({ blocks, eol }: ReportSource): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'title') return [`# ${block.text}`];
    if (block.kind === 'heading' && block.runIn !== undefined) {
      return [`**${block.number}${block.text}**${block.runIn}`];
    }
    if (block.kind === 'heading') return [`${'#'.repeat(block.level + 1)} ${block.number}${block.text}`];
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => `| ${row.map((cell) => cell.text).join(' | ')} |`);
      const rule = `|${' --- |'.repeat(block.rows[0]?.length ?? 0)}`;
      return [[...rows.slice(0, block.headerRows), rule, ...rows.slice(block.headerRows)].join(eol)];
    }
    return [block.text];
  });
  return lines.join(eol + eol) + eol;
}

/** What a careful reader keeps, one line each: rows as `cell | cell`. */
export function writeClean({ blocks, metadata, title }: ReportSource): string {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'clutter' || block.kind === 'title') return [];
    if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => cell.text).join(' | '));
    return [printed(block).replaceAll('**', '')];
  });
  return [...metadata, ...(title === null ? [] : [title]), ...lines, ''].join('\n');
}

/** A block as one line of text. */
export function printed(block: Exclude<Block, { kind: 'table' }>): string {
  return block.kind === 'heading' ? block.number + block.text + (block.runIn ?? '') : block.text;
}
