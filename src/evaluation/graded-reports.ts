/** The reports that graded questions are about: their files' lines, and the region and year a citation must give. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { decodeText } from '../report/files/decode-text.ts';
import { normaliseWording } from './match-wording.ts';

const reportLine = z.object({
  key: z.string().optional(),
  file: z.string(),
  region: z.string(),
  region_aliases: z.array(z.string()).optional(),
  year: z.number().int(),
});

/** What is known of a graded report. */
export interface ReportFacts {
  /** Base name of its file. */
  readonly file: string;
  /** Names of its region, each normalised. */
  readonly names: readonly string[];
  readonly year: number;
}

/** The reports of a suite, as its questions name them. */
export interface GradedReports {
  readonly facts: readonly ReportFacts[];
  /** Base name of the file that a question's `report` means: a key, or itself a file name. */
  fileOf(report: string | undefined): string | undefined;
  factsOf(file: string): ReportFacts | undefined;
  /** Lines of the file, normalised; `undefined` when the folder has no such file. */
  linesOf(file: string): readonly string[] | undefined;
}

/**
 * Reads what is known of reports, and the lines of the text files in a folder.
 *
 * @param linesDir - Folder of the text files: that of the reports, unless they are no plain text.
 * @param metaFiles - Files like `data/eval/reports.jsonl`; a later one wins.
 * @throws UserError `reports-undescribed` when a file cannot be read.
 */
export function readGradedReports(linesDir: string, metaFiles: readonly string[]): GradedReports {
  const described = metaFiles.flatMap(readFacts);
  const facts = new Map(described.map((one) => [one.file, one]));
  const keys = new Map(described.flatMap(({ key, file }) => (key === undefined ? [] : [[key, file]])));
  const lines = readLines(linesDir);
  return {
    facts: [...facts.values()],
    fileOf: (report) => (report === undefined ? undefined : (keys.get(report) ?? report)),
    factsOf: (file) => facts.get(file),
    linesOf: (file) => lines.get(file),
  };
}

/** Whether the words name the region that a report speaks for, with or without its parents. */
export function isNamed({ names }: ReportFacts, region: string): boolean {
  const name = normaliseWording(region);
  return names.some((one) => name.includes(one) || one.includes(name));
}

function readFacts(metaFile: string): (ReportFacts & { readonly key: string | undefined })[] {
  try {
    const lines = readFileSync(metaFile, 'utf8').split('\n');
    return lines
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const { key, file, region, region_aliases, year } = reportLine.parse(JSON.parse(line));
        return { key, file, year, names: [region, ...(region_aliases ?? [])].map(normaliseWording) };
      });
  } catch (cause) {
    const message = `Cannot read the descriptions of reports "${metaFile}"`;
    throw new UserError('reports-undescribed', message, 'Give one {"file", "region", "year"} a line', {
      cause,
    });
  }
}

function readLines(reportsDir: string): Map<string, string[]> {
  try {
    const files = readdirSync(reportsDir).filter((file) => /\.(?:txt|md)$/.test(file));
    return new Map(
      files.map((file) => {
        // `name.pdf.clean.txt` holds the text of `name.pdf`.
        const source = file.replace(/\.clean\.txt$/, '');
        return [
          source,
          decodeText(readFileSync(join(reportsDir, file)), file)
            .split('\n')
            .map(normaliseWording),
        ];
      }),
    );
  } catch (cause) {
    throw new UserError('reports-missing', `Cannot read the folder of reports "${reportsDir}"`, undefined, {
      cause,
    });
  }
}
