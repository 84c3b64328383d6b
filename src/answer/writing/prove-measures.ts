/**
 * Proves that a figure is said of what it measures: the words around the number, asked as a question, have to lead to
 * this figure of the paragraph and not to another.
 */
import type { Library } from '../../library/library.ts';
import { fitTerms } from '../../retrieval/fit-terms.ts';
import { preparedReport } from '../../retrieval/retrieve.ts';
import { scoreFigures } from '../../retrieval/score-figures.ts';
import { understand, type Vocabulary } from '../../retrieval/understand.ts';
import type { Language } from '../../wording/language.ts';
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import type { WrittenNumber } from './written-number.ts';

/** By how much another figure has to fit better before a figure is taken for the wrong one. */
const MARGIN = Number(process.env.MARGIN ?? 0.2);
const CLAUSE_ENDS = /[，。;；:：!！?？]|,(?!\d{3})/;
const JOINED = /、|和|及|与|\b(?:and|but|of|while|with)\b/;

/** Figures beside words that mean another figure of the same paragraph. */
export function proveMeasures(
  text: string,
  numbers: readonly ProvedNumber[],
  library: Library,
  vocabulary: Vocabulary,
  language: Language,
): NumberFault[] {
  return numbers.flatMap(({ number, borne }): NumberFault[] => {
    const asked = askFor(text, number, language);
    if (borne.some(({ source, figure }) => isMeant(asked, source, figure, library, vocabulary))) return [];
    const words = text.slice(number.start, number.end);
    return [{ kind: 'measure', detail: `“${words}” measures something else than “${asked.slice(0, 60)}”` }];
  });
}

function isMeant(
  asked: string,
  { report, figures }: Source,
  { prepared }: SourceFigure,
  library: Library,
  vocabulary: Vocabulary,
): boolean {
  if (!prepared || figures.length < 2) return true;
  const question = understand(asked, vocabulary);
  const [ask] = question.asks;
  const held = preparedReport(library, report.id);
  const paragraph = held.paragraphs.find((one) => one.paragraph.number === prepared.figure.paragraph);
  if (!ask || !paragraph || question.terms.length === 0) return true;
  const terms = fitTerms(question.terms, held, question.normal);
  const scored = scoreFigures(question, ask, terms, [paragraph]);
  const own = scored.find(({ figure }) => figure.index === prepared.figure.index);
  const [best] = scored;
  if (process.env.DBG)
    console.log(asked, '| own', own?.figure.raw, own?.score, '| best', best?.figure.raw, best?.score);
  return !own || !best || best.figure.value === own.figure.value || best.score - own.score < MARGIN;
}

/** The words around a number as a question for it: those of its clause that belong to no number before, and what is counted. */
function askFor(text: string, { start, end, noun, unit }: WrittenNumber, language: Language): string {
  const clauses = text.slice(0, start).split(CLAUSE_ENDS);
  const own = behindLastNumber(clauses.at(-1) ?? '');
  const behind = text.slice(end).split(/[,，。;；、.!！?？\d]|[(（](?:含|其中)/)[0] ?? '';
  const ahead = hasWords(own + (noun || behind)) ? own : `${clauses.at(-2) ?? ''} ${own}`;
  if (language === 'zh') {
    const asking = unit === '%' ? '百分之多少' : `多少${unit}`;
    return `${ahead.slice(-60)}${asking}${behind.slice(0, 30)}`;
  }
  const asking = unit === '%' ? 'what percentage' : unit === '元' ? 'how much money' : 'how many';
  return `${ahead.slice(-80)} ${asking} ${behind.slice(0, 60)}`.trim();
}

/** Of `审结54件、维持` only 维持: what stands with a number before belongs to that number. */
function behindLastNumber(clause: string): string {
  const undated = clause.replace(/(?:19|20)\d\d年?/g, ' ');
  const [, behind] = /^.*\d[\d.,]*(.*)$/s.exec(undated) ?? [];
  if (behind === undefined) return undated;
  const parts = behind.split(JOINED);
  return parts.length > 1 ? (parts.at(-1) ?? '') : behind.replace(/^\s?[\p{Script=Han}%]/u, '');
}

function hasWords(words: string): boolean {
  return /\p{Script=Han}{2}|[A-Za-z]{4}/u.test(words);
}
