import { describe, expect, it } from 'vitest';
import { asksForPlan } from '../../src/retrieval/asked-figure.ts';
import { labelMatch, scoreFigures } from '../../src/retrieval/score-figures.ts';
import { askLines, prepareLines } from './prepare-lines.ts';

const report = prepareLines([
  '截至11月9日,全市收到行政复议申请82件,其中受理72件,不予受理10件,综合纠错率11.11%。',
  '调解各类案件6503件,成功调解6385件,成功率98.19%,较上年提高0.4个百分点。',
  '工程审批时限从以前的30个工作日压缩至10个工作日。今年拟废止文件4份,已废止文件6份。',
  '通过门户网站公开信息3578条,通过微博发布信息2095条,通过微信公众号发布信息1175条。',
  '信用监管覆盖24个部门44个领域。新增企业605户、注册资本29.05亿元。',
]);

/** The figures for a question, the best first. */
function ranked(text: string, dictionary?: Readonly<Record<string, string>>) {
  const { question, terms } = askLines(text, report, dictionary);
  const [ask] = question.asks;
  if (!ask) throw new Error(`"${text}" asks for no number`);
  return scoreFigures(question, ask, terms, report.paragraphs);
}

describe('scoreFigures()', () => {
  it.each([
    ['收到行政复议申请多少件?', '82件'],
    ['受理了多少件?', '72件'],
    ['不予受理多少件?', '10件'],
    ['综合纠错率是多少?', '11.11%'],
    ['人民调解成功率是多少?', '98.19%'],
    ['成功率提高了多少个百分点?', '0.4个百分点'],
    ['工程审批压缩前要几个工作日?', '30个工作日'],
    ['工程审批现在要几个工作日?', '10个工作日'],
    ['拟废止文件几份?', '4份'],
    ['已经废止文件几份?', '6份'],
    ['微信公众号发布信息多少条?', '1175条'],
    ['发布信息多少条?我问的是门户网站,不是微博', '3578条'],
    ['信用监管覆盖多少个领域?', '44个'],
    ['信用监管覆盖多少个部门?', '24个'],
    ['新增企业注册资本多少钱?', '29.05亿元'],
  ])('answers "%s" with %s', (text, raw) => {
    expect(ranked(text)[0]?.figure.raw).toBe(raw);
  });

  it('answers an English question through the names of what it asks for', () => {
    expect(ranked('What was the comprehensive correction rate?')[0]?.figure.raw).toBe('11.11%');
  });

  it('says how much of the question stands near, and why', () => {
    const [best, ...others] = ranked('综合纠错率是多少?');

    expect(best?.support).toBeGreaterThan(0.9);
    expect(best?.reasons).toEqual(
      expect.arrayContaining([expect.stringMatching(/^综合纠错率 1\.00$/), expect.stringMatching(/^unit /)]),
    );
    expect(others.every((other) => other.score < best!.score)).toBe(true);
  });

  it('gives what stands nowhere no support', () => {
    expect(ranked('办理法律援助案件多少件?')[0]?.support).toBeLessThan(0.5);
  });
});

describe('asksForPlan()', () => {
  it.each([
    ['拟废止几份文件?', true],
    ['计划办几件?', true],
    ['How many are planned?', true],
    ['废止了几份文件?', false],
    ['我想知道办了几件', false],
  ])('says of "%s": %s', (text, expected) => {
    expect(asksForPlan(askLines(text, report).question)).toBe(expected);
  });
});

describe('labelMatch()', () => {
  it('is 1 where the label has every term, 0 where it has none', () => {
    const { terms } = askLines('综合纠错率是多少?', report);
    const [first, second] = report.paragraphs.map(({ figures }) =>
      figures.find(({ figure }) => figure.unit === '%'),
    );

    expect(labelMatch(first!, terms)).toBe(1);
    expect(labelMatch(second!, terms)).toBe(0);
  });
});
