/**
 * A web page becomes lines: the article with its tables, the page's furniture around it, and what the page
 * says about itself in its head.
 *
 * Nothing is left out but scripts, forms and what is hidden; lines outside the article are marked, since the
 * title and the date often stand there.
 */

import { load } from 'cheerio';
import { ReportError } from '../../errors.ts';
import { type DocumentText, DocumentWriter } from './document-text.ts';
import { findArticle } from './find-article.ts';
import { measureNesting, UNCLOSED_TAGS } from './measure-nesting.ts';
import { readPageLines } from './page-lines.ts';
import { asElement, type PageNode } from './page-node.ts';

/** Pages nest some thirty deep; far deeper ones are made to exhaust whoever walks through them. */
const DEEPEST = 600;
/** Unclosed tags add up, so what is only counted may look deeper than it is. */
const DEEPEST_COUNTED = 3000;
/** Tags that a page may have; long reports have some ten thousand. */
const MOST_TAGS = 400_000;

/** @throws ReportError for a page that is nested too deep or has too many tags. */
export function readHtml(html: string, file: string): DocumentText {
  assertPlain(html, file);
  const $ = load(html);
  const root = $.root()[0];
  const body = $('body')[0] ?? root;
  if (body === undefined) return new DocumentWriter().finish();
  assertShallow(body, file);
  const lines = readPageLines(body);
  const inside = findArticle(lines);
  const writer = new DocumentWriter();
  const printed = new Set(lines.map(({ text }) => text.replace(/\s/g, '')));
  for (const title of headTitles($)) {
    if (!printed.has(title.replace(/\s/g, ''))) writer.add(title, { isOutside: true });
    printed.add(title.replace(/\s/g, ''));
  }
  for (const [position, { text, look }] of lines.entries()) {
    writer.add(text, inside[position] ? look : { ...look, isOutside: true });
  }
  for (const [label, names] of META) {
    const value = names.map((name) => metaContent($, name)).find((content) => content !== '');
    if (value !== undefined) writer.add(`${label}：${value}`, { isOutside: true });
  }
  return writer.finish();
}

type Page = ReturnType<typeof load>;

/** The metadata that government sites put into the head of a page, by the label it has in print. */
const META: readonly (readonly [string, readonly string[]])[] = [
  ['发布日期', ['PubDate', 'publishdate', 'article:published_time']],
  ['来源', ['ContentSource', 'source']],
];

/** The page's title, with and without the site's name. */
function headTitles($: Page): string[] {
  const title = $('title').first().text().replace(/\s+/g, ' ').trim();
  const titles = [metaContent($, 'ArticleTitle'), title.replace(/\s*(?:[-–—_|].*)$/, '')];
  return titles.filter((text) => text.length >= 6 && text.length <= 100);
}

function metaContent($: Page, name: string): string {
  const found = $('meta').toArray();
  const meta = found.find(
    ({ attribs }) => (attribs.name ?? attribs.property)?.toLowerCase() === name.toLowerCase(),
  );
  return meta?.attribs.content?.trim() ?? '';
}

/** Counted before anything is parsed: a parser takes the longer for a page the deeper it is nested. */
function assertPlain(html: string, file: string): void {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1;
  if (tags > MOST_TAGS) throw tooComplex(file, `it has ${tags} tags, at most ${MOST_TAGS} are read`);
  if (measureNesting(html, UNCLOSED_TAGS) > DEEPEST_COUNTED) throw tooDeep(file);
}

function assertShallow(root: PageNode, file: string): void {
  let level: PageNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw tooDeep(file);
    level = level.flatMap((node) => asElement(node)?.children ?? []);
  }
}

function tooDeep(file: string): ReportError {
  return tooComplex(file, `its tags are nested more than ${DEEPEST} deep`);
}

function tooComplex(file: string, reason: string): ReportError {
  return new ReportError(file, reason, 'Copy the text of the report from the page and save it as plain text');
}
