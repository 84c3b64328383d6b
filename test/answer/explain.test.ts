import { describe, expect, it } from 'vitest';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');

async function stepsOf(text: string): Promise<string> {
  return (await five.assistant.explain(text)).steps.join('\n');
}

describe('explainSteps()', () => {
  it('says how the question was understood', async () => {
    const steps = await stepsOf('花都2019年综合纠错率是多少?');

    expect(steps).toContain('understood: zh, figure; years 2019; asks share');
    expect(steps).toMatch(/region 花都 → 广东省广州市花都区 \(0\.\d\d\)/);
    expect(steps).toMatch(/term 综合纠错率\* \[indicator \d\.\d\d\] 综合纠错率 1\.00/);
  });

  it('names the scope', async () => {
    expect(await stepsOf('花都2019年综合纠错率是多少?')).toContain('scope: reports: 广州市花都区2019年');
    expect(await stepsOf('天河区2019年综合纠错率?')).toContain('scope: region-not-held');
    expect(await stepsOf('综合纠错率是多少?')).toContain('scope: all');
    expect(await stepsOf('你好')).toContain('scope: none needed');
  });

  it('gives evidence with its scores by words, by vectors, fused and ranked, and how vectors were searched', async () => {
    const within = await stepsOf('花都2019年综合纠错率是多少?');
    const across = await stepsOf('综合纠错率是多少?');

    expect(within).toContain('vectors: exact');
    expect(across).toContain('vectors: hnsw');
    expect(within).toMatch(
      /¶25 {2}keywords \d+\.\d{3} \(#\d+\) {2}vectors -?\d\.\d{3} \(#\d+\) {2}fused 0\.\d{4} {2}ranked \d\.\d{3}/,
    );
  });

  it('says why the figure was chosen before others', async () => {
    const figures = (await stepsOf('花都2019年综合纠错率是多少?'))
      .split('\n')
      .filter((line) => line.startsWith('  figure '));

    expect(figures[0]).toMatch(
      /^ {2}figure 21\.9% ¶25 score \d\.\d{3} support 1\.00 .*综合纠错率 1\.00, unit /,
    );
    expect(figures[1]).toMatch(/^ {2}figure 14\.1% ¶25 score/);
  });

  it('says why the sentence was chosen where no number is asked for', async () => {
    expect(await stepsOf('平桥区2023年赵敏获得了什么称号?')).toMatch(
      / {2}sentence ¶8 score \d\.\d{3} support/,
    );
  });
});
