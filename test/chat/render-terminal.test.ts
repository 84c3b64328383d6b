import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderOriginal, renderTerminal } from '../../src/chat/render-terminal.ts';
import { makeAnswer, makeCitation, makeRefusal } from '../support/fixed-assistant.ts';

describe('renderTerminal()', () => {
  it('prints the answer as composed where there is no colour, with address and date of its page below the place', () => {
    const answer = makeAnswer({ notes: ['数据截至11月底。'] });

    const place = answer.text.split('\n').find((line) => line.startsWith('—— '))!;
    const linked = answer.text.replace(
      place,
      `${place}\n   https://www.example.gov.cn/report.html · 发布于 2022-01-18`,
    );
    expect(renderTerminal(answer, { color: false })).toBe(linked);
  });

  it('prints what is known of a page, and nothing where that is nothing', () => {
    const render = (page: { url: string | null; published: string | null }) =>
      renderTerminal(makeAnswer({ citations: [makeCitation(page)] }), { color: false }).split('\n');

    expect(render({ url: null, published: '2022-01-18' }).at(-1)).toBe('   发布于 2022-01-18');
    expect(render({ url: null, published: null }).at(-1)).toContain('¶12');
  });

  it('sets off the answer, the source and the notes with colour', () => {
    const lines = renderTerminal(makeAnswer({ notes: ['数据截至11月底。'] }), { color: true }).split('\n');

    expect(lines[0]).toBe('\u001b[1m清河县2021年: 48件\u001b[22m');
    expect(lines.find((line) => line.includes('¶12'))).toMatch(/^\S*—— .*¶12\S+$/u);
    expect(lines.at(-1)).toBe('\u001b[33m注:数据截至11月底。\u001b[39m');
  });

  it('adds questions to go on with that the text does not name', () => {
    expect(renderTerminal(makeAnswer({ suggestions: ['那2020年呢？'] }), { color: false })).toMatch(
      /\n→ 那2020年呢？$/,
    );
  });

  it('lets no report steer the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(renderTerminal(makeRefusal(`x${text}`), { color: false })).not.toMatch(/(?![\n\t])\p{Cc}/u);
      }),
    );
  });
});

describe('renderOriginal()', () => {
  it('shows title, headings, number, the whole paragraph, and address and date of its page', () => {
    expect(renderOriginal(makeCitation(), { color: false, language: 'en' }).split('\n')).toEqual([
      '《清河县2021年法治政府建设工作报告》 › 二、依法行政 › （三）行政复议 › ¶12',
      '全年受理行政复议案件48件，审结45件。',
      'https://www.example.gov.cn/report.html · published 2022-01-18',
    ]);
  });
});
