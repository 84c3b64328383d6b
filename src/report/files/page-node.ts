/** The nodes of a parsed page, and what is asked of them everywhere. */

import type { CheerioAPI } from 'cheerio';

type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>;

/** A node of a page. */
export type PageNode = Root['children'][number];

/** An element of a page. */
export type PageElement = Extract<PageNode, { readonly attribs: unknown }>;

/** The element that a node is; `undefined` for text and comments. */
export function asElement(node: PageNode): PageElement | undefined {
  return 'attribs' in node ? node : undefined;
}

/** The text that a node is; `undefined` for elements and comments. */
export function asText(node: PageNode): string | undefined {
  return node.nodeType === 3 && 'data' in node ? node.data : undefined;
}

/** Whether an element begins and ends lines of its own. */
export function isBlock(element: PageElement): boolean {
  return BLOCKS.has(element.name);
}

/** Whether nothing of an element is to be read: scripts, forms, what is hidden. */
export function isUnread({ name, attribs }: PageElement): boolean {
  if (UNREAD.has(name) || attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');
}

/** All text under a node, without what is not read. */
export function textOf(node: PageNode): string {
  const parts: string[] = [];
  const open: PageNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const element = asElement(next);
    if (element === undefined) parts.push(asText(next) ?? '');
    else if (!isUnread(element)) open.push(...[...element.children].reverse());
  }
  return parts.join('');
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'td tfoot th thead tr ul'
  ).split(' '),
);

const UNREAD = new Set(
  (
    'audio button canvas datalist embed head iframe input link map meta noscript object option script select style svg ' +
    'template textarea title video'
  ).split(' '),
);
