import { describe, expect, it } from 'vitest';
import { askablePlace } from '../../../src/answer/askable-place.ts';
import { checkAnswer } from '../../../src/answer/verify-answer.ts';
import { useReports } from '../../support/use-reports.ts';

const libraries = { five: useReports('data/reports'), others: useReports('test/reports') };

describe('summariseReport()', () => {
  it.each([
    ['zh', 1800],
    ['en', 3000],
  ] as const)(
    'summarises every report in one message with every figure proved (%s)',
    async (language, most) => {
      for (const { library, assistant } of [libraries.five, libraries.others]) {
        for (const report of library.reports()) {
          const place = askablePlace(report, language);
          const question = language === 'zh' ? `总结一下${place}的法治政府建设情况` : `Summarise ${place}`;

          const answer = await assistant.ask(question);

          expect(answer.kind, question).toBe('summary');
          expect(answer.language).toBe(language);
          expect(answer.text.length).toBeLessThanOrEqual(most);
          expect(answer.citations.length).toBeGreaterThanOrEqual(8);
          expect(answer.citations.length).toBeLessThanOrEqual(20);
          expect(new Set(answer.citations.map((citation) => citation.report))).toEqual(new Set([report.id]));
          expect(checkAnswer(answer, library, question), question).toEqual([]);
        }
      }
    },
  );

  it('shows only words of the report, each line with its paragraph', async () => {
    const answer = await libraries.five.assistant.ask('总结一下花都区2019年法治政府建设情况');

    const lines = answer.text.split('\n').filter((line) => /¶\d+$/.test(line));
    const shown = answer.citations.slice(0, lines.length);
    expect(lines.length).toBeGreaterThan(10);
    for (const [index, citation] of shown.entries()) {
      expect(lines[index]).toContain(citation.quote);
      expect(citation.text).toContain(citation.quote);
    }
  });

  it('tells a rate beside its base, the problems admitted and the plans', async () => {
    const { text } = await libraries.five.assistant.ask('总结一下花都区2019年法治政府建设情况');

    expect(text).toContain('共调解各类矛盾纠纷4066宗,成功调解4017宗,成功率达98.79%');
    expect(text).toMatch(/【承认的问题】\n· 行政执法“三项制度”有待进一步深入推进/);
    expect(text).toContain('【下一步打算】');
  });

  it('tells honours and firsts apart from the themes', async () => {
    const { text } = await libraries.five.assistant.ask('概括高州市2021年度法治政府建设情况');

    expect(text).toContain('【荣誉与首创】\n· 高州被评为第一批广东省法治政府建设示范市');
  });

  it('names the part of the year that figures are of', async () => {
    const answer = await libraries.five.assistant.ask('概括高州市2021年度法治政府建设情况,注意写明统计时段');

    expect(answer.notes.join()).toContain('截至10月底');
    expect(answer.text).toContain('(今年1-10月)');
  });

  it('gives a theme alone, at more length, when the question names it', async () => {
    const whole = await libraries.five.assistant.ask('总结高州市2021年的报告');
    const theme = await libraries.five.assistant.ask('详细介绍高州市2021年的化解纠纷');

    expect(theme.kind).toBe('summary');
    expect(theme.text).toContain('综合纠错率11.11%');
    expect(theme.text).not.toContain('【依法决策】');
    expect(theme.citations.length).toBeGreaterThan(
      whole.citations.filter((citation) => citation.paragraph === 18).length,
    );
  });

  it.each(['zh', 'en'] as const)(
    'suggests themes that are understood when sent as they stand (%s)',
    async (language) => {
      for (const { library, assistant } of [libraries.five, libraries.others]) {
        for (const report of library.reports()) {
          const place = askablePlace(report, language);
          const { suggestions } = await assistant.ask(
            language === 'zh' ? `总结${place}的报告` : `Summarise ${place}`,
          );
          for (const suggestion of suggestions) {
            const answer = await assistant.ask(suggestion);
            expect(answer.kind, suggestion).toBe('summary');
            expect(answer.citations[0]?.report, suggestion).toBe(report.id);
          }
        }
      }
    },
  );

  it('names measures in English beside the printed words', async () => {
    const { text } = await libraries.five.assistant.ask('Summarise Pingqiao 2023');

    expect(text).toContain('【Disputes, reconsideration and litigation】');
    expect(text).toMatch(/行政诉讼案件败诉率为14\.58%.*\[.*loss rate/);
  });

  it('asks back when no region is named', async () => {
    const answer = await libraries.five.assistant.ask('总结一下报告');

    expect(answer.kind).toBe('clarify');
    expect(answer.suggestions.length).toBeGreaterThan(1);
  });
});
