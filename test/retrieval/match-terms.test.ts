import { describe, expect, it } from 'vitest';
import { matchTerm, matchZones, narrowTerms, supportOf } from '../../src/retrieval/match-terms.ts';
import { askLines, prepareLines } from './prepare-lines.ts';

const report = prepareLines([
  '全年收到全市行政复议申请82件,综合纠错率11.11%。',
  '办理行政应诉案件96件。推行网上办理,开展法治宣传。',
  '推进法治建设。加强法治宣传。深化法治改革。',
]);
const fitted = (text: string) => askLines(text, report).terms;

describe('fitTerms()', () => {
  it('finds a term under a name of its own, by a guess, or not at all', () => {
    const found = (text: string) => fitted(text)[0]?.found;

    expect(found('综合纠错率是多少?')).toBe('named');
    expect(found('应素')).toBe('guessed');
    expect(found('无人机')).toBe('absent');
  });

  it('finds what people call something under the name that is printed', () => {
    expect(fitted('民告官的案子多少件?')[0]?.wordings.map(({ text }) => text)).toContain('行政应诉案件');
  });

  it('weighs a word that is everywhere less than a rare one', () => {
    const [common, rare] = ['法治', '应诉'].map((text) => fitted(text)[0]);

    expect(common!.weight / common!.term.weight).toBeLessThan(rare!.weight / rare!.term.weight);
  });
});

describe('matchTerm()', () => {
  it('is 1 for the name itself and nearly that for its words side by side', () => {
    const [term] = fitted('收到行政复议申请多少件?');

    expect(matchTerm(term!, '收到行政复议申请')).toBeGreaterThan(0.9);
    expect(matchTerm(term!, '全年收到全市行政复议申请')).toBeGreaterThan(0.7);
    expect(matchTerm(term!, '举办培训')).toBe(0);
  });

  it('takes one word of a name for nothing where the other is missing', () => {
    const [term] = fitted('行政强制多少宗?');

    expect(matchTerm(term!, '办理行政应诉案件')).toBe(0);
  });

  it('takes 综合 and 纠错 apart for no 综合纠错率', () => {
    const [term] = fitted('综合纠错率是多少?');

    expect(matchTerm(term!, '综合执法,发挥纠错功能')).toBeLessThan(0.5);
  });
});

describe('matchZones()', () => {
  it('counts the nearest zone that has the term', () => {
    const [term] = fitted('综合纠错率是多少?');

    const zones = [
      { text: '审结率', weight: 1 },
      { text: '综合纠错率', weight: 0.75 },
      { text: '综合纠错率', weight: 0.2 },
    ];

    expect(matchZones(term!, zones)).toBeCloseTo(0.75);
  });
});

describe('narrowTerms()', () => {
  it('leaves out wordings that the text does not have, without changing any match', () => {
    const terms = fitted('收到行政复议申请多少件?');
    const { text } = report.paragraphs[0]!;

    const narrowed = narrowTerms(terms, text);

    expect(narrowed[0]!.wordings.every((wording) => text.includes(wording.text))).toBe(true);
    expect(matchTerm(narrowed[0]!, text)).toBe(matchTerm(terms[0]!, text));
  });
});

describe('supportOf()', () => {
  it('goes from 0, nothing near, to 1, everything near', () => {
    const terms = fitted('行政复议综合纠错率是多少?');

    expect(
      supportOf(
        terms,
        terms.map(() => 0),
      ),
    ).toBe(0);
    expect(
      supportOf(
        terms,
        terms.map(() => 1),
      ),
    ).toBe(1);
    expect(supportOf([], [])).toBe(0);
  });
});
