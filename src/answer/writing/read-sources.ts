/** Evidence laid out for proving: its figures, and what else of digits and characters it prints. */
import type { Library } from '../../library/library.ts';
import type { StoredReport } from '../../library/stored-report.ts';
import { foldWidth, scanNumbers } from '../../report/scan-numbers.ts';
import { fold, type PreparedFigure } from '../../retrieval/prepare-report.ts';
import { preparedReport } from '../../retrieval/retrieve.ts';
import type { NumberedEvidence } from './proof.ts';

/** A figure that the evidence prints. */
export interface SourceFigure {
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly precision: PreparedFigure['figure']['precision'];
  readonly start: number;
  readonly end: number;
  /** Absent for lines that are no paragraph, such as the title. */
  readonly prepared?: PreparedFigure;
}

/** One piece of evidence. */
export interface Source {
  readonly number: number;
  readonly report: StoredReport;
  /** The paragraph, folded to half width; small letters. */
  readonly text: string;
  /** Title and headings, folded. */
  readonly around: string;
  readonly figures: readonly SourceFigure[];
  /** The text without its figures: digits left in it date, name or number something. */
  readonly rest: string;
}

/** Lays out one piece of evidence; `undefined` where its report is not held. */
export function readSource({ number, citation }: NumberedEvidence, library: Library): Source | undefined {
  const report = library.reports().find(({ id }) => id === citation.report);
  if (!report) return undefined;
  const text = fold(citation.text);
  const prepared = preparedReport(library, citation.report).paragraphs.find(
    ({ paragraph }) => paragraph.number === citation.paragraph && paragraph.text === citation.text,
  );
  const figures: SourceFigure[] = prepared
    ? prepared.figures.map((one) => ({ ...one.figure, ...wholeUnit(one.figure, text), prepared: one }))
    : scanNumbers(citation.text).map((one) => ({ ...one }));
  const dates = [report.issued, report.published].flatMap((date) => (date ? [spokenDate(date)] : []));
  const around = [citation.title, ...citation.section, ...(citation.paragraph === 0 ? dates : [])];
  return {
    number,
    report,
    text,
    around: around.map(fold).join('\n'),
    figures,
    rest: withoutFigures(foldWidth(citation.text), figures),
  };
}

/** `2410个次`, `50周岁以上`: measure words that are longer than those a figure is scanned with. */
function wholeUnit({ unit, start, end, precision }: PreparedFigure['figure'], text: string) {
  // 约占四成
  const isAbout =
    precision === 'exact' && /约占比?(?:到|达)?$/.test(text.slice(Math.max(0, start - 6), start));
  if (isAbout) return { precision: 'about' as const };
  const behind = text.slice(end, end + 3);
  if (behind.startsWith('次') && unit !== '' && !unit.includes('次')) return { unit: `${unit}次` };
  if (!behind.startsWith('岁')) return {};
  return { unit: '岁', precision: behind.endsWith('以上') ? ('over' as const) : precision };
}

function spokenDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function withoutFigures(text: string, figures: readonly SourceFigure[]): string {
  const characters = [...text.split('')];
  for (const { start, end } of figures) characters.fill(' ', start, end);
  return characters.join('');
}
