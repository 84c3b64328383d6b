/**
 * How deep the tags of a page or of XML are nested, without parsing it.
 *
 * Parsers take the longer for a tag the deeper it stands, so what is made to stop them is told before.
 */

/**
 * The deepest place of a text with tags, as far as opening and closing tags tell.
 *
 * @param unclosed Names of elements that need no closing tag; they are not counted.
 */
export function measureNesting(text: string, unclosed: ReadonlySet<string>): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const isClosing = text.charAt(at + 1) === '/';
    const start = at + (isClosing ? 2 : 1);
    let end = start;
    while (end - start < 40 && NAME.test(text.charAt(end))) end += 1;
    if (end === start || unclosed.has(text.slice(start, end).toLowerCase())) continue;
    if (isClosing) depth = Math.max(0, depth - 1);
    else {
      const close = text.indexOf('>', end);
      if (close !== -1 && text.charAt(close - 1) === '/') continue;
      depth += 1;
      deepest = Math.max(deepest, depth);
    }
  }
  return deepest;
}

/** Elements of pages that are seldom closed or never. */
export const UNCLOSED_TAGS: ReadonlySet<string> = new Set(
  (
    'p li td th tr dt dd option optgroup tbody thead tfoot colgroup col br hr img input meta link area base embed ' +
    'source track wbr param html body head script style o:p'
  ).split(' '),
);

const NAME = /[\w:-]/;
