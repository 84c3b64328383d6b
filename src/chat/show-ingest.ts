/** Says at the end of an ingest what became of every source: what was entered by name, the rest by count. */
import type { EnteredReport, IngestResult } from '../ingest/ingest.ts';

/** Reports named of each kind before the rest is only counted. */
const maxNamed = 20;

/** The closing table, one line each. */
export function showIngest(result: IngestResult): readonly string[] {
  const { added, replaced, unchanged, skipped, removed, warnings } = result;
  const counts = [
    ['added', added.length],
    ['replaced', replaced.length],
    ['unchanged', unchanged.length],
    ['removed', removed.length],
    ['skipped', skipped.length],
  ] as const;
  return [
    ...nameReports('added', added),
    ...nameReports('replaced', replaced),
    ...some(skipped, ({ source, reason }) => `skipped "${source}": ${reason}`),
    ...some(warnings, ({ file, reason }) => `look at "${file}": ${reason}`),
    ...counts.map(([name, count]) => `${name.padEnd(10)}${String(count).padStart(6)}`),
  ].map(oneLine);
}

function nameReports(what: string, reports: readonly EnteredReport[]): string[] {
  return some(reports, ({ id, region, parents, year, source, problems }) => {
    const doubts = problems.length > 0 ? ` (${problems.join('; ')})` : '';
    // A department's name begins with the place it serves.
    const above = parents.filter((parent) => !region.startsWith(parent)).join('');
    return `${what} ${id}  ${above}${region} ${year}  "${source}"${doubts}`;
  });
}

function some<Item>(items: readonly Item[], describe: (item: Item) => string): string[] {
  const named = items.slice(0, maxNamed).map((item) => `  ${describe(item)}`);
  const others = items.length - named.length;
  return others > 0 ? [...named, `  … and ${others} more`] : named;
}

/** A file's name may hold line breaks and what steers a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
}
