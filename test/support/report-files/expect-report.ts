/** What a careful reader finds in a report, read off its source. */

import type { ReportSource } from './report-source.ts';

/** The line of `expected.jsonl`. */
export function expectReport(source: ReportSource): object {
  const { file, region, parents, body, year, title, issuer, issued, published, figures } = source;
  const headings = source.blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ level: block.level, text: block.number + block.text }] : [],
  );
  const around = source.blocks.flatMap((block) =>
    block.kind === 'aside' || block.kind === 'clutter' ? [block.text] : [],
  );
  return {
    file,
    region,
    parents,
    body,
    year,
    title,
    issuer,
    issued,
    published,
    headings,
    figures,
    notParagraphs: [...around, ...source.dropped],
  };
}

/** The line of `meta.jsonl`. */
export function describeReport({ file, region, aliases, year }: ReportSource): object {
  return { file, region, region_aliases: aliases, year };
}
