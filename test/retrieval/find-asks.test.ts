import { describe, expect, it } from 'vitest';
import { findAsks } from '../../src/retrieval/find-asks.ts';

describe('findAsks() in Chinese', () => {
  it.each([
    ['一共多少件?', { unit: 'case', unitWord: '件' }],
    ['有几家单位?', { unit: 'body', unitWord: '家' }],
    ['占百分之几?', { unit: 'share' }],
    ['行政许可多少万件?', { unit: 'case', unitWord: '件' }],
    ['核查了多大面积?', { unit: 'area' }],
    ['覆盖率目标是多少?', { unit: 'share' }],
    ['综合纠错率是多少?', { unit: 'share' }],
    ['败诉率高吗', { unit: 'share' }],
    ['注册资本多少钱?', { unit: 'money' }],
    ['违规资金是多少?', { unit: 'money' }],
    ['压缩到多久?', { unit: 'time', aspect: 'after' }],
    ['时限是多少?', { unit: 'time' }],
    ['培训了多少人?', { unit: 'person', unitWord: '人' }],
    ['分值设定为多少?', { unit: 'score' }],
    ['压缩前是几个工作日?', { unit: 'time', aspect: 'before' }],
    ['原来要几个工作日', { aspect: 'before' }],
    ['现在是几个工作日', { aspect: 'after' }],
    ['办理了多少?', {}],
  ])('reads in "%s" what number is asked for', (text, ask) => {
    expect(findAsks(text, 'zh')).toMatchObject([ask]);
  });

  it.each([
    '花都获得了哪些荣誉?',
    '有几个方面的问题?',
    '几月几号印发的?',
    '多久听取一次汇报?',
    '为什么败诉率高?',
  ])('finds no number asked for in "%s"', (text) => {
    expect(findAsks(text, 'zh')).toEqual([]);
  });

  it('gives each of several asks the words around it', () => {
    const text = '收到多少件、审结多少件?';

    const asks = findAsks(text, 'zh');

    expect(asks.map(({ own }) => own && text.slice(own.start, own.end))).toEqual([
      '收到多少件',
      '、审结多少件?',
    ]);
  });

  it('reads two numbers behind one asking word', () => {
    const text = '废止和继续有效的各是几件?';

    const asks = findAsks(text, 'zh');

    expect(asks).toHaveLength(2);
    expect(asks.map(({ own }) => own && text.slice(own.start, own.end))).toEqual([
      expect.stringContaining('废止'),
      expect.stringContaining('继续有效'),
    ]);
  });
});

describe('findAsks() in English', () => {
  it.each([
    ['How many cases were accepted?', { unit: 'case', unitWord: '件' }],
    ['how many people took part', { unit: 'person' }],
    ['What share of matters can be handled online?', { unit: 'share' }],
    ['What was the success rate?', { unit: 'share' }],
    ['How much registered capital?', { unit: 'money' }],
    ['How long does approval take now?', { unit: 'time', aspect: 'after' }],
    ['How many working days was it before the cut?', { unit: 'time', aspect: 'before' }],
    ['how many training sessions were held', { unit: 'event' }],
  ])('reads in "%s" what number is asked for', (text, ask) => {
    expect(findAsks(text, 'en')).toMatchObject([ask]);
  });

  it.each(['Which honours did it win?', 'Who issued the report?'])(
    'finds no number asked for in "%s"',
    (text) => {
      expect(findAsks(text, 'en')).toEqual([]);
    },
  );

  it('reads two asks apart', () => {
    expect(findAsks('How many disputes were handled, and how many were resolved?', 'en')).toHaveLength(2);
  });
});
