/**
 * The element of a page that holds the article.
 *
 * From the outermost element inwards, as long as one child holds all prose of the page: sentences are what
 * menus, lists of links and footers lack. What follows the article's own paragraphs is never left out by
 * this, since the way ends where they stand side by side.
 */

import { isPageSentence } from '../page-noise.ts';
import { parseMarker } from '../parse-marker.ts';
import { countHan, isProse, toHalfWidth } from '../report-lines.ts';
import type { PageLine } from './page-lines.ts';
import { asElement, isUnread, type PageElement, type PageNode } from './page-node.ts';

/** Whether each line stands in the article; all do where no article can be told. */
export function findArticle(lines: readonly PageLine[]): boolean[] {
  const holder = innermost(lines.filter(isArticleProse));
  return lines.map(({ block }) => holder === undefined || chain(block).includes(holder));
}

/** The innermost element around all prose that counts. */
function innermost(prose: readonly PageLine[]): PageElement | undefined {
  let kept = prose;
  let holder: PageElement | undefined;
  const chains = new Map(prose.map((line) => [line, chain(line.block).reverse()] as const));
  for (let depth = 0; ; depth += 1) {
    const groups = new Map<PageElement | undefined, PageLine[]>();
    for (const line of kept) {
      const element = chains.get(line)?.[depth];
      const group = groups.get(element);
      if (group === undefined) groups.set(element, [line]);
      else group.push(line);
    }
    const [best, ...others] = [...groups].sort((a, b) => sumHan(b[1]) - sumHan(a[1]));
    if (best?.[0] === undefined || groups.has(undefined) || !HOLDERS.has(best[0].name)) return holder;
    if (others.length > 0 && !others.every(([element]) => element !== undefined && isClutter(element))) {
      return holder;
    }
    holder = best[0];
    kept = best[1];
  }
}

function sumHan(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + countHan(text), 0);
}

/** Elements that hold more than one line of an article. */
const HOLDERS: ReadonlySet<string> = new Set(
  'html article body center div dd fieldset form main section table tbody td tr'.split(' '),
);

/** Numbers of headings that no menu has. */
const PARTS: ReadonlySet<string> = new Set(['part', 'chapter', 'chinese', 'chinese-bracket']);

/** Sentences, rows and numbered headings: what menus, lists of links and footers lack. */
function isArticleProse({ text, look }: PageLine): boolean {
  const line = { number: 0, text, plain: toHalfWidth(text), offset: 0 };
  if (look.isLink) return false;
  const isPart = PARTS.has(parseMarker(line.plain)?.style ?? '');
  return look.row !== undefined || isPart || (isProse(line) && !isPageSentence(line));
}

/** What its name says is no article: headers, footers, side columns, lists of other articles. */
function isClutter({ name, attribs }: PageElement): boolean {
  if (/^(?:nav|footer|aside|header)$/.test(name)) return true;
  return CLUTTER.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
}

const CLUTTER =
  /(?:^|[\s_-])(?:foot(?:er)?|nav|menu|side(?:bar)?|aside|related|relate|recommend|hot|links?|share|crumbs?|breadcrumb|comment|disclaimer|copyright|banner|topbar|toolbar)(?:$|[\s_\d-])/i;

/** The blocks around a line, innermost first. */
function chain(block: PageElement | undefined): PageElement[] {
  const elements: PageElement[] = [];
  let next: PageElement | undefined = block;
  while (next !== undefined && !isUnread(next)) {
    elements.push(next);
    next = next.parent === null ? undefined : asElement(next.parent as PageNode);
  }
  return elements;
}
