/**
 * Marked-up pieces become messages that a place accepts: whole pieces where they fit, long ones cut
 * at the end of a sentence with their markup closed and opened again.
 */

/** A stretch of text under at most one tag. */
export interface Piece {
  readonly text: string;
  /** HTML tag around the text. */
  readonly tag?: 'b' | 'i' | 'blockquote' | 'pre';
  /** What its first characters link to. */
  readonly link?: { readonly length: number; readonly url: string };
  /** Line breaks before it, unless it begins a message. */
  readonly breaksBefore: number;
}

/** Telegram drops markup beyond 100 entities of a message; links and names that it finds by itself count too. */
const maxTags = 80;
/** Text with its addresses may have some 9,500 characters; what links beyond this is printed without its link. */
const maxLinkLength = 4000;

/**
 * Packs pieces into HTML messages.
 *
 * @param limit - Most UTF-16 units of a message, counted without markup.
 */
export function splitMessage(pieces: readonly Piece[], limit: number): readonly string[] {
  const messages: string[] = [];
  let html = '';
  let length = 0;
  let tags = 0;
  let linked = 0;
  for (const piece of pieces) {
    for (const [index, text] of splitText(piece.text, limit).entries()) {
      if (text.trim() === '') continue;
      const breaks = length === 0 || index > 0 ? 0 : piece.breaksBefore;
      const isFull = length + breaks + text.length > limit || (piece.tag !== undefined && tags >= maxTags);
      if (length > 0 && isFull) {
        messages.push(html);
        html = '';
        length = 0;
        tags = 0;
        linked = 0;
      }
      const gap = length === 0 ? 0 : breaks;
      const address = piece.link?.url.length ?? 0;
      const isLinked = index === 0 && address > 0 && linked + address <= maxLinkLength && tags < maxTags;
      const link = isLinked && text.length >= piece.link!.length ? piece.link : undefined;
      html += '\n'.repeat(gap) + markUp(text, piece.tag, link);
      length += gap + text.length;
      if (piece.tag || link) tags += 1;
      if (link) linked += address;
    }
  }
  return length > 0 ? [...messages, html] : messages;
}

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, at sentence ends where there is one in the
 * second half of a part, never inside a surrogate pair. The parts joined are the text.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = cutPosition(rest, limit);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function cutPosition(text: string, limit: number): number {
  const ends = [...text.slice(0, limit).matchAll(/[。！？；!?;\n]|\.(?=\s)/gu)];
  const last = ends.at(-1);
  if (last && last.index + 1 > limit / 2) return last.index + 1;
  const unit = text.charCodeAt(limit - 1);
  return limit > 1 && unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}

/** Escapes text for HTML, quotation marks included. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function markUp(text: string, tag: Piece['tag'], link?: Piece['link']): string {
  if (link) {
    const linked = `<a href="${escapeHtml(link.url)}">${escapeHtml(text.slice(0, link.length))}</a>`;
    return linked + escapeHtml(text.slice(link.length));
  }
  return tag ? `<${tag}>${escapeHtml(text)}</${tag}>` : escapeHtml(text);
}
