/**
 * Puts a proved text into a reply: the prose with its places, below it what the composed answer shows too.
 *
 * Notes and offers are those of the composed answer, word for word; its proofs stay, so that a reader sees the
 * report's own words beside the written ones.
 */
import type { Library } from '../../library/library.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer, Citation, StatedFigure } from '../answer.ts';
import { citeParagraph } from '../cite.ts';
import { compose, SHOWN_QUOTES } from '../compose.ts';
import { fullName, placeAndYear } from '../place.ts';
import { givesFigures } from './describe-findings.ts';
import { evidenceIndex } from './number-evidence.ts';
import { citedNumbers, placeMarks, plainProse, withoutMarks } from './place-marks.ts';
import type { NumberedEvidence, Proof } from './proof.ts';
import { splitProse } from './split-prose.ts';
import { quoteFor, stateFigures, type WrittenFigure } from './state-figures.ts';

/** Characters of a reply: about one report, and about several or of a summary. */
const LONGEST = { single: 1200, other: 4096 } as const;
const MOST_CITATIONS = 20;
/** Paragraphs that a summary tells of, and their share of those that the composed one cites. */
const LEAST_TOLD = { paragraphs: 3, share: 0.4 } as const;
/** Places named above the text; of more, those that the text does not name itself. */
const MOST_PLACES = 4;

/** A proved text and what it was written from. */
export interface WrittenText {
  readonly text: string;
  readonly composed: Answer;
  readonly proof: Proof;
}

/** The reply; `undefined` where it does not fit, or sums up too little. */
export function assembleAnswer(written: WrittenText): Answer | undefined {
  const { text, composed, proof } = written;
  const sentences = splitProse(text, true);
  const stated = stateFigures(sentences, proof);
  const { citations, used } = citationsOf(written, sentences, stated);
  const reports = new Set(citations.map((citation) => citation.report));
  const longest = composed.kind === 'answer' && reports.size === 1 ? LONGEST.single : LONGEST.other;
  const laid = { written, citations, figures: figuresOf(written, stated, citations) };
  if (composed.kind === 'summary') {
    const summary = layOutSummary(laid);
    return summary.text.length <= longest && tellsEnough(written, sentences) ? summary : undefined;
  }
  // What the text does not use, and what does not fit, is shown as a place only.
  for (let quotes = Math.min(SHOWN_QUOTES, used); quotes >= 0; quotes--) {
    const answer = layOut(laid, quotes);
    if (answer.text.length <= longest) return answer;
  }
  return undefined;
}

/** What a reader sees of a text that is still being written. */
export function showDraft({ text, composed, proof }: WrittenText): string {
  const head = headOf(text, composed.citations, composed, proof.library);
  return [head, proseOf(text, composed, proof.evidence)].filter((part) => part !== '').join('\n');
}

/** Whether a summary draws on a fair share of what the composed one does. */
function tellsEnough({ composed, proof }: WrittenText, sentences: readonly string[]): boolean {
  const points = new Set(composed.citations.map((citation) => evidenceIndex(citation, proof.evidence)));
  const told = new Set(sentences.flatMap(citedNumbers));
  return told.size >= Math.min(points.size, Math.max(LEAST_TOLD.paragraphs, LEAST_TOLD.share * points.size));
}

interface LaidOut {
  readonly written: WrittenText;
  readonly citations: readonly Citation[];
  readonly figures: readonly StatedFigure[];
}

function layOut({ written, citations, figures }: LaidOut, quotes: number): Answer {
  const { text, composed, proof } = written;
  const prose = proseOf(text, composed, proof.evidence);
  const head = headOf(text, citations, composed, proof.library);
  return {
    ...compose({
      kind: composed.kind,
      language: composed.language,
      answer: givesFigures(composed, proof.question) ? composed.answer : withoutMarks(plainProse(text)),
      lead: [head, prose].filter((part) => part !== '').join('\n'),
      citations,
      figures,
      notes: composed.notes,
      suggestions: composed.suggestions,
      quotes,
    }),
    isWritten: true,
  };
}

/** As a composed summary: title, text, notes and what can be asked further; each line names its paragraph. */
function layOutSummary({ written, citations, figures }: LaidOut): Answer {
  const { text, composed, proof } = written;
  const { language, notes, suggestions } = composed;
  const title = citations[0] ? `《${citations[0].title}》` : '';
  const further = suggestions.map((one) => `· ${one}`).join('\n');
  const blocks = [
    [headOf(text, citations, composed, proof.library), title].filter((part) => part !== '').join('\n'),
    proseOf(text, composed, proof.evidence),
    notes.map((note) => WORDING.answers.note(note)[language]).join('\n'),
    further === '' ? '' : `${WORDING.summaries.inDetail[language]}\n${further}`,
  ];
  return {
    ...composed,
    answer: withoutMarks(plainProse(text)),
    text: blocks.filter((block) => block !== '').join('\n\n'),
    citations,
    figures,
    isWritten: true,
  };
}

