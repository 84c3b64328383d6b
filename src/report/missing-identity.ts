/** What a person is asked for where a file does not say it. */
import { ReportError } from '../errors.ts';

/** The part of an identity that cannot be done without. */
export type MissingPart = 'region' | 'year';

const REASONS: Readonly<Record<MissingPart, string>> = {
  region: 'neither title nor text says which region it speaks for',
  year: 'neither title nor text says which year it covers',
};

/** The refusal of a report whose region or year is unknown. */
export function missingIdentity(file: string, missing: MissingPart, given?: string): ReportError {
  if (missing === 'region' && given !== undefined) {
    const cure = 'Give its full name, such as 广州市花都区';
    return new ReportError(file, `"${given}" is the name of no region that is known`, cure);
  }
  const cure = `Put a title with the ${missing} on the first line, such as "某某区2023年法治政府建设情况报告"`;
  return new ReportError(file, REASONS[missing], cure);
}

/** What is missing where a report was refused for that; refusals of a thread come back as words only. */
export function missingPart(error: ReportError): MissingPart | undefined {
  if (error.reason === REASONS.region) return 'region';
  return error.reason === REASONS.year ? 'year' : undefined;
}
