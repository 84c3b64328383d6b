/** The reports that are held, those that this ingest has entered among them, and how a new one stands to them. */
import { basename } from 'node:path';
import { sameRegion } from '../language/sighting.ts';
import type { Library } from '../library/library.ts';
import type { RegisterEntry } from '../library/register.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Report } from '../report/report.ts';
import type { Standing } from './inspection.ts';
import { textKey } from './text-key.ts';

/** A held report, and what a newer version of it is known by. */
interface Held {
  readonly report: StoredReport;
  /** Name under which its file came. */
  readonly original: string;
  readonly entry: RegisterEntry | undefined;
  readonly text: () => string;
  /** Whether this ingest has entered it: two files that come at once are no versions of one another. */
  readonly isNew: boolean;
}

/** A held report, and what is known of its file. */
export interface HeldReport {
  readonly report: StoredReport;
  readonly entry?: RegisterEntry;
}

/** A report that is offered. */
export interface Offer {
  readonly report: Report;
  /** Name of its file. */
  readonly name: string;
  readonly url?: string | undefined;
  /** Takes the place of the one report of its region and year, whatever the names. */
  readonly replace?: boolean | undefined;
}

/** How a report would be entered; ambiguous where it is not told which of several it replaces. */
export type Judgement = Standing | { readonly kind: 'ambiguous'; readonly held: readonly StoredReport[] };

/** Grows with each report that is entered, so that two of one ingest are compared as well. */
export class HeldReports {
  #held: Held[] = [];
  readonly #ids: Set<string>;

  constructor(library: Library | undefined, entries: readonly RegisterEntry[]) {
    const entryOf = new Map(entries.map((entry) => [entry.file, entry]));
    this.#ids = new Set(entries.flatMap(({ id }) => id ?? []));
    for (const report of library?.reports() ?? []) {
      this.#ids.add(report.id);
      const entry = entryOf.get(report.file);
      const original = basename(entry?.original ?? report.file);
      const text = () => textKey(library?.report(report.id)?.paragraphs ?? []);
      this.#held.push({ report, original, entry, text, isNew: false });
    }
  }

  /** Whether an id belongs to a report. */
  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The report with these bytes, and what is known of it. */
  findBytes(hash: string): HeldReport | undefined {
    const found = this.#held.find(({ report }) => report.hash === hash);
    return found && { report: found.report, ...(found.entry && { entry: found.entry }) };
  }

  /** How a report stands to those that are held. */
  judge({ report, name, url, replace }: Offer): Judgement {
    const twins = this.#held.filter(
      (one) =>
        one.report.year === report.year && one.report.body === report.body && isSame(one.report, report),
    );
    const [first] = twins;
    if (first === undefined) return { kind: 'new' };
    const text = textKey(report.paragraphs);
    const same = twins.find((one) => one.text() === text);
    if (same) return { kind: 'unchanged', held: same.report };
    const older = twins.filter((one) => !one.isNew);
    const version =
      older.find((one) => url !== undefined && one.report.url === url) ??
      older.find((one) => one.original === name);
    if (version) return { kind: 'replaces', held: version.report };
    if (replace && older.length > 1) return { kind: 'ambiguous', held: older.map((one) => one.report) };
    if (replace && older[0]) return { kind: 'replaces', held: older[0].report };
    return { kind: 'second', held: first.report };
  }

  /** Notes a report that was entered, in place of the one it replaces. */
  add(stored: StoredReport, report: Report, entry: RegisterEntry, replaced?: StoredReport): void {
    const key = textKey(report.paragraphs);
    if (replaced) this.#held = this.#held.filter((one) => one.report !== replaced);
    const original = entry.original ?? stored.file;
    this.#held.push({ report: stored, original, entry, text: () => key, isNew: true });
    this.#ids.add(stored.id);
  }
}

/** A parent that is not known tells nothing; two that are known and differ tell two places apart. */
function isSame(a: StoredReport, b: Report): boolean {
  const place = ({ region, parents, body }: Pick<Report, 'region' | 'parents' | 'body'>) => ({
    name: region,
    short: region,
    parents,
    level: body,
  });
  return sameRegion(place(a), place(b));
}
