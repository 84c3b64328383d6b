import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, splitCells, splitClauses, splitSentences } from '../../src/language/clauses.ts';

const cut = (split: (text: string) => Span[], text: string) =>
  split(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences()', () => {
  it('cuts behind 。！？ and ；, in both widths, and keeps the mark', () => {
    expect(cut(splitSentences, '一是抓复议。二是抓应诉;三是抓调解！还有？')).toEqual([
      '一是抓复议。',
      '二是抓应诉;',
      '三是抓调解！',
      '还有？',
    ]);
  });

  it('cuts nothing inside a title or quotation marks', () => {
    expect(cut(splitSentences, '印发《关于清理的通知。附件》,打造“有呼。我应”品牌。')).toHaveLength(1);
  });

  it('cuts behind a mark that is opened and never closed', () => {
    expect(cut(splitSentences, '印发《条例。落实到位。')).toEqual(['印发《条例。', '落实到位。']);
  });
});

describe('splitClauses()', () => {
  it('cuts at commas and colons without keeping them', () => {
    expect(cut(splitClauses, '截至11月9日,收到申请82件：受理72件。')).toEqual([
      '截至11月9日',
      '收到申请82件',
      '受理72件',
    ]);
  });

  it.each(['办理1,265件', '办理1，265件', '10:29发布', '1,234,567元'])(
    'keeps the number of %s whole',
    (text) => {
      expect(cut(splitClauses, text)).toEqual([text]);
    },
  );
});

describe('splitCells()', () => {
  it('cuts at 、 and at brackets that hold a number', () => {
    expect(cut(splitCells, '保留10份、集中修改7份(其中4份由办公室印发)、废止4份')).toEqual([
      '保留10份',
      '集中修改7份',
      '其中4份由办公室印发',
      '废止4份',
    ]);
  });

  it('cuts nothing at brackets that only widen a word', () => {
    expect(cut(splitCells, '下沉到乡(镇、街道)政务中心')).toEqual(['下沉到乡(镇、街道)政务中心']);
  });
});

describe.each([
  ['splitSentences()', splitSentences],
  ['splitClauses()', splitClauses],
  ['splitCells()', splitCells],
])('%s', (_, split) => {
  it('gives parts in order that leave out nothing but marks and spaces', () => {
    const pieces = fc.constantFrom(
      '收到',
      '1,265',
      '件',
      ',',
      '，',
      '。',
      ';',
      ':',
      '、',
      '(',
      ')',
      '（',
      '）',
      '《',
      '》',
      '“',
      '”',
      ' ',
      '\n',
      '10:29',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          let at = 0;
          let left = '';
          for (const { start, end } of split(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            left += text.slice(at, start);
            at = end;
          }
          expect(left + text.slice(at)).toMatch(/^[\s。!?！？;；,，:：、()（）]*$/);
        },
      ),
    );
  });
});
