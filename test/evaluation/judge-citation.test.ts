import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import { judgeCitation, usableCitations } from '../../src/evaluation/judge-citation.ts';
import { makeCitation } from '../support/fixed-assistant.ts';
import { gradedReports } from './graded-folder.ts';

describe('usableCitations()', () => {
  it('takes a citation whose words, region and year are those of its file', () => {
    const citation = makeCitation();

    expect(usableCitations([citation], gradedReports())).toEqual([citation]);
  });

  it.each<[string, Partial<Citation>]>([
    ['of another year', { year: 2020 }],
    ['of another region', { region: '大名县' }],
    ['with words that are in no line', { text: '全年受理行政复议案件49件，审结45件。', quote: '' }],
    ['with a quote that is not in its text', { quote: '审结46件' }],
    ['with words of two lines', { text: '二、依法行政\n全年受理行政复议案件48件', quote: '' }],
    ['with too many headings', { section: Array.from({ length: 7 }, () => '一、') }],
  ])('leaves out one %s', (_, fields) => {
    expect(usableCitations([makeCitation(fields)], gradedReports())).toEqual([]);
  });

  it('takes the region with its parents, and the file with its folder', () => {
    const citation = makeCitation({ region: '邢台市清河县', file: '2021/qinghe.txt' });

    expect(usableCitations([citation], gradedReports())).toHaveLength(1);
  });

  it('looks at the first six, or as many as it is told', () => {
    const citations = Array.from({ length: 8 }, () => makeCitation());

    expect(usableCitations(citations, gradedReports())).toHaveLength(6);
    expect(usableCitations(citations, gradedReports(), 20)).toHaveLength(8);
  });
});

describe('judgeCitation()', () => {
  const wanted = { report: 'qinghe-2021', quote: '受理行政复议案件48件', section: ['(三)行政复议'] };

  it('is right with the graded words and the innermost heading', () => {
    expect(judgeCitation(wanted, makeCitation(), gradedReports())).toEqual({
      isPlace: true,
      isSection: true,
    });
  });

  it('is right with eight of the graded characters as quote', () => {
    const citation = makeCitation({ quote: '行政复议案件48件', text: '行政复议案件48件' });

    expect(judgeCitation(wanted, citation, gradedReports()).isPlace).toBe(true);
  });

  it('is the wrong section without the heading, unless another chain has it', () => {
    const citation = makeCitation({ section: ['四、其他'] });
    const open = { ...wanted, section_alt: [['四、其他']] };

    expect(judgeCitation(wanted, citation, gradedReports())).toEqual({ isPlace: true, isSection: false });
    expect(judgeCitation(open, citation, gradedReports()).isSection).toBe(true);
  });

  it('is the wrong place in another paragraph or another report', () => {
    const other = makeCitation({ text: '(五)普法。开展宣传30场。', quote: '开展宣传30场' });

    expect(judgeCitation(wanted, other, gradedReports()).isPlace).toBe(false);
    expect(judgeCitation(wanted, makeCitation({ file: 'daming.txt' }), gradedReports()).isPlace).toBe(false);
  });
});
