/**
 * Checks reports against themselves: shares, sums, repeated counts and labels, hotline, dates.
 *
 *     npm run audit [-- FILE… | --region NAME] [--all] [--json]
 */
import { basename } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { describeFailure, printError } from '../src/chat/print-error.ts';
import { readConfig } from '../src/config.ts';
import { ReportError, UserError } from '../src/errors.ts';
import { readReportFile } from '../src/library/read-report-file.ts';
import { scanReports } from '../src/library/scan-reports.ts';
import { checkReport, contradictionsOf } from '../src/report/audit-report.ts';
import type { Check } from '../src/report/check.ts';
import type { Report } from '../src/report/report.ts';

interface AuditOptions {
  readonly region?: string;
  readonly all?: true;
  readonly json?: true;
}

const program = new Command('audit')
  .usage('[options] [file...]')
  .description(
    'Lists where reports contradict themselves, with the words, their headings and the computation.',
  )
  .argument('[file...]', 'report files; without any, those in REPORTS_DIR')
  .option('--region <name>', 'only reports whose region has this name')
  .option('--all', 'also list what was checked and fits')
  .option('--json', 'print one JSON object a line and report')
  .addHelpText(
    'after',
    '\nExit status: 0 all reports were checked, 1 one of them could not be read, 2 wrong usage.',
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
program.parse();

const options: AuditOptions = program.opts();
try {
  let audited = 0;
  for (const path of program.args.length > 0 ? program.args : await storedFiles()) {
    for (const report of await readReports(path)) {
      if (!isOf(report, options.region)) continue;
      audited += 1;
      const checks = checkReport(report);
      const shown = options.all ? checks : contradictionsOf(checks);
      console.log(
        options.json ? JSON.stringify(toJson(report, shown)) : renderAudit(report, shown, checks.length),
      );
    }
  }
  if (audited === 0 && options.region !== undefined) {
    console.error(`No report of "${options.region}" is there`);
    process.exitCode = 1;
  }
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

async function storedFiles(): Promise<string[]> {
  const files = await scanReports(readConfig().reportsDir, () => {});
  return [...new Set(files.map(({ path }) => path))];
}

async function readReports(path: string): Promise<Report[]> {
  const reports: Report[] = [];
  try {
    for await (const found of readReportFile(path, basename(path))) {
      if (found instanceof ReportError) refuse(path, found);
      else reports.push(found);
    }
  } catch (error) {
    refuse(path, error);
  }
  return reports;
}

function refuse(path: string, error: unknown): void {
  process.exitCode = 1;
  const unread = error instanceof Error && 'code' in error && !(error instanceof UserError);
  console.error(unread ? `Cannot read the report "${path}": ${error.code}` : describeFailure(error));
}

function isOf(report: Report, region: string | undefined): boolean {
  const names = [report.region, ...report.aliases, `${report.parents.at(-1) ?? ''}${report.region}`];
  return region === undefined || names.includes(region);
}

function toJson(report: Report, checks: readonly Check[]): Record<string, unknown> {
  const { file, region, parents, year } = report;
  return {
    file,
    region,
    parents,
    year,
    findings: checks.map((check) => ({
      kind: check.kind,
      fits: check.fits,
      severity: check.severity,
      message: check.message,
      computation: check.computation,
      figures: check.figures.map(({ raw, value, unit, paragraph }) => ({ raw, value, unit, paragraph })),
      operands: check.operands.map((figure) => check.figures.indexOf(figure)),
      quotes: check.quotes.map(({ paragraph, text }) => ({
        paragraph,
        section: chainOf(report, paragraph),
        quote: text,
      })),
    })),
  };
}

function renderAudit(report: Report, shown: readonly Check[], checked: number): string {
  const count = `${shown.filter((check) => !check.fits).length} contradictions, ${checked} statements checked`;
  const title = `${pc.bold(`${report.region} ${report.year}`)} ${pc.dim(`${report.file}: ${count}`)}`;
  return [title, ...shown.flatMap((check) => renderCheck(report, check)), ''].join('\n');
}

function renderCheck(report: Report, check: Check): string[] {
  const mark = check.fits ? pc.green('fits') : pc.red(check.severity);
  return [
    `  ${mark} ${check.kind}: ${check.message.zh}`,
    ...(check.computation ? [`    ${pc.cyan(check.computation)}`] : []),
    ...check.quotes.flatMap(({ paragraph, text }) => [
      `    “${text}”`,
      pc.dim(`    —— ${[...chainOf(report, paragraph), `¶${paragraph}`].join(' › ')}`),
    ]),
  ];
}

function chainOf(report: Report, paragraph: number): readonly string[] {
  return report.paragraphs[paragraph - 1]?.chain ?? [];
}
