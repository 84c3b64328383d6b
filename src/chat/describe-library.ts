/** What the library holds, said to a person: a greeting, a list, and questions that it answers. */
import type { Assistant, HeldReport } from '../answer/assistant.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';

/** Regions that a list names before it only counts. */
const maxRegionsListed = 40;

/** Lists the reports by region: `花都区（广东省 › 广州市）：2019、2020`. */
export function describeReports(reports: readonly HeldReport[], language: Language): string {
  if (reports.length === 0) return WORDING.chat.noReports[language];
  const regions = groupByRegion(reports);
  const lines = regions.slice(0, maxRegionsListed).map((held) => regionLine(held, language));
  const hidden = regions.length - maxRegionsListed;
  return [
    WORDING.chat.reportsHeld(reports.length)[language],
    ...lines,
    ...(hidden > 0 ? [WORDING.chat.moreRegions(hidden)[language]] : []),
  ].join('\n');
}

/** Name, purpose and what is held, and up to three questions that the library answers. */
export interface Introduction {
  readonly greeting: string;
  readonly examples: readonly string[];
}

/** Introduces the bot; without a report there are no examples. */
export async function introduce(assistant: Assistant, language: Language): Promise<Introduction> {
  const reports = assistant.reports();
  if (reports.length === 0) return { greeting: WORDING.chat.noReports[language], examples: [] };
  const greeting = WORDING.chat.greeting(reports.length, groupByRegion(reports).length)[language];
  return { greeting, examples: await exampleQuestions(assistant, language) };
}

/** Greets on one sheet: the introduction with its examples below. */
export async function greet(assistant: Assistant, language: Language): Promise<string> {
  const { greeting, examples } = await introduce(assistant, language);
  const heading = examples.length > 0 ? [WORDING.chat.examples[language]] : [];
  return [greeting, ...heading, ...examples.map((question) => `  ${question}`)].join('\n');
}

/** `广州市花都区`: the region with its nearest parent. */
export function fullRegion({ region, parents }: Pick<HeldReport, 'region' | 'parents'>): string {
  const parent = parents.at(-1) ?? '';
  return region.startsWith(parent) ? region : `${parent}${region}`;
}

/** Two questions about held reports, tried first so that no example is refused, and one over all. */
async function exampleQuestions(assistant: Assistant, language: Language): Promise<readonly string[]> {
  const reports = assistant.reports();
  const found: string[] = [];
  for (const [turn, report] of [...new Set([reports[0], reports.at(-1)])].entries()) {
    // The second report begins with another kind of question, so that the examples differ.
    const question = report && (await exampleAbout(assistant, report, language, turn * 3));
    if (question !== undefined) found.push(question);
  }
  return [...found, WORDING.examplesOverAll.reports[language]];
}

/** A question about a report that it answers; `undefined` where it answers none of those that are tried. */
export async function exampleAbout(
  assistant: Pick<Assistant, 'ask'>,
  { region, year }: Pick<HeldReport, 'region' | 'year'>,
  language: Language,
  first = 0,
): Promise<string | undefined> {
  const kinds = Object.values(WORDING.examples);
  const name = (await regionNames(language))(region);
  for (const kind of [...kinds.slice(first), ...kinds.slice(0, first)]) {
    const question = kind(name, year)[language];
    if ((await assistant.ask(question, undefined, { isOffline: true })).kind === 'answer') return question;
  }
  return undefined;
}

/** How examples name a region: in English by the pinyin of its short name, which takes a while to load. */
async function regionNames(language: Language): Promise<(region: string) => string> {
  if (language === 'zh') return (region) => region;
  const [{ shortPlaceName }, { toPinyin }] = await Promise.all([
    import('../language/place-name.ts'),
    import('../language/pinyin.ts'),
  ]);
  return (region) => {
    const spelled = toPinyin(shortPlaceName(region)).join('');
    return spelled === '' ? region : spelled.charAt(0).toUpperCase() + spelled.slice(1);
  };
}

/** The reports of each region together, in the order given. */
export function groupByRegion(reports: readonly HeldReport[]): readonly (readonly HeldReport[])[] {
  const groups = new Map<string, HeldReport[]>();
  for (const report of reports) {
    const name = [...report.parents, report.region].join(' ');
    const group = groups.get(name);
    if (group) group.push(report);
    else groups.set(name, [report]);
  }
  return [...groups.values()];
}

/** `- 花都区 (广东省 › 广州市): 2019、2020`. */
export function regionLine(held: readonly HeldReport[], language: Language): string {
  const [first] = held;
  if (!first) return '';
  const parents = first.parents.length > 0 ? ` (${first.parents.join(' › ')})` : '';
  const years = [...new Set(held.map(({ year }) => year))].sort((a, b) => a - b);
  return `- ${first.region}${parents}: ${years.join(WORDING.joins.names[language])}`;
}
