/** Who speaks in a report, for where, for which year: everything above its sections. */

import { regionAliases } from '../language/find-regions.ts';
import type { Region } from '../language/region.ts';
import { findSpeaker } from './find-speaker.ts';
import { type FoundYear, findYear } from './find-year.ts';
import { type FoundRegion, identifyRegion } from './identify-region.ts';
import type { PageMetadata } from './read-page-metadata.ts';
import type { Identity, Paragraph, Section } from './report.ts';
import type { Page } from './separate-page.ts';

/** What whoever gives a file knows about it; a hint counts more than the file. */
export interface ReportHints {
  readonly region?: string;
  readonly year?: number;
  readonly title?: string;
  /** Address of the page. */
  readonly url?: string;
  /** Day the page was published (ISO). */
  readonly published?: string;
}

/** What a report is identified by. */
export interface IdentitySources {
  readonly page: Page;
  readonly metadata: PageMetadata;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly hints: ReportHints;
}

/** An identity as far as it could be found. */
export interface FoundIdentity {
  /** Absent when region or year is unknown; `missing` says which. */
  readonly identity?: Identity;
  readonly missing?: 'region' | 'year';
  readonly problems: readonly string[];
}

/** Identifies a report from its title, sign-off, page and text. */
export function identifyReport(sources: IdentitySources): FoundIdentity {
  const { page, metadata, hints } = sources;
  // A title that was given need not name region and year where the printed one does.
  const titles = [hints.title, page.title?.text].filter((title) => title !== undefined);
  const [printedTitle] = titles;
  const issuer = findIssuer(page, metadata, printedTitle);
  const issued = page.signature.issued?.date ?? metadata.issued ?? null;
  const published = hints.published ?? metadata.published ?? null;
  const region = findRegion(sources, titles);
  if (region === undefined) return { missing: 'region', problems: [] };
  const year = findCoveredYear(sources, titles, issued ?? published ?? undefined);
  if (year === undefined) return { missing: 'year', problems: region.problems };

  const { name, parents, level } = region.region;
  const identity: Identity = {
    region: name,
    parents,
    aliases: [...regionAliases(region.region), ...findAbbreviation(name, sources.paragraphs)],
    body: level,
    year: year.year,
    title: printedTitle ?? deriveTitle(region.region, year.year),
    titlePrinted: page.title !== undefined,
    issuer,
    issued,
    published,
    ...(hints.url !== undefined && { url: hints.url }),
  };
  return { identity, problems: [...region.problems, ...describeDoubts(identity, year)] };
}

/** The form of most such titles: `漳州市东山县2023年法治政府建设情况报告`. */
function deriveTitle({ name, parents }: Region, year: number): string {
  const parent = parents.at(-1) ?? '';
  return `${name.startsWith(parent) ? '' : parent}${name}${year}年法治政府建设情况报告`;
}

/** The sign-off, then the page's 发文机关, then the title's own body, then the page's source. */
function findIssuer(page: Page, metadata: PageMetadata, title: string | undefined): string | null {
  const ownBody = title === undefined ? undefined : findSpeaker(title);
  const titleBody =
    ownBody?.body ?? (ownBody !== undefined && /[局厅]$/.test(ownBody.name) ? ownBody.name : undefined);
  return page.signature.issuer?.text ?? metadata.issuer ?? titleBody ?? metadata.source ?? null;
}

function findRegion(sources: IdentitySources, titles: readonly string[]): FoundRegion | undefined {
  const { page, metadata, paragraphs, hints } = sources;
  return identifyRegion({
    given: hints.region,
    url: hints.url,
    titles,
    issuer: metadata.issuer,
    signer: page.signature.issuer?.text,
    source: metadata.source,
    around: page.around.map((line) => line.text),
    paragraphs: paragraphs.map((paragraph) => paragraph.text),
  });
}

function findCoveredYear(
  sources: IdentitySources,
  titles: readonly string[],
  date: string | undefined,
): FoundYear | undefined {
  const found = findYear({
    titles,
    headings: sources.sections.map((section) => section.heading),
    paragraphs: sources.paragraphs.map((paragraph) => paragraph.text),
    date,
  });
  const given = sources.hints.year;
  if (given === undefined) return found;
  return {
    year: given,
    fromTitle: true,
    ...(found?.fromTitle && found.year !== given && { printed: found.year }),
  };
}

/** `伊旗` for 伊金霍洛旗, where the report itself uses it. */
function findAbbreviation(name: string, paragraphs: readonly Paragraph[]): string[] {
  const short = `${name.slice(0, 1)}${name.slice(-1)}`;
  if (name.length < 4 || !/[县旗市州]$/.test(name)) return [];
  const uses = paragraphs.filter((paragraph) => new RegExp(`(?<![一-龥])${short}`).test(paragraph.text));
  return uses.length > 0 ? [short] : [];
}

function describeDoubts(identity: Identity, year: FoundYear): string[] {
  const doubts: string[] = [];
  if (!identity.titlePrinted) doubts.push('The file prints no title; it was derived from region and year');
  if (year.printed !== undefined) {
    doubts.push(`${identity.year} was given as the year; the title says ${year.printed}`);
  }
  if (!year.fromTitle) {
    const from = year.fromDate ? 'date' : 'text';
    doubts.push(`No title states the year; ${identity.year} was taken from the ${from}`);
  }
  if (identity.issuer === null) doubts.push('The file does not say who issued the report');
  if (identity.issued === null && identity.published === null) doubts.push('The file prints no date');
  return doubts;
}
