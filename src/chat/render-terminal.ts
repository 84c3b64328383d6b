/** Answers and cited paragraphs for a terminal: the text as composed, coloured where that is wanted. */
import pc from 'picocolors';
import type { Answer, Citation } from '../answer/answer.ts';
import { placeLine } from '../answer/compose.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { sourceLine } from './answer-blocks.ts';

/** A line that names a place, as `src/answer` words it. */
const sourcePattern = /^—— | › ¶\d+$/u;

/**
 * Renders an answer. Without colour it is the answer's text, address and publishing date of each report's page below
 * its first place, and what it offers to go on with.
 */
export function renderTerminal(answer: Answer, options: { readonly color: boolean }): string {
  const colors = pc.createColors(options.color);
  const cited = new Map(answer.citations.map((one) => [`—— ${placeLine(one)}`, one]));
  const shown = new Set<string>();
  const lines = answer.text.split('\n').flatMap((printed, index) => {
    const line = cleanText(printed);
    const citation = cited.get(printed.trim());
    const colored = colorLine(line, index);
    if (citation === undefined || shown.has(citation.report)) return [colored];
    shown.add(citation.report);
    return [colored, ...pageLine(citation, answer.language).map((page) => colors.dim(`   ${page}`))];
  });
  function colorLine(line: string, index: number): string {
    if (index === 0) return colors.bold(line);
    if (sourcePattern.test(line)) return colors.cyan(line);
    return answer.notes.some((note) => line.endsWith(note)) ? colors.yellow(line) : line;
  }
  const offered = answer.suggestions.filter((suggestion) => !answer.text.includes(suggestion));
  return [...lines, ...offered.map((suggestion) => colors.dim(`→ ${cleanText(suggestion)}`))].join('\n');
}

/** Renders the whole paragraph that a citation quotes, under its title, headings and number, above its page. */
export function renderOriginal(
  citation: Citation,
  options: { readonly color: boolean; readonly language: Language },
): string {
  const colors = pc.createColors(options.color);
  const source = colors.cyan(cleanText(sourceLine(citation)));
  const page = pageLine(citation, options.language).map((line) => colors.dim(line));
  return [source, cleanText(citation.text), ...page].join('\n');
}

/** Where and when the page of a report was published, as far as that is known. */
function pageLine({ url, published }: Citation, language: Language): readonly string[] {
  const day = published === null ? [] : [WORDING.chat.publishedOn(published)[language]];
  const parts = [...(url === null ? [] : [url]), ...day];
  return parts.length === 0 ? [] : [cleanText(parts.join(' · '))];
}

/** A report or question must not steer the terminal it is shown in. */
function cleanText(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}
