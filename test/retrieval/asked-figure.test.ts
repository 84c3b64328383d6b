import { describe, expect, it } from 'vitest';
import { asksForPlan } from '../../src/retrieval/asked-figure.ts';
import { understand } from '../../src/retrieval/understand.ts';

const asks = (text: string) => asksForPlan(understand(text, { known: [], dictionary: () => [] }));

describe('asksForPlan()', () => {
  it.each(['计划培训多少人', '目标是多少', 'What loss rate does it plan?', '2018年报告里2019年调结多少起'])(
    'knows a plan in %s',
    (text) => {
      expect(asks(text)).toBe(true);
    },
  );

  it.each([
    '败诉案件的目标完成了吗',
    'Did it meet its target for lost lawsuits?',
    'What was the correction rate in 2017, not the plan?',
    '综合纠错率是多少,不是目标',
  ])('knows none where what was reached is asked for: %s', (text) => {
    expect(asks(text)).toBe(false);
  });
});
