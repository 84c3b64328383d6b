/**
 * Shows how report files are read: metadata, headings, numbered paragraphs, figures, dropped lines.
 *
 *     npm run inspect -- FILE… [--json]
 *
 * Of a zip archive every file in it is shown, as `reports.zip/1.html`.
 */

import { basename } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { ReportError, UserError } from '../src/errors.ts';
import { readReportFile } from '../src/library/read-report-file.ts';
import type { Figure, Paragraph, Report, Section } from '../src/report/report.ts';

/** What the codes of the file system say to a person. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

const program = new Command('inspect')
  .description('Show how report files are read: metadata, headings, paragraphs, figures, dropped lines.')
  .argument('<file...>', 'report files')
  .option('--json', 'print one JSON object a line and file')
  .action(async (files: string[], options: { json?: boolean }) => {
    for (const file of files) await inspectFile(file, options.json === true);
  });
await program.parseAsync();

async function inspectFile(file: string, json: boolean): Promise<void> {
  try {
    for await (const found of readReportFile(file, basename(file))) {
      if (found instanceof ReportError) fail(file, found);
      else console.log(json ? JSON.stringify(toJson(found)) : renderReport(found));
    }
  } catch (error) {
    fail(file, error);
  }
}

function fail(file: string, error: unknown): void {
  process.exitCode = 1;
  console.error(describeFailure(file, error));
}

function describeFailure(file: string, error: unknown): string {
  if (error instanceof UserError)
    return error.cure === undefined ? error.message : `${error.message}. ${error.cure}`;
  if (error instanceof Error && 'code' in error)
    return `Cannot read the report "${file}": ${reasons[String(error.code)] ?? error.code}`;
  throw error;
}

function toJson(report: Report): Record<string, unknown> {
  const { file, region, parents, aliases, body, year, title, titlePrinted, issuer, issued, published } =
    report;
  return {
    file,
    region,
    parents,
    aliases,
    body,
    year,
    title,
    titlePrinted,
    issuer,
    issued,
    published,
    headings: report.sections.map(({ level, heading }) => ({ level, text: heading.replace(/。$/, '') })),
    paragraphs: report.paragraphs.map(({ number, chain, text }) => ({ number, section: chain, text })),
    figures: report.figures,
    dropped: report.dropped.map(({ text }) => text),
    problems: report.problems,
  };
}

function renderReport(report: Report): string {
  const place = [...report.parents, report.region].join(' › ');
  const facts: readonly (readonly [string, string])[] = [
    ['region', `${place} (${report.body}; also ${report.aliases.join(', ') || 'nothing'})`],
    ['year', String(report.year)],
    ['title', report.titlePrinted ? report.title : `${report.title} (derived)`],
    ['issuer', report.issuer ?? 'not printed'],
    ['issued', report.issued ?? 'not printed'],
    ['published', report.published ?? 'not printed'],
  ];
  return [
    pc.bold(report.file),
    ...facts.map(([name, value]) => `  ${name.padEnd(10)}${value}`),
    '',
    ...renderOutline(report),
    '',
    ...report.dropped.map(({ line, text, reason }) =>
      pc.dim(`  dropped line ${line} (${reason}): ${shorten(text)}`),
    ),
    ...report.problems.map((problem) => pc.yellow(`  problem: ${problem}`)),
    '',
  ].join('\n');
}

/** Headings and paragraphs in the order of the file, figures under their paragraph. */
function renderOutline(report: Report): string[] {
  const figuresOf = (paragraph: Paragraph) =>
    report.figures.filter((figure) => figure.paragraph === paragraph.number);
  const entries = [
    ...report.sections.map((section) => ({ line: section.line, order: 0, lines: renderSection(section) })),
    ...report.paragraphs.map((paragraph) => ({
      line: paragraph.line,
      order: 1,
      lines: renderParagraph(paragraph, figuresOf(paragraph)),
    })),
  ];
  return entries.sort((a, b) => a.line - b.line || a.order - b.order).flatMap((entry) => entry.lines);
}

function renderSection(section: Section): string[] {
  return [`${'  '.repeat(section.level)}${pc.cyan(section.heading)}`];
}

function renderParagraph(paragraph: Paragraph, figures: readonly Figure[]): string[] {
  const indent = '  '.repeat(paragraph.chain.length + 1);
  return [
    `${indent}${pc.bold(`¶${paragraph.number}`)} ${shorten(paragraph.text)}`,
    ...figures.map((figure) => `${indent}  ${pc.green(figure.raw)} ${figure.label}${describeFigure(figure)}`),
  ];
}

function describeFigure(figure: Figure): string {
  const remarks = [figure.period, figure.planned ? 'planned' : undefined].filter(
    (remark) => remark !== undefined,
  );
  return remarks.length === 0 ? '' : pc.dim(` (${remarks.join(', ')})`);
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 60).join('')}…`;
}
