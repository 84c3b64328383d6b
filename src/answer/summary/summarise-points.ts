/**
 * Finds what is worth telling in a report: short runs of clauses with figures, names or firsts, in exact words.
 *
 * What any region could have written (坚持, 高度重视, 进一步) scores nothing; a rate that stands beside its base,
 * an honour and a first score most.
 */
import { type Span, splitClauses, splitSentences } from '../../language/clauses.ts';
import { findConcepts, isIndicator } from '../../language/concepts.ts';
import type { FullReport } from '../../library/stored-report.ts';
import { kindOfUnit } from '../../report/measure-words.ts';
import type { Figure, Paragraph } from '../../report/report.ts';
import { fold } from '../../retrieval/prepare-report.ts';
import { pointMark } from './point-mark.ts';
import { type Theme, themeOf } from './summarise-themes.ts';

/** A run of clauses of one sentence that a summary may show. */
export interface Point {
  readonly paragraph: Paragraph;
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Absent of an honour for the region as a whole. */
  readonly theme: Theme | undefined;
  /** Whether it tells of an honour or a first rather than of the theme. */
  readonly honour: boolean;
  readonly score: number;
  /** What it stands under: points under one heading or one 一是 are alike. */
  readonly group: string;
  readonly figures: readonly Figure[];
}

const LENGTH_COST = 0.008;
const HONOUR =
  /(?:被?(?:评为|确认为|命名为|表彰为|授予|认定为)|获评|荣获|荣膺|获得?.{0,20}(?:称号|奖)|入选|进入全[省国市]第一|(?:全省|全国|全市|全区|全县|率先).{0,12}(?:首[个创推家批]|第[一二三]|率先|前列|先进|优秀)|率先在|在全[省国市]率先|(?:位居|排名|位列).{0,8}第[一二三]|全[省国市区]首)/;
const PLANNED = /拟|力争|争取|计划(?:于|在|20)|将于|申报.{0,8}创建|争创/;
const BOILERPLATE =
  /坚持|深入(?:贯彻|学习|践行)|全面(?:落实|贯彻|推进)|严格(?:落实|执行|按照|履行)|高度重视|进一步|不断|着力|切实|习近平|精神|始终|积极|扎实|持续|深刻|领会|认真|加强|强化|完善|健全|推进|提升|优化|定期|确保/;
const INNER = /^(?:其中|含|包括)/;
const DEPENDENT =
  /^(?:其中|同比|较|环比|并|且|也|还|分别|占|增长|下降|上升|降低|达到?|率|为|比|即|等|以|得分|位居|居|排名|位列|已(?!审结)|均|其余|仅)/;
/** A brand of its own, or a document that it made itself; national laws are named by everyone. */
const NAME = /“[^”]{2,16}”|(?:印发|出台|制定|编制|修订|发布|公布)了?《[^》]{3,40}》/;
const SHORTEST = 7;

/** Which points are taken into a summary. */
export interface PointLimits {
  /** Most characters of a point. */
  readonly longest: number;
  /** Least score, about 0.4 for what a reader would tell others. */
  readonly least: number;
}

/** Every point of the paragraphs, none overlapping another of its sentence, in the order of the report. */
export function findPoints(
  report: FullReport,
  paragraphs: readonly Paragraph[],
  limits: PointLimits,
): Point[] {
  return paragraphs.flatMap((paragraph) => pointsOf(report, paragraph, limits));
}

function pointsOf(report: FullReport, paragraph: Paragraph, limits: PointLimits): Point[] {
  const figures = report.figures.filter((figure) => figure.paragraph === paragraph.number);
  const points: Point[] = [];
  let lead = '';
  for (const sentence of splitSentences(paragraph.text)) {
    const text = paragraph.text.slice(sentence.start, sentence.end);
    if (pointMark(text) !== '') lead = text;
    if (paragraph.chain.some((heading) => heading.includes(text) || text === `${heading}。`)) continue;
    const around = { sentence: text, lead, headings: paragraph.chain };
    for (const window of bestWindows(paragraph.text, sentence, figures, limits)) {
      const words = paragraph.text.slice(window.start, window.end);
      const theme = themeOf([
        { text: words, weight: 1 },
        { text: around.sentence, weight: 0.4 },
        { text: around.lead, weight: 0.5 },
        { text: around.headings.at(-1) ?? '', weight: 0.7 },
        { text: around.headings.at(-2) ?? '', weight: 0.35 },
      ]);
      const honour = HONOUR.test(words) && !PLANNED.test(words);
      if (theme || honour)
        points.push({
          paragraph,
          ...window,
          theme,
          honour,
          group: `${paragraph.number} ${lead}`,
          figures: within(figures, window),
        });
    }
  }
  return points;
}

