import { describe, expect, it } from 'vitest';
import { scoreSentences } from '../../src/retrieval/score-sentences.ts';
import { askLines, prepareLines } from './prepare-lines.ts';

const report = prepareLines([
  '平西司法所获评全省首批“枫桥式司法所”。开展“3+N”大调解，现场调解396宗。',
  '2019年11月21日印发《文件清理结果的决定》。每季度听取一次汇报。受人员数量制约,推进不够。',
  '拨打12345热线,办理企业投诉15例。',
]);
const termsOf = (text: string, dictionary?: Readonly<Record<string, string>>) =>
  askLines(text, report, dictionary).question.terms;
const best = (text: string) => {
  const { question, terms } = askLines(text, report);
  return scoreSentences(question, terms, report.paragraphs)[0]?.sentence.text;
};

describe('chineseTerms()', () => {
  it.each([
    ['“3+N”大调解调解多少宗', '3+N', 'quoted'],
    ['12345接了多少', '12345', 'quoted'],
    ['综合纠错率是多少', '综合纠错率', 'indicator'],
    ['企业投诉有几例', '企业投诉', 'indicator'],
  ])('takes from "%s" the term %s (%s)', (text, surface, kind) => {
    expect(termsOf(text)).toContainEqual(expect.objectContaining({ surface, kind }));
  });

  it('leaves out words that only ask', () => {
    expect(termsOf('请问报告里一共有多少个?')).toEqual([]);
  });

  it('takes 总数 under all its names', () => {
    expect(termsOf('执法证总数').flatMap(({ wordings }) => wordings.map(({ text }) => text))).toContain(
      '累计',
    );
  });
});

describe('englishTerms()', () => {
  it('gives a phrase of the lexicon its Chinese names', () => {
    const [term] = termsOf('What was the comprehensive correction rate?');

    expect(term?.wordings.map(({ text }) => text)).toContain('综合纠错率');
  });

  it('takes other words from the dictionary, and keeps those it does not know without wording', () => {
    const terms = termsOf('Which xylophones did the zebras get?', { zebra: '斑马' });

    expect(terms.map(({ surface, wordings }) => [surface, wordings.map(({ text }) => text)])).toEqual(
      expect.arrayContaining([
        ['xylophones', []],
        ['zebras', ['斑马']],
      ]),
    );
  });

  it('leaves months and words that only ask out', () => {
    expect(termsOf('How many in total by November 9th?')).toEqual([]);
  });

  it('takes Chinese in quotes as it stands', () => {
    expect(termsOf('Who was named "枫桥式司法所"?')).toContainEqual(
      expect.objectContaining({ surface: '枫桥式司法所', kind: 'quoted' }),
    );
  });
});

describe('guessWordings()', () => {
  it.each([
    ['企业投拆多少例', '企业投诉'],
    ['枫乔式司法所', '枫桥'],
  ])('finds for the miswritten "%s" what is printed', (text, printed) => {
    const { terms } = askLines(text, report);

    expect(terms.flatMap(({ wordings }) => wordings.map((wording) => wording.text)).join(' ')).toContain(
      printed.slice(-2),
    );
  });
});

describe('scoreSentences()', () => {
  it.each([
    ['哪个司法所获评全省首批?', '平西司法所获评'],
    ['文件清理的决定是哪天印发的?', '2019年11月21日印发'],
    ['多久听取一次汇报?', '每季度听取'],
    ['为什么推进不够?', '受人员数量制约'],
  ])('answers "%s" with the sentence that says it', (text, words) => {
    expect(best(text)).toContain(words);
  });
});
