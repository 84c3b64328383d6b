import { describe, expect, it } from 'vitest';
import { compose, placeLine } from '../../src/answer/compose.ts';
import { makeCitation } from '../support/fixed-assistant.ts';

describe('compose()', () => {
  it('puts the lead above the proof, its place, and the notes', () => {
    const { text } = compose({
      kind: 'answer',
      language: 'zh',
      answer: '48件',
      lead: '清河县2021年 · 受理:48件',
      citations: [makeCitation()],
      notes: ['统计时段:上半年,不是全年。'],
    });

    expect(text.split('\n\n')).toEqual([
      '清河县2021年 · 受理:48件',
      '“全年受理行政复议案件48件”\n—— 《清河县2021年法治政府建设工作报告》 › 二、依法行政 › （三）行政复议 › ¶12',
      '注:统计时段:上半年,不是全年。',
    ]);
  });

  it('states every figure of the quotes that it shows', () => {
    const citation = makeCitation({ quote: '全年受理行政复议案件48件，审结45件。' });

    const { figures } = compose({
      kind: 'answer',
      language: 'en',
      answer: '48件',
      lead: '',
      citations: [citation],
      figures: [{ raw: '48件', value: 48, unit: '件', citation: 0 }],
    });

    expect(figures).toEqual([
      { raw: '48件', value: 48, unit: '件', citation: 0 },
      { raw: '45件', value: 45, unit: '件', citation: 0 },
    ]);
  });

  it('offers suggestions as lines, and says Note in English', () => {
    const { text, suggestions } = compose({
      kind: 'refusal',
      language: 'en',
      answer: '',
      lead: 'Not given.',
      notes: ['Part of the year.'],
      suggestions: ['Ask this'],
    });

    expect(text).toBe('Not given.\n\nNote: Part of the year.\n\n· Ask this');
    expect(suggestions).toEqual(['Ask this']);
  });

  it('shows the quotes of three citations, and of the others where they stand', () => {
    const citations = [1, 2, 3, 4].map((paragraph) => makeCitation({ paragraph, quote: `第${paragraph}处` }));

    const { text } = compose({ kind: 'answer', language: 'zh', answer: '', lead: '', citations });

    expect(text.match(/“/g)).toHaveLength(3);
    expect(text).toContain('¶4');
  });
});

describe('placeLine()', () => {
  it('names no paragraph for a line of metadata', () => {
    expect(placeLine(makeCitation({ paragraph: 0, section: [] }))).toBe(
      '《清河县2021年法治政府建设工作报告》',
    );
  });
});
