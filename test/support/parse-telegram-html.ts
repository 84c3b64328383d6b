/**
 * Telegram's HTML as its server reads it, and stricter: every `<`, `>` and `&` of the text must be
 * escaped, and tags must be balanced.
 */

const tagNames = ['b', 'strong', 'i', 'em', 'u', 's', 'code', 'pre', 'a', 'blockquote', 'tg-spoiler'];
const token = /<(\/?)([a-z-]+)((?:\s[^<>]*)?)>|&(lt|gt|amp|quot|#\d+);|[^<>&]+|[\s\S]/gu;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Returns the visible text.
 *
 * @throws Error with Telegram's description of what is wrong.
 */
export function parseTelegramHtml(html: string): string {
  const open: string[] = [];
  let visible = '';
  for (const [whole, slash, tag, , entity] of html.matchAll(token)) {
    if (tag !== undefined) {
      if (!tagNames.includes(tag)) throw new Error(`can't parse entities: Unsupported start tag "${tag}"`);
      if (slash === '') open.push(tag);
      else if (open.pop() !== tag) throw new Error(`can't parse entities: Unmatched end tag "${tag}"`);
    } else if (entity !== undefined) {
      visible += entities[entity] ?? String.fromCodePoint(Number(entity.slice(1)));
    } else if (/^[<>&]/u.test(whole)) {
      throw new Error(`can't parse entities: Character "${whole}" must be escaped`);
    } else visible += whole;
  }
  if (open.length > 0) throw new Error(`can't parse entities: Can't find end tag for "${open.at(-1)}"`);
  return visible;
}
