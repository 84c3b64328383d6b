import { describe, expect, it } from 'vitest';
import { absentPart } from '../../src/answer/absent-part.ts';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');

const absent = (text: string, printed: string) =>
  absentPart(five.understand(text), five.reportOf('004'), printed);

describe('absentPart()', () => {
  it.each([
    ['花都区2019年梯面镇调解多少件', '梯面镇'],
    ['花都2019年港头村调解多少件', '港头村'],
    ['花都区审计局2019年审计多少个项目', '审计局'],
  ])('finds what the report never names: %s', (text, name) => {
    expect(absent(text, '炭步镇调解12件')).toBe(name);
  });

  it.each([
    '花都区2019年炭步镇调解多少件',
    '花都区2019年各镇街调解多少件',
    '花都区2019年行政村有多少法律顾问',
    '花都区2019年社区矫正对象多少人',
    '花都区哪个局被表彰',
  ])('takes no other words for a name: %s', (text) => {
    expect(absent(text, '炭步镇调解12件')).toBeUndefined();
  });
});
