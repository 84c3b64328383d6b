/** Enters files that were read into the folder of reports, one after the other. */
import type { ReportError } from '../errors.ts';
import type { Library } from '../library/library.ts';
import type { RegisterEntry } from '../library/register.ts';
import { reportId } from '../library/report-id.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { type MissingPart, missingPart } from '../report/missing-identity.ts';
import type { Report } from '../report/report.ts';
import { type HeldReport, HeldReports } from './held-reports.ts';
import type { EnteredReport, SkippedSource } from './ingest-result.ts';
import { givenOf, isSameGiven, type OfferedFile } from './offered-file.ts';
import type { Originals } from './originals.ts';
import { ownName } from './own-name.ts';
import type { ReadOffer } from './read-offered.ts';
import type { GivenIdentity } from './report-source.ts';

/** Entries that are written to the register at once: with each, the whole register is written. */
const BATCH_ENTRIES = 32;
/** Characters of reports that are kept for the build, so that it need not read them again. */
const MOST_KEPT_CHARACTERS = 4_000_000;

/** What became of one file. */
export type Outcome =
  | { readonly kind: 'added' | 'replaced' | 'unchanged'; readonly report: EnteredReport }
  | { readonly kind: 'skipped'; readonly skipped: SkippedSource };

/** Where files are entered, and what they are compared with. */
export interface EntryOptions {
  readonly originals: Originals;
  /** The library as it is; `undefined` where there is none yet. */
  readonly library: Library | undefined;
  readonly replace: boolean;
}

/** Enters files into the folder of reports. */
export class Entry {
  readonly held: HeldReports;
  /** Reports by their files, as far as they are kept. */
  readonly read = new Map<string, Report>();
  readonly #originals: Originals;
  readonly #replace: boolean;
  /** Files of the folder that were no reports so far, by hash. */
  readonly #refused: ReadonlyMap<string, string>;
  #keptCharacters = 0;

  constructor({ originals, library, replace }: EntryOptions) {
    this.held = new HeldReports(library, originals.entries);
    this.#originals = originals;
    this.#replace = replace;
    const skipped = Object.entries(library?.manifest.skipped ?? {});
    this.#refused = new Map(skipped.map(([file, { hash }]) => [hash, file]));
  }

  /** Enters a file, or says why not. */
  async enter(offered: OfferedFile, read: ReadOffer): Promise<Outcome> {
    const { source, name } = offered;
    if (read.kind === 'refused') return { kind: 'skipped', skipped: describeRefusal(source, read.error) };
    if (read.kind === 'held') {
      const { report } = this.held.findBytes(read.hash)!;
      return { kind: 'unchanged', report: describe(source, report) };
    }
    const { report, given, bytes } = read;
    const known = this.held.findBytes(report.hash);
    if (known) return await this.#correct(offered, read, known);
    const judged = this.held.judge({ report, name, url: given.url, replace: this.#replace });
    if (judged.kind === 'unchanged') {
      const held = this.held.findBytes(judged.held.hash);
      return await this.#correct(offered, read, held ?? { report: judged.held });
    }
    if (judged.kind === 'ambiguous') return { kind: 'skipped', skipped: ambiguous(source, judged.held) };
    const replaced = judged.kind === 'replaces' ? judged.held : undefined;
    const lying = replaced ? undefined : this.#refused.get(report.hash);
    const file = lying ?? ownName(name, report.hash, (taken) => this.#originals.has(taken));
    const id = replaced?.id ?? reportId({ ...report, file }, (taken) => this.held.hasId(taken));
    const replaces = replaced && replaced.file !== file ? { replaces: replaced.file } : {};
    const entry = { id, file, ...stamp(report, name), ...given, ...replaces };
    return await this.#write(offered, read, entry, replaced, lying === undefined ? bytes : false);
  }

  /** A report that is held stays as it is, unless something is said of it that was not known. */
  async #correct(
    offered: OfferedFile,
    read: Extract<ReadOffer, { kind: 'report' }>,
    { report: held, entry: before }: HeldReport,
  ): Promise<Outcome> {
    const given = newlyGiven(givenOf(before), offered.sent ?? {}, read.given);
    if (isSameGiven(givenOf(before), given)) {
      return { kind: 'unchanged', report: describe(offered.source, held) };
    }
    const { id, file, hash } = held;
    const entry = { ...stamp({ ...read.report, hash }, offered.name), ...before, ...given, id, file };
    return await this.#write(offered, read, entry, held, false);
  }

  async #write(
    { source }: OfferedFile,
    { report }: Extract<ReadOffer, { kind: 'report' }>,
    entry: RegisterEntry & { readonly id: string },
    replaced: StoredReport | undefined,
    bytes: Uint8Array | false,
  ): Promise<Outcome> {
    if (bytes) await this.#originals.stage(entry, bytes);
    else this.#originals.note(entry);
    const stored = storedAs(report, entry);
    this.held.add(stored, report, entry, replaced);
    if (entry.hash === report.hash) this.#keep(entry.file, report);
    if (this.#originals.stagedCount >= BATCH_ENTRIES) await this.#originals.commit();
    return { kind: replaced ? 'replaced' : 'added', report: describe(source, stored, report.problems) };
  }

  #keep(file: string, report: Report): void {
    const characters = report.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
    if (this.#keptCharacters + characters > MOST_KEPT_CHARACTERS) return;
    this.#keptCharacters += characters;
    this.read.set(file, report);
  }
}

/** Of the same report at another address, only what was not known: the file that is kept came from the first. */
function newlyGiven(before: GivenIdentity, sent: GivenIdentity, given: GivenIdentity): GivenIdentity {
  const isKept = (field: keyof GivenIdentity) =>
    sent[field] !== undefined &&
    sent[field] === given[field] &&
    (field === 'contentType' || before[field] !== undefined);
  const fields = Object.keys(given) as (keyof GivenIdentity)[];
  return Object.fromEntries(fields.filter((field) => !isKept(field)).map((field) => [field, given[field]]));
}

function stamp({ hash }: Report, original: string) {
  return { original, hash, added: new Date().toISOString() };
}

function storedAs(
  report: Report,
  { id, file }: { readonly id: string; readonly file: string },
): StoredReport {
  const { sections, paragraphs, figures, metadata: _m, dropped: _d, problems: _p, ...identity } = report;
  return {
    ...identity,
    id,
    file,
    sectionCount: sections.length,
    paragraphCount: paragraphs.length,
    figureCount: figures.length,
  };
}

/** A held report as a result names it. */
export function describe(
  source: string,
  { id, file, region, parents, year, title }: StoredReport,
  problems: readonly string[] = [],
): EnteredReport {
  return { source, id, file, region, parents, year, title, problems };
}

const ASK: Readonly<Record<MissingPart, string>> = {
  region: 'say it with --region NAME',
  year: 'say it with --year YEAR',
};

/** Why a file is not entered, and what would help. */
function describeRefusal(source: string, error: ReportError): SkippedSource {
  const { reason } = error;
  const missing = missingPart(error);
  if (missing === undefined) return { source, reason };
  return { source, reason: `${reason}; ${ASK[missing]}, or in a reports.json beside the file`, missing };
}

function ambiguous(source: string, held: readonly StoredReport[]): SkippedSource {
  const ids = held.map(({ id }) => id).join(', ');
  const reason = `${held.length} reports of its region and year are held (${ids}), and --replace does not say which; take one out with --remove ID first`;
  return { source, reason };
}
