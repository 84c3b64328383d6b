/** Lays evidence out for the prompt: `[n]` region, year and headings, below them the paragraph, long ones cut. */
import { splitSentences } from '../../language/clauses.ts';
import type { Library } from '../../library/library.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Language } from '../../wording/language.ts';
import type { Citation } from '../answer.ts';
import { placeName } from '../place.ts';
import { fenceLine } from './fence-text.ts';
import type { NumberedEvidence } from './proof.ts';

/** Characters of a paragraph that the model reads, and where it reads many; the citation keeps all of it. */
const LONGEST = 700;
const LONGEST_OF_MANY = 350;
const MANY = 8;

/** What is laid out, and what decides which words of a long paragraph stay. */
export interface EvidenceRequest {
  readonly evidence: readonly NumberedEvidence[];
  /** What the composed answer cites: these words are never cut away. */
  readonly cited: readonly Citation[];
  readonly question: Question;
  readonly library: Library;
  readonly language: Language;
}

/** The block of numbered paragraphs. */
export function renderEvidence(request: EvidenceRequest): string {
  return request.evidence.map((one) => renderOne(one, request)).join('\n\n');
}

function renderOne({ number, citation }: NumberedEvidence, request: EvidenceRequest): string {
  const { evidence, cited, question, library, language } = request;
  const report = library.report(citation.report);
  const place = report ? placeName(report, language) : citation.region;
  const year = language === 'zh' ? `${citation.year}年` : String(citation.year);
  const headings = citation.section.map((heading) => heading.replace(/。$/u, ''));
  const quotes = cited
    .filter((one) => one.report === citation.report && one.paragraph === citation.paragraph)
    .map((one) => one.quote);
  const words = question.terms.flatMap((term) => term.wordings.map((wording) => wording.text));
  const text = cutAround(
    citation.text,
    quotes.length > 0 ? quotes : words,
    evidence.length > MANY ? LONGEST_OF_MANY : LONGEST,
  );
  const head = [place, year, ...headings].map(fenceLine).join(' › ');
  return `[${number}] ${head}\n${fenceLine(text)}`;
}

/** So much of a text as the model reads: whole sentences, first those that hold the words given, then around them. */
export function cutAround(text: string, words: readonly string[], longest = LONGEST): string {
  if (text.length <= longest) return text;
  const spans = splitSentences(text);
  const holds = spans.map(({ start, end }) => words.some((word) => overlaps(text, word, start, end)));
  const isKept = holds.map((held) => held);
  if (!isKept.includes(true)) isKept[0] = true;
  const length = () =>
    spans.reduce((sum, { start, end }, index) => sum + (isKept[index] ? end - start : 0), 0);
  // Sentences are added next to those kept, the nearest first, as long as they fit.
  for (let grown = true; grown; ) {
    grown = false;
    for (const [index, { start, end }] of spans.entries()) {
      const isNext = !isKept[index] && (isKept[index - 1] || isKept[index + 1]);
      if (!isNext || length() + end - start > longest) continue;
      isKept[index] = true;
      grown = true;
    }
  }
  return spans
    .flatMap(({ start, end }, index) => {
      if (isKept[index]) return [text.slice(start, end)];
      return isKept[index - 1] || index === 0 ? ['…'] : [];
    })
    .join('');
}

/** Whether a word stands in, or reaches into, a part of a text. */
function overlaps(text: string, word: string, start: number, end: number): boolean {
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1))
    if (at < end && at + word.length > start) return true;
  return false;
}
