/**
 * An answer as blocks: what a place renders one by one and never splits where it can avoid it.
 *
 * A figure or fact is laid out anew from its fields; every other kind is worded by `src/answer` and taken over
 * paragraph by paragraph (`read-paragraph.ts`). The first line is always the answer.
 */
import type { Answer, Citation } from '../answer/answer.ts';
import { WORDING } from '../wording/wording.ts';
import type { Block } from './block.ts';
import { readParagraph } from './read-paragraph.ts';

/** Citations that are shown with their words; the others are one line each. */
const fullCitations = 3;
/** Characters of a quote by which it is found again in the text, where long ones are cut. */
const leastQuote = 100;

/** The place of a citation on one line: `《title》 › heading › heading › ¶37`. */
export function sourceLine(citation: Citation): string {
  const place = citation.paragraph > 0 ? [`¶${citation.paragraph}`] : [];
  const headings = citation.section.map((heading) => heading.replace(/。$/u, ''));
  return [`《${citation.title}》`, ...headings, ...place].join(' › ');
}

/** Lays an answer out; no block is blank. */
export function splitIntoBlocks(answer: Answer): readonly Block[] {
  const proved = answer.kind === 'answer' && answer.citations.length > 0;
  const blocks = proved ? provedBlocks(answer) : wordedBlocks(answer);
  const offered = answer.suggestions.filter((suggestion) => !answer.text.includes(suggestion));
  const offers = offered.map((text, index): Block => ({ kind: 'suggestion', text, joined: index > 0 }));
  return [...blocks, ...offers].filter(({ text }) => text.trim() !== '');
}

function provedBlocks(answer: Answer): readonly Block[] {
  const lead = leadOf(answer);
  // What a written text does not use is a place only.
  const isShown = ({ quote }: Citation) =>
    !answer.isWritten || answer.text.includes(`“${quote.slice(0, leastQuote)}`);
  const shown = answer.citations.slice(0, fullCitations).filter(isShown);
  const places = new Set(shown.map(sourceLine));
  const others = [...new Set(answer.citations.map(sourceLine))].filter((place) => !places.has(place));
  return [
    ...directBlocks(lead),
    ...shown.flatMap((citation, index): readonly Block[] => {
      // A fact is answered by the very sentence that proves it; once is enough.
      const quoted = !lead.includes(citation.quote.replace(/[。；;，,]+$/u, ''));
      const next = shown[index + 1];
      const place = next && sourceLine(next) === sourceLine(citation) ? '' : sourceLine(citation);
      return [
        { kind: 'quote', text: quoted ? citation.quote : '' },
        { kind: 'source', text: place, joined: quoted },
      ];
    }),
    ...(others.length > 0
      ? [{ kind: 'plain', text: WORDING.chat.moreSources[answer.language] } as const]
      : []),
    ...others.map((text): Block => ({ kind: 'source', text, joined: true })),
    ...answer.notes.map((note): Block => ({ kind: 'note', text: WORDING.chat.note(note)[answer.language] })),
  ];
}

function wordedBlocks({ text, kind, notes }: Answer): readonly Block[] {
  const [first = '', ...rest] = text.split(/\n{2,}/);
  const blocks = rest.flatMap((paragraph) => readParagraph(paragraph, notes));
  // A greeting answers nothing.
  if (kind === 'help') return [...directBlocks(first, 'plain'), ...blocks];
  const [direct = '', ...lines] = first.split('\n');
  const below = readParagraph(lines.join('\n'), notes);
  return [
    { kind: 'direct', text: direct.trim() },
    ...below.map((block, index) => (index === 0 ? { ...block, joined: true } : block)),
    ...blocks,
  ];
}

/** The first line states the answer; what the lead lists stands below it. */
function directBlocks(lead: string, kind: Block['kind'] = 'direct'): readonly Block[] {
  const [first = '', ...rest] = lead.split('\n');
  return [
    { kind, text: first },
    { kind: 'plain', text: rest.join('\n'), joined: true },
  ];
}

/** What states the answer: the first paragraph of the text where it was written for that, holds it, or lists its parts. */
function leadOf({ answer, text, isWritten }: Answer): string {
  const [lead = ''] = text.split(/\n{2,}/, 1);
  return isWritten || lead.includes(answer) || lead.includes('\n· ') ? lead.trim() : answer;
}
