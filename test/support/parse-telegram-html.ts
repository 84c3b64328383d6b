/**
 * Telegram's HTML as its server reads it, and stricter: every `<`, `>` and `&` of the text must be
 * escaped, and markup that Telegram would silently drop (nested in code, quotes in quotes) is refused.
 *
 * Source: https://core.telegram.org/bots/api#html-style; descriptions as in tdlib's `parse_html`.
 */

/** Marked-up stretch of a text, in UTF-16 units, as Telegram hands it to readers. */
interface TextEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

/** What a reader sees. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly TextEntity[];
}

interface OpenTag {
  readonly tag: string;
  readonly type: string;
  readonly offset: number;
  readonly url?: string;
}

const types: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};
/** What the attributes of a tag must be, where others are refused. */
const attributes: Readonly<Record<string, RegExp>> = {
  a: /^\s+href="([^"<>]*)"$/u,
  span: /^\s+class="tg-spoiler"$/u,
  blockquote: /^(?:\s+expandable)?$/u,
  code: /^(?:\s+class="language-[^"<>]+")?$/u,
  'tg-emoji': /^\s+emoji-id="\d+"$/u,
};
const token = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(lt|gt|amp|quot|#\d+);|[^<>&]+|[\s\S]/giu;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Returns the visible text and its markup.
 *
 * @throws Error with Telegram's description of what is wrong.
 */
export function readTelegramHtml(html: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: TextEntity[] = [];
  let text = '';
  for (const [whole, slash, tagName, attribute = '', entity] of html.matchAll(token)) {
    const tag = tagName?.toLowerCase();
    if (tag !== undefined && slash === '')
      open.push({ ...openTag(tag, attribute, open), offset: text.length });
    else if (tag !== undefined) {
      const last = open.pop();
      if (!last) throw refused('Unexpected end tag');
      if (last.tag !== tag) throw refused(`Unmatched end tag, expected "</${last.tag}>", found "</${tag}>"`);
      const { type, offset, url } = last;
      const length = text.length - offset;
      if (length > 0) entities.push({ type, offset, length, ...(url === undefined ? {} : { url }) });
    } else if (entity !== undefined) text += named[entity] ?? String.fromCodePoint(Number(entity.slice(1)));
    else if (/^[<>&]/u.test(whole)) throw refused(`Character "${whole}" must be escaped`);
    else text += whole;
  }
  const left = open.at(-1);
  if (left) throw refused(`Can't find end tag corresponding to start tag "${left.tag}"`);
  // Tags close from the inside out; outer markup comes before what it holds.
  entities.reverse().sort((one, other) => one.offset - other.offset || other.length - one.length);
  return { text, entities };
}

/**
 * Returns the visible text alone.
 *
 * @throws Error as `readTelegramHtml` does.
 */
export function parseTelegramHtml(html: string): string {
  return readTelegramHtml(html).text;
}

function openTag(tag: string, attribute: string, open: readonly OpenTag[]): Omit<OpenTag, 'offset'> {
  const type = types[tag];
  if (type === undefined) throw refused(`Unsupported start tag "${tag}"`);
  const given = (attributes[tag] ?? /^$/u).exec(attribute);
  if (!given) throw refused(`Tag "${tag}" can't have the attributes "${attribute.trim()}"`);
  const parent = open.at(-1)?.tag;
  const isCodeInPre = parent === 'pre' && tag === 'code';
  if (open.some((outer) => outer.tag === 'pre' || outer.tag === 'code') && !isCodeInPre)
    throw refused(`Tag "${tag}" can't stand inside "${parent}"`);
  if (tag === 'blockquote' && open.some((outer) => outer.tag === tag))
    throw refused('Tag "blockquote" can\'t be nested');
  const url = tag === 'a' ? given[1] : undefined;
  return { tag, type, ...(url === undefined ? {} : { url }) };
}

function refused(what: string): Error {
  return new Error(`can't parse entities: ${what}`);
}
