import { describe, expect, it } from 'vitest';
import { isPlanHeading, isUnderPlan } from '../../src/report/plan-heading.ts';

describe('isPlanHeading()', () => {
  it.each(['三、下一步工作打算', '八、２０２３年重点工作', '五、2023年工作安排'])(
    'takes %s for plans',
    (heading) => {
      expect(isPlanHeading(heading, 2022)).toBe(true);
    },
  );

  it.each(['一、2022年工作情况', '四、存在的问题'])('takes %s for none', (heading) => {
    expect(isPlanHeading(heading, 2022)).toBe(false);
  });
});

describe('isUnderPlan()', () => {
  it('tells problems from plans under a heading that names both', () => {
    expect(isUnderPlan(['6.问题和下步打算', '6.1主要问题'], 2021)).toBe(false);
    expect(isUnderPlan(['6.问题和下步打算', '6.2明年打算'], 2021)).toBe(true);
  });

  it('keeps a plan that mends what is lacking', () => {
    expect(isUnderPlan(['五、下步打算', '（一）补齐短板'], 2021)).toBe(true);
  });
});
