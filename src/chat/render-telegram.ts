/**
 * Answers and fixed sentences as Telegram HTML, in messages that Telegram accepts.
 *
 * Source: https://core.telegram.org/bots/api#html-style and #sendmessage (4,096 characters after
 * entities parsing, counted here in UTF-16 units as Telegram counts entity offsets).
 */
import type { Answer, Citation } from '../answer/answer.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { sourceLine, splitIntoBlocks } from './answer-blocks.ts';
import type { Block } from './block.ts';
import { type Piece, splitMessage, splitText } from './split-message.ts';

/** Most UTF-16 units of one message, without markup. */
export const maxMessageLength = 4096;
/** Of a paragraph in one message, above its place. */
const maxParagraphLength = 3000;
const maxSourceLength = 1000;

const tags: Readonly<Partial<Record<Block['kind'], NonNullable<Piece['tag']>>>> = {
  direct: 'b',
  heading: 'b',
  quote: 'blockquote',
  table: 'pre',
  note: 'i',
};

/**
 * Renders an answer; each message stands alone. Empty for an answer without words.
 *
 * @param options - `asked` is the question, to be shown where the chat does not show it.
 */
export function renderTelegram(answer: Answer, options: { readonly asked?: string } = {}): readonly string[] {
  const dated = new Set<string>();
  const pieces = splitIntoBlocks(answer).map((block): Piece => {
    const tag = tags[block.kind];
    const cited = block.kind === 'source' ? citationAt(block.text, answer.citations) : undefined;
    const day = cited && !dated.has(cited.report) ? publishedOn(cited, answer.language) : '';
    if (cited) dated.add(cited.report);
    const text = cleanText(block.kind === 'suggestion' ? `→ ${block.text}` : block.text) + day;
    const link = cited && linkOf(cited);
    return { text, breaksBefore: block.joined ? 1 : 2, ...(tag ? { tag } : {}), ...(link ? { link } : {}) };
  });
  const asked: Piece[] =
    options.asked === undefined ? [] : [{ text: `▸ ${cleanText(options.asked)}`, tag: 'i', breaksBefore: 0 }];
  return splitMessage([...asked, ...pieces], maxMessageLength);
}

/** Renders the part of a paragraph that fits a message; long ones have several parts. */
export function renderParagraph(
  citation: Citation,
  part: number,
  language: Language,
): { readonly html: string; readonly parts: number } {
  const parts = splitText(cleanText(citation.text), maxParagraphLength);
  const link = linkOf(citation);
  const pieces: Piece[] = [
    { text: parts[part] ?? '', tag: 'blockquote', breaksBefore: 0 },
    {
      text: cleanText(sourceLine(citation)).slice(0, maxSourceLength) + publishedOn(citation, language),
      breaksBefore: 1,
      ...(link ? { link } : {}),
    },
  ];
  return { html: splitMessage(pieces, maxMessageLength)[0] ?? '', parts: parts.length };
}

/** The citation that stands at a place; of several reports with one title, one whose page is known. */
function citationAt(place: string, citations: readonly Citation[]): Citation | undefined {
  const found = citations.filter((citation) => sourceLine(citation) === place);
  return found.find(({ url }) => url !== null) ?? found[0];
}

/** The title of a place links to the page that the report came from. */
function linkOf({ title, url }: Citation): Piece['link'] {
  return url === null ? undefined : { length: cleanText(`《${title}》`).length, url };
}

/** The day that the page was published, to stand behind a place; empty where none is known. */
function publishedOn({ published }: Citation, language: Language): string {
  return published === null ? '' : ` · ${cleanText(WORDING.chat.publishedOn(published)[language])}`;
}

/** Renders plain text, such as a list or a help text. */
export function renderPlainTelegram(text: string): readonly string[] {
  const pieces = cleanText(text)
    .split('\n')
    .map((line): Piece => ({ text: line, breaksBefore: 1 }));
  return splitMessage(joinBlankLines(pieces), maxMessageLength);
}

/** An empty line becomes a wider gap before the next one, so that no piece is blank. */
function joinBlankLines(lines: readonly Piece[]): readonly Piece[] {
  let breaks = 0;
  return lines.flatMap((line) => {
    breaks += 1;
    if (line.text.trim() === '') return [];
    const piece = { ...line, breaksBefore: breaks };
    breaks = 0;
    return [piece];
  });
}

/** Telegram refuses lone surrogates; control characters show as nothing. */
export function cleanText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '').replace(/(?!\n)\p{Cc}/gu, ' ');
}