function proseOf(text: string, { kind, language }: Answer, evidence: readonly NumberedEvidence[]): string {
  const placeOf = (number: number) => {
    const citation = evidence[number - 1]?.citation;
    return citation ? `¶${citation.paragraph}` : '';
  };
  const join = WORDING.joins.names[language];
  const placed = placeMarks(plainProse(text), placeOf, { space: language === 'zh' ? '' : ' ', join });
  // One block: what follows an empty line is proof.
  return kind === 'summary' ? placed : placed.replace(/\n{2,}/g, '\n');
}

/** `广州市花都区2019年`: what the text is about, in full, above it. */
function headOf(
  text: string,
  citations: readonly Citation[],
  { language }: Answer,
  library: Library,
): string {
  const cited = new Set(citations.map((citation) => citation.report));
  const reports = library.reports().filter((report) => cited.has(report.id));
  const order = [...cited];
  const sorted = reports.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const named =
    sorted.length > MOST_PLACES
      ? sorted.filter((report) => !(text.includes(fullName(report)) && text.includes(String(report.year))))
      : sorted;
  return named.map((report) => placeAndYear(report, language)).join(WORDING.joins.places[language]);
}

/** Those of the composed answer, what the text cites besides, and how many of the first of them the text uses. */
function citationsOf(
  { composed, proof: { evidence, library } }: WrittenText,
  sentences: readonly string[],
  stated: readonly WrittenFigure[],
): { readonly citations: readonly Citation[]; readonly used: number } {
  const cited = [...new Set(sentences.flatMap(citedNumbers))].flatMap((number) => evidence[number - 1] ?? []);
  const isCited = (citation: Citation) => cited.some((one) => evidenceIndex(citation, [one]) === 0);
  // A note may rest on a paragraph that the text leaves out.
  const isChosen = composed.kind === 'summary' && composed.notes.length === 0;
  const kept = isChosen ? composed.citations.filter(isCited) : composed.citations;
  const further = cited
    .filter((one) => !kept.some((citation) => evidenceIndex(citation, [one]) === 0))
    .flatMap(({ number, citation }) => {
      const report = library.report(citation.report);
      const paragraph = report?.paragraphs[citation.paragraph - 1];
      const saying = sentences.filter((sentence) => citedNumbers(sentence).includes(number));
      const figures = stated.filter((figure) => figure.evidence === number);
      return report && paragraph
        ? [citeParagraph(report, paragraph, quoteFor(saying, figures, paragraph.text))]
        : [];
    });
  const most = Math.max(MOST_CITATIONS, kept.length);
  // The sides of a comparison keep their order, used or not.
  if (composed.kind !== 'answer')
    return { citations: [...kept, ...further].slice(0, most), used: kept.length + further.length };
  const using = [...kept.filter(isCited), ...further];
  const others = kept.filter((citation) => !isCited(citation));
  return { citations: [...using, ...others].slice(0, most), used: using.length };
}

/** The direct figures, those that code computed and the text gives, and those that the text states besides. */
function figuresOf(
  { text, composed, proof: { question, evidence } }: WrittenText,
  stated: readonly WrittenFigure[],
  citations: readonly Citation[],
): readonly StatedFigure[] {
  const figures: StatedFigure[] = [];
  const indices = new Map<number, number>();
  const isDirect = givesFigures(composed, question);
  const said = [withoutMarks(text), isDirect ? composed.answer : '', ...composed.notes].join('\n');
  for (const [index, figure] of composed.figures.entries()) {
    if (figure.computed) {
      const operands = figure.computed.operands.flatMap((operand) => indices.get(operand) ?? []);
      if (operands.length < figure.computed.operands.length || !said.includes(figure.raw)) continue;
      figures.push({ ...figure, computed: { ...figure.computed, operands } });
    } else {
      const cited = composed.citations[figure.citation ?? -1];
      const citation = cited ? citations.indexOf(cited) : -1;
      const isOperand = composed.figures.some((one) => one.computed?.operands.includes(index));
      if (citation < 0 || !(isOperand || said.includes(figure.raw))) continue;
      figures.push({ ...figure, citation });
    }
    indices.set(index, figures.length - 1);
  }
  for (const { raw, value, unit, evidence: number } of stated) {
    const paragraph = evidence[number - 1]!;
    const places = citations.flatMap((one, index) => (evidenceIndex(one, [paragraph]) === 0 ? [index] : []));
    const citation = places.find((index) => citations[index]!.quote.includes(raw)) ?? places[0];
    const isHeld = figures.some((one) => one.raw === raw && places.includes(one.citation ?? -1));
    if (citation !== undefined && !isHeld) figures.push({ raw, value, unit, citation });
  }
  return figures;
}
