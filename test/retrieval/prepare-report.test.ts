import { describe, expect, it } from 'vitest';
import type { PreparedFigure } from '../../src/retrieval/prepare-report.ts';
import { fold } from '../../src/retrieval/prepare-report.ts';
import { prepareLines } from './prepare-lines.ts';

const figuresOf = (text: string) => prepareLines([text]).paragraphs[0]?.figures ?? [];
const raws = (text: string, wanted: (figure: PreparedFigure) => boolean) =>
  figuresOf(text)
    .filter(wanted)
    .map(({ figure }) => figure.raw);

describe('prepareReport()', () => {
  it('folds text, headings and sentences to half width and lower case', () => {
    const report = prepareLines(['推行“５Ｇ＋”。ABC类。'], '（一）ＡＢ');

    expect(report.paragraphs[0]).toMatchObject({ text: '推行“5g+”。abc类。', headings: ['(一)ab'] });
    expect(report.sentences.map((sentence) => sentence.text)).toEqual(['推行“5g+”。', 'abc类。']);
    expect(report.text).toBe('(一)ab\n推行“5g+”。abc类。');
  });

  it('puts the words of the figure alone nearest to it', () => {
    const [, second] = figuresOf('收到行政复议申请82件,其中受理72件。');

    expect(second?.zones[0]?.text).toContain('受理');
    expect(second?.zones[0]?.text).not.toContain('收到');
    expect(second?.zones.find((zone) => zone.text.includes('收到'))?.weight).toBeLessThan(1);
  });

  it('gives what is counted right behind the number', () => {
    expect(figuresOf('覆盖44个领域,成效明显。')[0]?.counted).toBe('领域');
  });

  it('knows which of two figures is from before a change', () => {
    expect(figuresOf('从以前的30个工作日压缩至10个工作日').map((one) => one.aspect)).toEqual([
      'before',
      'after',
    ]);
    expect(figuresOf('由15天缩短为3天').map((one) => one.aspect)).toEqual(['before', 'after']);
    expect(figuresOf('办理15天').map((one) => one.aspect)).toEqual([undefined]);
  });

  it('knows by how much something changed from what it is', () => {
    expect(raws('办理896件,同比增长12.3%,较上年减少3件', (one) => one.isChange)).toEqual(['12.3%', '3件']);
  });

  it('knows what is left or was refused', () => {
    expect(raws('受理72件,不予受理10件,其余5件正在审理', (one) => one.isRest)).toEqual(['10件', '5件']);
  });

  it('knows parts of the figure before', () => {
    expect(raws('收到82件,其中受理72件', (one) => one.isPart)).toEqual(['72件']);
  });

  it('knows the figure that is printed of an earlier year', () => {
    const found = figuresOf('今年办理1020件,较2020年的896件有所增加,上年同期的31宗');

    expect(found.map((one) => one.ofYear)).toEqual([undefined, 2020, 2020]);
  });
});

describe('fold()', () => {
  it('keeps every offset', () => {
    const text = 'Ａ１，《ABC》\u3000率';

    expect(fold(text)).toBe('a1,《abc》 率');
    expect(fold(text)).toHaveLength(text.length);
  });
});