interface Window extends Span {
  readonly score: number;
}

/** The best run of clauses of a sentence, and a second one where much is left. */
function bestWindows(
  text: string,
  sentence: Span,
  figures: readonly Figure[],
  limits: PointLimits,
): Window[] {
  const clauses = splitClauses(text.slice(sentence.start, sentence.end)).map((span, index) => {
    const mark = index === 0 ? pointMark(text.slice(sentence.start + span.start)).length : 0;
    return { start: sentence.start + span.start + mark, end: sentence.start + span.end };
  });
  const first = bestWindow(text, clauses, figures, limits);
  if (!first) return [];
  const after = clauses.filter((clause) => clause.start >= first.end);
  const second = after.length > 1 ? bestWindow(text, after, figures, limits) : undefined;
  return second && second.score >= first.score * 0.6 ? [first, second] : [first];
}

function bestWindow(
  text: string,
  clauses: readonly Span[],
  figures: readonly Figure[],
  { longest, least }: PointLimits,
): Window | undefined {
  const scores = clauses.map((clause) =>
    scoreClause(text.slice(clause.start, clause.end), within(figures, clause)),
  );
  let best: Window | undefined;
  for (const [from, clause] of clauses.entries()) {
    let sum =
      from > 0 &&
      (DEPENDENT.test(text.slice(clause.start)) || opens(text.slice(clauses[0]!.start, clause.start)))
        ? -1
        : 0;
    for (let to = from; to < clauses.length; to++) {
      const end = clauses[to]!.end;
      if (to > from && end - clause.start > longest) break;
      sum += scores[to]! * (1 - 0.1 * Math.min(5, to - from));
      const score =
        sum -
        LENGTH_COST * (end - clause.start) -
        (opens(text.slice(clause.start, end)) ? 1 : 0) +
        baseOf(within(figures, { start: clause.start, end }));
      if (score >= least && end - clause.start >= SHORTEST && (!best || score > best.score))
        best = { start: clause.start, end, score };
    }
  }
  return best && best.end - best.start <= longest * 1.6 ? best : undefined;
}

/** A share beside the count it is a share of tells more, a share alone less. */
function baseOf(figures: readonly Figure[]): number {
  const kinds = figures.map((figure) => kindOfUnit(figure.unit));
  if (!kinds.includes('share')) return 0;
  return kinds.some((kind) => kind !== 'share' && kind !== undefined) ? 0.3 : -0.35;
}

/** Quotes or brackets that the run opens and does not close. */
function opens(words: string): boolean {
  return [
    ['“', '”'],
    ['《', '》'],
    ['(', ')'],
    ['（', '）'],
  ].some(([open, close]) => words.split(open!).length !== words.split(close!).length);
}

function scoreClause(clause: string, figures: readonly Figure[]): number {
  const done = figures.filter((figure) => !figure.planned);
  let score =
    done.reduce((sum, figure, index) => sum + worth(figure) / (index + 1), 0) +
    (figures.length - done.length) * 0.15;
  const named = findConcepts(fold(clause)).filter((mention) => isIndicator(mention.entry));
  if (done.length > 0 && named.length > 0)
    score +=
      0.6 + (named.some((mention) => isIndicator(mention.entry) && mention.entry.kind === 'rate') ? 0.45 : 0);
  if (HONOUR.test(clause) && !PLANNED.test(clause)) score += 1.5;
  if (NAME.test(clause)) score += 0.35;
  if (/成功举办|挂牌|新成立|组建|试点/.test(clause)) score += 0.35;
  if (INNER.test(clause)) score -= 0.3;
  if (PLANNED.test(clause)) score -= 0.4;
  return score - (BOILERPLATE.test(clause) && done.length === 0 ? 0.8 : 0);
}

/** A rate tells most, a larger count more than a smaller one; times and ordinals tell little. */
function worth(figure: Figure): number {
  const kind = kindOfUnit(figure.unit);
  if (kind === 'time') return 0.25;
  if (kind === 'share') return figure.value === 100 ? 0.55 : 0.8;
  if (figure.unit === '') return 0.1;
  return 0.42 + 0.08 * Math.min(4, Math.log10(1 + Math.abs(figure.value)));
}

function within(figures: readonly Figure[], span: Span): Figure[] {
  return figures.filter((figure) => figure.start >= span.start && figure.end <= span.end);
}
