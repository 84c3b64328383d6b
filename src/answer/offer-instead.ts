/**
 * What can be answered instead of a question that cannot: the same question about another report that gives it.
 *
 * An offer names region, year and what was asked, never the figure, and can be sent as it stands.
 */
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { bodyBehind } from '../retrieval/body-behind.ts';
import type { Question } from '../retrieval/question.ts';
import { type ReportEvidence, retrieveAcross, retrieveFrom } from '../retrieval/retrieve.ts';
import type { Scope } from '../retrieval/scope.ts';
import { labelMatch } from '../retrieval/score-figures.ts';
import type { Language } from '../wording/language.ts';
import { askableName } from './askable-place.ts';
import { chooseFigures } from './figures/choose-figures.ts';
import { choosePassages } from './passages/answer-passage.ts';

const MOST_OFFERS = 3;
/** Reports looked into for whether they answer. */
const MOST_TRIED = 12;
/** Least share of the indicator's name in the words of the figure. */
const NAMED = 0.45;

type NotHeld = Extract<Scope, { kind: 'region-not-held' | 'year-not-held' }>;

/** For a region or year that is not held: the nearest held reports that answer the question; at most three. */
export async function offersForScope(
  library: Library,
  question: Question,
  scope: NotHeld,
): Promise<StoredReport[]> {
  if (scope.kind === 'year-not-held') return answering(library, question, scope.held);
  const names = question.regions.flatMap((mention) =>
    mention.candidates.flatMap((candidate) => [candidate.name, ...candidate.parents]),
  );
  const near = await answering(library, question, nearestFirst(names, scope.near));
  return near.length > 0 ? near : answeringAnywhere(library, question);
}

/** For a report that does not give what is asked: others that do, the surest first; at most three. */
export async function offersForContent(
  library: Library,
  question: Question,
  without: StoredReport,
): Promise<StoredReport[]> {
  return (await answeringAnywhere(library, question)).filter((report) => report.id !== without.id);
}

async function answering(
  library: Library,
  question: Question,
  candidates: readonly StoredReport[],
): Promise<StoredReport[]> {
  if (question.terms.length === 0 || isWhole(question)) return candidates.slice(0, MOST_OFFERS);
  const sources = await retrieveFrom(library, question, candidates.slice(0, MOST_TRIED));
  return sources
    .filter((source) => givesIt(question, source))
    .map((source) => source.report)
    .slice(0, MOST_OFFERS);
}

/** Only for what the lexicon knows: any word may stand in some report and mean something else there. */
async function answeringAnywhere(library: Library, question: Question): Promise<StoredReport[]> {
  if (isWhole(question) || !question.terms.some((term) => term.kind === 'indicator')) return [];
  const sources = await retrieveAcross(library, question);
  return sources
    .filter((source) => givesIt(question, source))
    .map((source) => source.report)
    .slice(0, MOST_OFFERS);
}

/** Reports that share the most parents with a region first. */
function nearestFirst(names: readonly string[], reports: readonly StoredReport[]): StoredReport[] {
  const shared = (report: StoredReport) =>
    [report.region, ...report.parents].filter((name) => names.includes(name)).length;
  return [...reports].sort((a, b) => shared(b) - shared(a));
}

/** The question with the region and year of another report in place of its own. */
export function askOf(question: Question, report: StoredReport): string {
  const { language, normal } = question;
  const name = askableName(report, language);
  const region = regionSpan(question);
  const years = [...normal.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].filter((match) =>
    question.years.includes(Number(match[0])),
  );
  const edits = years.map((match) => ({
    start: match.index,
    end: match.index + 4,
    text: String(report.year),
  }));
  const dated = years.length > 0 ? name : withYear(name, report.year, language);
  if (region) edits.push({ ...region, text: dated });
  const replaced = edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`, normal);
  if (region) return replaced;
  if (language === 'zh') return `${dated}${replaced}`;
  // What stood behind "in" was taken out with the region.
  return `${dated}: ${replaced.replace(/\s+(?:in|of|for|at)\s*(?=\?|$)/i, '')}`;
}

const isWhole = ({ intent }: Question) => ['summary', 'problems', 'plans', 'metadata'].includes(intent);

/** A number must carry the name of the indicator itself: what stands near it may be of another matter. */
function givesIt(question: Question, source: ReportEvidence): boolean {
  const indicators = source.terms.filter((fitted) => fitted.term.kind === 'indicator');
  if (indicators.some((fitted) => fitted.found === 'absent')) return false;
  if (question.asks.length === 0) return choosePassages(question, source).length > 0;
  const [best] = chooseFigures(question, source);
  return best !== undefined && (indicators.length === 0 || labelMatch(best.prepared, indicators) >= NAMED);
}

/** From the first to the last mention where they stand side by side (广州市天河区); `undefined` where they do not. */
function regionSpan({ regions, normal }: Question): { start: number; end: number } | undefined {
  const sorted = [...regions].sort((a, b) => a.start - b.start);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last || sorted.some((mention) => normal.slice(mention.start, mention.end) !== mention.text))
    return undefined;
  const apart = sorted.some((mention, index) => index > 0 && mention.start - sorted[index - 1]!.end > 2);
  if (apart) return undefined;
  // 湖南省公安厅 is one name: another report's place cannot stand before 公安厅.
  const body = bodyBehind(normal, last.end);
  const isNear = body !== undefined && !/\d|[,，]/.test(normal.slice(last.end, body.end));
  return { start: first.start, end: isNear ? body.end : last.end };
}

function withYear(name: string, year: number, language: Language): string {
  return language === 'zh' ? `${name}${year}年` : `${name} ${year}`;
}
