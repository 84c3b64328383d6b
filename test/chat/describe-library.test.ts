import { describe, expect, it } from 'vitest';
import { describeReports, greet } from '../../src/chat/describe-library.ts';
import { createFixedAssistant, makeAnswer } from '../support/fixed-assistant.ts';

const { reports } = createFixedAssistant();

describe('describeReports()', () => {
  it('lists each region once, with its parents and years', () => {
    expect(describeReports(reports(), 'zh')).toBe(
      '资料库现有2份报告：\n- 清河县 (河北省 › 邢台市): 2020、2021',
    );
    expect(describeReports(reports(), 'en')).toBe('2 reports held:\n- 清河县 (河北省 › 邢台市): 2020, 2021');
  });

  it('says what to do where no report is held', () => {
    expect(describeReports([], 'zh')).toContain('还没有报告');
  });

  it('counts the regions of a large library instead of naming all', () => {
    const [report] = reports();
    const many = Array.from({ length: 100_000 }, (_, index) => ({ ...report!, region: `第${index}县` }));
    const lines = describeReports(many, 'zh').split('\n');

    expect(lines).toHaveLength(42);
    expect(lines.at(-1)).toContain('99960');
  });
});

describe('greet()', () => {
  it('says what is held and offers only questions that are answered', async () => {
    const answered = '清河县2020年行政诉讼案件有多少件？';
    const assistant = createFixedAssistant({ [answered]: makeAnswer() });

    const greeting = await greet(assistant, 'zh');

    expect(greeting).toContain('2份报告，来自1个地区');
    expect(greeting.split('\n').slice(2)).toEqual([`  ${answered}`, '  资料库里有哪些报告？']);
    expect(assistant.asked.every(({ chat }) => chat === undefined)).toBe(true);
  });

  it('names regions in pinyin in English', async () => {
    const answered = 'Who issued the 2020 report of Qinghe?';

    const greeting = await greet(createFixedAssistant({ [answered]: makeAnswer() }), 'en');

    expect(greeting).toContain(`  ${answered}\n`);
    expect(greeting).toContain('2 reports from 1 region;');
  });
});
