/**
 * An answer as blocks: what a place renders one by one and never splits where it can avoid it.
 *
 * A figure or fact is laid out anew from its fields; every other kind is worded by `src/answer`
 * and taken over paragraph by paragraph.
 */
import type { Answer, Citation } from '../answer/answer.ts';
import { WORDING } from '../wording/wording.ts';

/** Citations that are shown with their words; the others are one line each. */
const fullCitations = 3;

/** One block; `source` stands right under its `quote`, all others are set apart. */
export interface Block {
  readonly kind: 'direct' | 'quote' | 'source' | 'note' | 'plain' | 'suggestion';
  readonly text: string;
}

/** The place of a citation on one line: `《title》 › heading › heading › ¶37`. */
export function sourceLine(citation: Citation): string {
  const place = citation.paragraph > 0 ? [`¶${citation.paragraph}`] : [];
  const headings = citation.section.map((heading) => heading.replace(/。$/u, ''));
  return [`《${citation.title}》`, ...headings, ...place].join(' › ');
}

/** Lays an answer out; no block is blank. */
export function splitIntoBlocks(answer: Answer): readonly Block[] {
  const proved = answer.kind === 'answer' && answer.citations.length > 0;
  const blocks = proved ? provedBlocks(answer) : paragraphs(answer.text);
  const offered = answer.suggestions.filter((suggestion) => !answer.text.includes(suggestion));
  return [...blocks, ...offered.map((text): Block => ({ kind: 'suggestion', text }))].filter(
    ({ text }) => text.trim() !== '',
  );
}

function provedBlocks(answer: Answer): readonly Block[] {
  const direct = leadOf(answer);
  const shown = answer.citations.slice(0, fullCitations);
  const others = answer.citations.slice(fullCitations);
  return [
    { kind: 'direct', text: direct },
    ...shown.flatMap((citation): readonly Block[] => [
      // A fact is answered by the very sentence that proves it; once is enough.
      { kind: 'quote', text: direct.includes(citation.quote) ? '' : citation.quote },
      { kind: 'source', text: sourceLine(citation) },
    ]),
    ...(others.length > 0
      ? [{ kind: 'plain', text: WORDING.chat.moreSources[answer.language] } as const]
      : []),
    ...others.map((citation): Block => ({ kind: 'source', text: sourceLine(citation) })),
    ...answer.notes.map((note): Block => ({ kind: 'note', text: WORDING.chat.note(note)[answer.language] })),
  ];
}

/** The sentence that states the answer: the first paragraph of the text where it holds the answer. */
function leadOf({ answer, text }: Answer): string {
  const [lead = ''] = text.split(/\n{2,}/, 1);
  return lead.includes(answer) ? lead.trim() : answer;
}

function paragraphs(text: string): readonly Block[] {
  return text.split(/\n{2,}/).map((paragraph) => ({ kind: 'plain', text: paragraph.trim() }));
}
