/** Answers and cited paragraphs for a terminal: the text as composed, coloured where that is wanted. */
import pc from 'picocolors';
import type { Answer, Citation } from '../answer/answer.ts';
import { placeLine } from '../answer/compose.ts';
import { sourceLine } from './answer-blocks.ts';

/** A line that names a place, as `src/answer` words it. */
const sourcePattern = /^—— | › ¶\d+$/u;

/**
 * Renders an answer. Without colour it is the answer's text, the address of each report's page below its first place,
 * and what it offers to go on with.
 */
export function renderTerminal(answer: Answer, options: { readonly color: boolean }): string {
  const colors = pc.createColors(options.color);
  const addresses = new Map(answer.citations.map((one) => [`—— ${placeLine(one)}`, one.url]));
  const shown = new Set<string>();
  const lines = answer.text.split('\n').flatMap((printed, index) => {
    const line = cleanText(printed);
    const address = addresses.get(printed.trim()) ?? null;
    const colored = colorLine(line, index);
    if (address === null || shown.has(address)) return [colored];
    shown.add(address);
    return [colored, colors.dim(`   ${cleanText(address)}`)];
  });
  function colorLine(line: string, index: number): string {
    if (index === 0) return colors.bold(line);
    if (sourcePattern.test(line)) return colors.cyan(line);
    return answer.notes.some((note) => line.endsWith(note)) ? colors.yellow(line) : line;
  }
  const offered = answer.suggestions.filter((suggestion) => !answer.text.includes(suggestion));
  return [...lines, ...offered.map((suggestion) => colors.dim(`→ ${cleanText(suggestion)}`))].join('\n');
}

/** Renders the whole paragraph that a citation quotes, under its title, headings and number. */
export function renderOriginal(citation: Citation, options: { readonly color: boolean }): string {
  const colors = pc.createColors(options.color);
  const source = colors.cyan(cleanText(sourceLine(citation)));
  const address = citation.url === null ? [] : [colors.dim(cleanText(citation.url))];
  return [source, cleanText(citation.text), ...address].join('\n');
}

/** A report or question must not steer the terminal it is shown in. */
function cleanText(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}
