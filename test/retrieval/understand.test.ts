import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRegion } from '../../src/language/find-regions.ts';
import type { Region } from '../../src/language/region.ts';
import { MAX_QUESTION_CHARACTERS, normaliseQuestion, understand } from '../../src/retrieval/understand.ts';

const region = (name: string): Region => {
  const described = describeRegion(name);
  if (!described) throw new Error(`No region "${name}"`);
  return described;
};
const known = ['广州市花都区', '高州市', '信阳市平桥区', '毕节金海湖新区'].map(region);
const words: Readonly<Record<string, string>> = { honour: '荣誉', win: '获得' };
const ask = (text: string) =>
  understand(text, {
    known,
    dictionary: (english) => (words[english] ? [{ word: words[english], weight: 1 }] : []),
  });
const surfaces = (text: string) => ask(text).terms.map((term) => term.surface);
const places = (text: string) => ask(text).regions.map((mention) => mention.candidates[0]?.name);

describe('understand()', () => {
  it.each([
    ['花都2019年综合纠错率是多少?', 'zh'],
    ["What was Huadu's correction rate?", 'en'],
    ['What does “综合纠错率” mean?', 'en'],
    ['huadu 2019 综合纠错率', 'zh'],
    ['12345?', 'zh'],
  ])('answers "%s" in %s', (text, language) => {
    expect(ask(text).language).toBe(language);
  });

  it.each([
    ['花都2019年', '花都区'],
    ['广州市花都区2019年', '花都区'],
    ['花都區綜合糾錯率', '花都区'],
    ['Huadu District', '花都区'],
    ['Hua Du', '花都区'],
    ['Haudu', '花都区'],
    ['huadu 2019', '花都区'],
    ['天河区', '天河区'],
    ['金海湖', '金海湖新区'],
  ])('finds the region of "%s": %s', (text, name) => {
    expect(places(text)).toContain(name);
  });

  it.each(['2019年获得荣誉有哪些', '拆迁安置了多少户', '乡镇平均持证多少人', '法治政府建设得怎么样'])(
    'finds no region in the ordinary words of "%s"',
    (text) => {
      expect(places(text)).toEqual([]);
    },
  );

  it('keeps regions and years out of the terms', () => {
    expect(surfaces('花都2019年综合纠错率是多少?')).toEqual(['综合纠错率']);
  });

  it('keeps the word that a region runs into', () => {
    expect(surfaces('高州市场主体多少户').join('')).toContain('市场');
  });

  it('tells years of the report from years of the matter', () => {
    expect(ask('金海湖2020年对2016-2019年的文件清理了多少件?')).toMatchObject({
      years: [2020],
      contentYears: [2016, 2019],
    });
  });

  it('reads traditional characters and full width as the simplified half-width ones', () => {
    const plain = ask('花都区2019年综合纠错率是多少?');

    for (const text of ['花都區2019年綜合糾錯率是多少?', '花都区２０１９年综合纠错率是多少？']) {
      const { indicators, years, terms, intent } = ask(text);
      expect({ indicators, years, intent }).toEqual({
        indicators: plain.indicators,
        years: [2019],
        intent: 'figure',
      });
      expect(terms.map((term) => term.surface)).toEqual(['综合纠错率']);
    }
  });

  it('gives an indicator all its names', () => {
    const [term] = ask('花都民告官的案子多少件').terms;

    expect(term?.kind).toBe('indicator');
    expect(term?.wordings.map((wording) => wording.text)).toContain('行政诉讼案件');
  });

  it('marks the term next to the words that ask', () => {
    const focused = ask('公安机关查处的行政处罚案件有多少件?').terms.filter((term) => term.focus);

    expect(focused.map((term) => term.surface).join('')).toContain('行政处罚');
  });

  it('reads what is not meant', () => {
    const question = ask('花都2019年通过微信公众号发布信息多少条,不是微博');

    expect(question.excluded).toEqual(['微博']);
    expect(question.terms.some((term) => term.surface.includes('微博'))).toBe(false);
  });

  it('reads what is not meant in English, where the lexicon knows it', () => {
    const question = ask('registered capital of new companies, Jinhaihu 2020 (not the getihu)');

    expect(question.excluded).toContain('个体工商户');
    expect(question.indicators.map(({ id }) => id)).not.toContain('individual-businesses');
    expect(question.terms.some((term) => term.surface.includes('getihu'))).toBe(false);
    expect(ask('How many cases did Huadu hear, not the usual stuff?').excluded).toEqual([]);
  });

  it.each([
    '花都区2019年工作总结要点',
    '花都2019年报告概要',
    '花都区工作总结',
    '花都2019年度法治政府建设工作总结',
  ])('takes what names a report as a whole for a wish to have it summed up: %s', (text) => {
    expect(ask(text).intent).toBe('summary');
  });

  it('sums nothing up where a matter is named', () => {
    expect(ask('花都2019年普法工作总结有几份').intent).not.toBe('summary');
  });

  it('asks for a number that is only named', () => {
    expect(ask('花都2019年交通运输立案数').asks).toHaveLength(1);
    expect(ask('花都 2019 大件许可 数量').asks).toHaveLength(1);
  });

  it('asks for the measure that is only named, in its unit', () => {
    expect(ask('花都 综合纠错率').asks).toMatchObject([{ unit: 'share' }]);
    expect(ask('金海湖 危险废物').asks).toMatchObject([{ unit: 'weight' }]);
  });

  it('reads the figure that a question states', () => {
    expect(ask('花都2019年综合纠错率是21.9%吗?').premises).toEqual([
      { raw: '21.9%', value: 21.9, unit: '%' },
    ]);
  });

  it('asks the dictionary for English words of no concept', () => {
    const terms = ask('Which honours did Huadu win?').terms.flatMap(({ wordings }) =>
      wordings.map(({ text }) => text),
    );

    expect(terms).toEqual(expect.arrayContaining(['荣誉', '获得']));
  });

  it('takes the date of a document that the report speaks of for a fact', () => {
    expect(ask('花都规范性文件清理决定是哪天印发的?').intent).toBe('fact');
    expect(ask('花都2019年的报告是哪天发布的?').intent).toBe('metadata');
  });

  it.each([
    ['emoji', '😀🎉👨‍👩‍👧‍👦'],
    ['punctuation', '?!。,、……——'],
    ['HTML', '<script>alert("x")</script><b>花都</b>'],
    ['SQL', "'; DROP TABLE reports; --"],
    ['control characters', '\u0000\u0007\u001b[31m花都\u202e\ufeff'],
    ['half of a character', '\ud800花都\udc00'],
    ['nothing', ''],
    ['100,000 characters', '花都综合纠错率'.repeat(14_286)],
    ['100,000 opening marks', '“《('.repeat(33_334)],
  ])('reads a question of %s', (_, text) => {
    const question = ask(text);

    expect(question.text).toBe(text);
    expect(question.normal.length).toBeLessThanOrEqual(MAX_QUESTION_CHARACTERS * 2);
  });

  it('never throws, and gives terms that lie in the question', () => {
    const piece = fc.constantFrom(
      '花都',
      '2019年',
      '综合纠错率',
      '多少',
      '不是',
      '“',
      '”',
      '比',
      'How many',
      'Huadu',
      ' ',
      '?',
      '%',
      '12345',
      '和',
      '分别',
      '\ud83d',
      '《',
      '去年',
      '几',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        ),
        (text) => {
          const { normal, terms, asks } = ask(text);
          for (const { start, end } of terms) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(normal.length);
          }
          for (const { at } of asks) expect(at).toBeLessThanOrEqual(normal.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('normaliseQuestion()', () => {
  it('simplifies, folds width, and leaves one space between words', () => {
    expect(normaliseQuestion('  花都區\t２０１９\u3000年\u0000?\n')).toBe('花都区 2019 年 ?');
  });

  it('cuts what is beyond its limit', () => {
    expect(normaliseQuestion('法'.repeat(100_000))).toHaveLength(MAX_QUESTION_CHARACTERS);
  });
});
