/**
 * Prefers evidence near the place that the chat is about: `其中受理的呢?` asks for a figure beside the last one,
 * though other paragraphs speak of 受理 too.
 *
 * The best choice of every ring (sentence, paragraph, section, report) competes, the nearer with a bonus.
 */
import type { FittedTerm } from '../retrieval/fit-terms.ts';
import { matchTerm } from '../retrieval/match-terms.ts';
import type { PreparedFigure, PreparedParagraph } from '../retrieval/prepare-report.ts';
import type { Question } from '../retrieval/question.ts';
import type { Evidence, ReportEvidence } from '../retrieval/retrieve.ts';
import { chooseFigures } from './figures/choose-figures.ts';
import { choosePassages } from './passages/answer-passage.ts';

/** The place that the question goes on from. */
export interface Near {
  /** Id of the report. */
  readonly report: string;
  readonly paragraph: number;
  /** The words that were cited there. */
  readonly quote: string;
  /** What standing in the same sentence is worth, from 0 to 1. */
  readonly strength: number;
  /** Whether nothing outside the paragraph may answer. */
  readonly only?: boolean;
  /** The figure already given, as printed: it is not given again. */
  readonly except?: string;
  /** Whether the change printed beside that figure is asked for. */
  readonly change?: boolean;
  /** Whether the share of that figure in another is asked for. */
  readonly share?: boolean;
}

const PARAGRAPH_SHARE = 0.5;
const SECTION_SHARE = 0.3;

/** The evidence to choose from: that of the ring whose best choice wins; the source itself where none is nearer. */
export function preferNear(question: Question, source: ReportEvidence, near: Near): ReportEvidence {
  const paragraph = source.prepared.paragraphs.find((one) => one.paragraph.number === near.paragraph);
  if (!paragraph || source.report.id !== near.report) return source;
  const open = {
    ...source,
    evidence: source.evidence.map((one) => ({ ...one, prepared: without(one.prepared, near) })),
  };
  const own = without(paragraph, near);
  if (near.change) {
    const beside = onlyOf(open, [changeBeside(paragraph, near)]);
    return { ...beside, terms: beside.terms.filter((term) => matchTerm(term, near.quote) > 0) };
  }
  const sentence = {
    ...own,
    figures: own.figures.filter(({ figure }) => isSameSentence(figure.sentence, near)),
  };
  const chain = paragraph.paragraph.chain.join('\n');
  const section = source.prepared.paragraphs
    .filter((one) => one.paragraph.chain.join('\n') === chain)
    .map((one) => without(one, near));
  const inParagraph = onlyOf(open, [own]);
  const rings: readonly (readonly [ReportEvidence, number])[] = [
    [onlyOf(open, [sentence]), 1],
    [inParagraph, PARAGRAPH_SHARE],
    ...(near.only
      ? []
      : ([
          [onlyOf(open, section), SECTION_SHARE],
          [open, 0],
        ] as const)),
  ];
  let best = near.only ? inParagraph : open;
  let bestScore = 0;
  for (const [ring, share] of rings) {
    const score = scoreOf(question, ring);
    if (score === undefined || score + share * near.strength <= bestScore) continue;
    [best, bestScore] = [ring, score + share * near.strength];
  }
  return best;
}

function scoreOf(question: Question, source: ReportEvidence): number | undefined {
  const chosen =
    question.asks.length > 0 ? chooseFigures(question, source) : choosePassages(question, source).slice(0, 1);
  if (chosen.length === 0) return undefined;
  return chosen.reduce((sum, one) => sum + one.score, 0) / chosen.length;
}

function onlyOf(source: ReportEvidence, paragraphs: readonly PreparedParagraph[]): ReportEvidence {
  const evidence = paragraphs.map((prepared): Evidence => {
    const found = source.evidence.find((one) => one.paragraph === prepared.paragraph.number);
    return {
      report: source.report.id,
      paragraph: prepared.paragraph.number,
      fused: 0,
      used: 'none',
      rank: 0,
      ...found,
      prepared,
    };
  });
  return { ...source, evidence, terms: printed(source.terms, paragraphs) };
}

/** Beside the last answer a word that is not printed there says nothing: `提 85条` of 提出, `how many got …`. */
function printed(
  terms: readonly FittedTerm[],
  paragraphs: readonly PreparedParagraph[],
): readonly FittedTerm[] {
  const kept = terms.filter(
    (term) => term.found !== 'absent' || (term.term.kind !== 'word' && term.term.weight > 0.5),
  );
  return kept.some((term) => paragraphs.some((paragraph) => matchTerm(term, paragraph.text) > 0))
    ? kept
    : terms;
}

function without(paragraph: PreparedParagraph, near: Near): PreparedParagraph {
  if (near.except === undefined || paragraph.paragraph.number !== near.paragraph) return paragraph;
  return {
    ...paragraph,
    figures: paragraph.figures.filter(
      ({ figure }) => figure.raw !== near.except || !isSameSentence(figure.sentence, near),
    ),
  };
}

/** The paragraph with the first change after the figure alone: `下降13.5%` behind `267.9万元`. */
function changeBeside(paragraph: PreparedParagraph, near: Near): PreparedParagraph {
  const at =
    paragraph.figures.find(
      ({ figure }) => figure.raw === near.except && isSameSentence(figure.sentence, near),
    )?.figure.end ?? 0;
  const listed = respectively(paragraph, near, at);
  if (listed) return { ...paragraph, figures: [{ ...listed, isChange: true }] };
  const changes = paragraph.figures.filter(
    ({ figure, isChange }) => isChange && isSameSentence(figure.sentence, near),
  );
  const next = changes.find(({ figure }) => figure.start >= at) ?? changes[0];
  return { ...paragraph, figures: next ? [next] : [] };
}

/** `立案465宗,结案431宗,罚没金额267.9万元,同比分别增长6.2%、8.6%和下降13.5%`: the change at the same position. */
function respectively(paragraph: PreparedParagraph, near: Near, at: number): PreparedFigure | undefined {
  const word = paragraph.text.slice(at).search(/(?:同比|较|比)[^,，。;；]{0,8}分别/);
  if (word < 0 || at === 0) return undefined;
  const own = paragraph.figures.filter(({ figure }) => isSameSentence(figure.sentence, near));
  const counted = own.filter(({ figure }) => figure.start < at + word);
  const changes = own.filter(({ figure }) => figure.start > at + word);
  return counted.length === changes.length
    ? changes[counted.findIndex(({ figure }) => figure.end === at)]
    : undefined;
}

function isSameSentence(sentence: string, near: Near): boolean {
  return near.quote.includes(sentence) || sentence.includes(near.quote);
}
