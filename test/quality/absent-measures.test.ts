/** What a report names nowhere is not answered with a figure of something else: every third measure of the lexicon. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Indicator, lexicon } from '../../src/language/lexicon.ts';
import { useReports } from '../support/use-reports.ts';

const EVERY = 3;
/** Reached 0.007 and 0.024: some of what is given is what was meant, under another name. */
const MOST = { zh: 0.008, en: 0.026 };

const libraries = { five: useReports('data/reports'), others: useReports('test/reports') };

/** Questions for measures whose every name, short ones included, is missing from the report's text. */
function questionsForAbsent(language: 'zh' | 'en') {
  const isAsked = (_: unknown, index: number) => index % EVERY === 0;
  return (
    [
      [libraries.five.assistant, 'data/reports'],
      [libraries.others.assistant, 'test/reports'],
    ] as const
  ).flatMap(([assistant, folder]) =>
    assistant.reports().flatMap((report) => {
      const path = fileURLToPath(
        new URL(`../../${folder}/${report.file.split('/').at(-1)}`, import.meta.url),
      );
      const text = readFileSync(path, 'utf8').replace(/\s/g, '');
      return lexicon()
        .indicators.filter(isAsked)
        .filter(
          ({ zh, weak, colloquial }) =>
            ![...zh, ...(weak ?? []), ...colloquial].some((name) => text.includes(name)),
        )
        .map((indicator) => ({
          assistant,
          question: questionFor(indicator, report.region, report.year, language),
        }));
    }),
  );
}

function questionFor(
  { kind, zh, en }: Indicator,
  region: string,
  year: number,
  language: 'zh' | 'en',
): string {
  if (language === 'zh') return `${region}${year}年${zh[0]}是多少?`;
  return kind === 'count'
    ? `How many ${en[0]} were there in ${region} in ${year}?`
    : `What was the ${en[0]} of ${region} in ${year}?`;
}

describe('a measure that a report names nowhere', () => {
  it.each(['zh', 'en'] as const)(
    'is answered with a figure in few questions at most, asked in %s',
    async (language) => {
      const asked = questionsForAbsent(language);

      const answered: string[] = [];
      for (const { assistant, question } of asked) {
        const { kind, answer } = await assistant.ask(question);
        if (kind === 'answer') answered.push(`${question} ${answer}`);
      }

      expect(asked.length).toBeGreaterThan(900);
      expect(answered.length / asked.length, answered.join('\n')).toBeLessThanOrEqual(MOST[language]);
    },
    120_000,
  );

  it.each([
    ['平桥区2023年行政诉讼胜诉率是多少?', '败诉率 is not 胜诉率'],
    ['花都区2019年诉前联调成功率是多少?', 'the rate of 人民调解 is not that of 诉前联调'],
    ['高州市2021年行政调解成功率是多少?', '人民调解 is not 行政调解'],
    ['花都区2019年有多少家律师事务所?', 'teams that engaged lawyers are no law firms'],
    ['平桥区2023年村(社区)公共法律服务工作室有多少个?', 'neither lawyers nor cases'],
  ])('%s is refused: %s', async (question) => {
    expect((await libraries.five.assistant.ask(question)).kind).toBe('refusal');
  });
});
