/** What was read of a report that was sent, as the text of its card. */
import type { Inspection } from '../../ingest/ingest.ts';
import type { Standing } from '../../ingest/inspection.ts';
import type { Report } from '../../report/report.ts';
import type { BothLanguages, Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Piece } from '../split-message.ts';
import type { UploadCard } from './upload.ts';
import { wordDoubt } from './word-doubt.ts';
import { wordRefusal } from './word-refusal.ts';

type Read = Extract<Inspection, { kind: 'report' }>;
type Refused = Extract<Inspection, { kind: 'refused' }>;

const maxTitle = 200;
const maxLine = 160;
const maxDoubts = 6;
/** Of a list; a message holds twice as many. */
const maxListed = 20;

/** The card of what a file holds; `undefined` where it holds nothing that a person could still make a report. */
export function describeUpload(
  inspections: readonly Inspection[],
  language: Language,
): UploadCard | undefined {
  const [only, ...others] = inspections;
  if (!only) return undefined;
  if (others.length > 0) return describeSeveral(inspections, language);
  return only.kind === 'report' ? describeReport(only, language) : describeMissing(only, language);
}

/** Region with its parents and year, in one line. */
function placeOf({ region, parents, year }: Pick<Report, 'region' | 'parents' | 'year'>, language: Language) {
  return WORDING.uploads.heading([...parents, region].join(' › '), year)[language];
}

function describeReport({ report, standing }: Read, language: Language): UploadCard {
  const { title, sections, paragraphs, figures, problems } = report;
  const doubts = problems.slice(0, maxDoubts).map((problem) => `- ${wordDoubt(problem)[language]}`);
  const more = problems.length - doubts.length;
  const facts: Piece[] = [
    { text: placeOf(report, language), tag: 'b', breaksBefore: 0 },
    { text: cut(title, maxTitle), breaksBefore: 1 },
    {
      text: WORDING.uploads.sizes(sections.length, paragraphs.length, figures.length)[language],
      breaksBefore: 1,
    },
    ...(doubts.length > 0 ? [line(WORDING.uploads.problems, language, 2)] : []),
    ...doubts.map((text): Piece => ({ text: cut(text, maxLine), breaksBefore: 1 })),
    ...(more > 0 ? [line(WORDING.uploads.moreProblems(more), language, 1)] : []),
  ];
  return {
    facts,
    plan: [line(planOf(standing), language, 2)],
    addable: standing.kind === 'unchanged' ? 0 : 1,
    standing: standing.kind,
    isSingle: true,
  };
}

function planOf(standing: Standing): BothLanguages {
  switch (standing.kind) {
    case 'new':
      return WORDING.uploadPlans.isNew;
    case 'unchanged':
      return WORDING.uploadPlans.unchanged(standing.held.id);
    case 'replaces':
      return WORDING.uploadPlans.replaces(standing.held.id);
    case 'second':
      return WORDING.uploadPlans.second(standing.held.id);
  }
}

function describeMissing({ source, missing }: Refused, language: Language): UploadCard | undefined {
  if (missing === undefined) return undefined;
  const { missingRegion, missingYear } = WORDING.uploadPlans;
  return {
    facts: [{ text: cut(source, maxTitle), tag: 'b', breaksBefore: 0 }],
    plan: [line(missing === 'region' ? missingRegion : missingYear, language, 1)],
    addable: 0,
    isSingle: true,
  };
}

function describeSeveral(inspections: readonly Inspection[], language: Language): UploadCard | undefined {
  const reports = inspections.filter((one): one is Read => one.kind === 'report');
  if (reports.length === 0) return undefined;
  const addable = reports.filter(({ standing }) => standing.kind !== 'unchanged').length;
  const others = inspections.length - maxListed;
  const facts: Piece[] = [
    { ...line(WORDING.uploads.listHeading(reports.length, inspections.length), language, 0), tag: 'b' },
    ...inspections
      .slice(0, maxListed)
      .map((one): Piece => ({ text: cut(`- ${describeOne(one, language)}`, maxLine), breaksBefore: 1 })),
    ...(others > 0 ? [line(WORDING.uploads.moreFiles(others), language, 1)] : []),
  ];
  const plan = addable > 0 ? WORDING.uploadPlans.several(addable) : WORDING.uploadPlans.severalUnchanged;
  return { facts, plan: [line(plan, language, 2)], addable, isSingle: false };
}

function describeOne(one: Inspection, language: Language): string {
  if (one.kind === 'refused') return `${baseName(one.source)}: ${wordRefusal(one.reason)[language]}`;
  const { report, standing } = one;
  return `${placeOf(report, language)} (${WORDING.uploadStandings[standing.kind][language]}): ${baseName(one.source)}`;
}

function baseName(source: string): string {
  return source.split('/').at(-1) ?? source;
}

function line(said: BothLanguages, language: Language, breaksBefore: number): Piece {
  return { text: said[language], breaksBefore };
}

function cut(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}
