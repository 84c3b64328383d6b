/**
 * Proves that a figure is said of what it measures: the words around the number, asked as a question, have to lead to
 * this figure of the paragraph and not to another.
 */
import type { Library } from '../../library/library.ts';
import { isQuoted, quotedParts } from '../../report/no-measure.ts';
import { type FittedTerm, fitTerms } from '../../retrieval/fit-terms.ts';
import { preparedReport } from '../../retrieval/retrieve.ts';
import { scoreFigures } from '../../retrieval/score-figures.ts';
import { understand, type Vocabulary } from '../../retrieval/understand.ts';
import type { Language } from '../../wording/language.ts';
import type { NumberFault, ProvedNumber } from './prove-numbers.ts';
import type { Source, SourceFigure } from './read-sources.ts';
import type { WrittenNumber } from './written-number.ts';

/** By how much another figure has to fit better before a figure is taken for the wrong one. */
const MARGIN = { zh: 0.15, en: 0.4 };
const ONLY_CHANGE =
  /^(?:同比|环比|上年|去年|较上年)?(?:上升|下降|增长|增加|减少|提高|提升|降低|达到|总计|合计|共计)|^(?:同比|环比)$/;
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
    // “law enters six places”: a name, not a count.
    if (isQuoted(quotedParts(text), number.start)) return [];
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
  // A figure printed for comparison is told apart by its year.
  if (!prepared || prepared.ofYear !== undefined || figures.length < 2) return true;
  const question = understand(asked, vocabulary);
  const [ask] = question.asks;
  const held = preparedReport(library, report.id);
  const paragraph = held.paragraphs.find((one) => one.paragraph.number === prepared.figure.paragraph);
  if (!ask || !paragraph) return true;
  const terms = fitTerms(question.terms, held, question.normal);
  // A measure that the report names nowhere is none of its figures.
  if (
    question.language === 'zh' &&
    terms.some(({ term, found }) => term.kind === 'indicator' && found === 'absent')
  )
    return false;
  if (!terms.some((term) => tells(term, question.language))) return true;
  const scored = scoreFigures(question, ask, terms, [paragraph]);
  const own = scored.find(({ figure }) => figure.index === prepared.figure.index);
  const [best] = scored;
  return (
    !own ||
    !best ||
    best.figure.value === own.figure.value ||
    best.score - own.score < MARGIN[question.language]
  );
}

/** Whether a term can tell figures apart; what the dictionary makes of an English word is too loose for that. */
function tells({ term, found }: FittedTerm, language: Language): boolean {
  if (found !== 'named' || term.weight < 0.5) return false;
  return language === 'zh' ? !ONLY_CHANGE.test(term.surface) : term.kind === 'indicator';
}

/**
 * The words around a number as a question for it: those of its clause that belong to no number before, and what is
 * counted.
 */
function askFor(text: string, { start, end, noun, unit }: WrittenNumber, language: Language): string {
  const clauses = text.slice(0, start).split(CLAUSE_ENDS);
  const own = behindLastNumber(clauses.at(-1) ?? '');
  const behind = wordsBehind(text.slice(end), language);
  const before = clauses.at(-2) ?? '';
  const isAlone = hasWords(own + (noun || behind)) || /\d/.test(before);
  const ahead = isAlone ? own : `${before} ${own}`;
  if (language === 'zh') {
    const asking = unit === '%' ? '百分之多少' : `多少${unit}`;
    return `${ahead.slice(-60)}${asking}${behind.slice(0, 30)}`;
  }
  const asking = unit === '%' ? 'what percentage' : unit === '元' ? 'how much money' : 'how many';
  return `${ahead.slice(-80)} ${asking} ${behind.slice(0, 60)}`.trim();
}

/** Of `应出庭35件中实际出庭34件` nothing: what leads to the next number belongs to it. */
function wordsBehind(rest: string, language: Language): string {
  const [words = ''] = rest.split(
    /[,，。;；、.!！?？\d]|[(（](?:含|其中)|[和及与](?=[一二三四五六七八九十百]+\p{Script=Han})/u,
  );
  return language === 'zh' && /^\d(?!\d{3}年)/.test(rest.slice(words.length)) ? '' : withoutNext(words);
}

/** Of `十个镇设置一百二十六个窗口` likewise. */
function withoutNext(words: string): string {
  return /[一二两三四五六七八九十百千万]{2,}[个项件宗名人家份条次场]/.test(words) ? '' : words;
}

/** Of `审结54件、维持` only 维持: what stands with a number before belongs to that number. */
function behindLastNumber(clause: string): string {
  const undated = clause.replace(/(?:19|20)\d\d(?:年|(?![\d\u4e00-\u9fff%]))/g, ' ');
  const [, behind] = /^.*\d[\d.,]*(.*)$/s.exec(undated) ?? [];
  if (behind === undefined) return undated;
  const parts = behind.split(JOINED);
  return parts.length > 1 ? (parts.at(-1) ?? '') : behind.replace(/^\s?[\p{Script=Han}%]/u, '');
}

function hasWords(words: string): boolean {
  return /\p{Script=Han}{2}|[A-Za-z]{4}/u.test(words);
}
