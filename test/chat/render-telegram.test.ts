import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceLine, splitIntoBlocks } from '../../src/chat/answer-blocks.ts';
import {
  maxMessageLength,
  renderParagraph,
  renderPlainTelegram,
  renderTelegram,
} from '../../src/chat/render-telegram.ts';
import { makeAnswer, makeCitation, makeRefusal } from '../support/fixed-assistant.ts';
import { parseTelegramHtml } from '../support/parse-telegram-html.ts';

const hostile = fc.string({
  unit: fc.constantFrom('字', '。', '<', '>', '&', '"', "'", '</b>', '&lt;', '😀', '\n', ' '),
});
/** Up to 9,000 units, also cut inside a character, as a hostile file may be. */
const long = fc
  .integer({ min: 1, max: 700 })
  .chain((times) => hostile.map((text) => text.repeat(times).slice(0, 9000)));
const visibleCharacters = (text: string): string => text.replace(/[\s→\p{Surrogate}]/gu, '');

describe('renderTelegram()', () => {
  it('shows the answer in bold, its quote, the place of the quote with link and date of its page, and notes', () => {
    const messages = renderTelegram(makeAnswer({ notes: ['数据截至11月底。'] }));

    expect(messages).toEqual([
      [
        '<b>清河县2021年: 48件</b>',
        '',
        '<blockquote>全年受理行政复议案件48件</blockquote>',
        '<a href="https://www.example.gov.cn/report.html">《清河县2021年法治政府建设工作报告》</a> › 二、依法行政 › （三）行政复议 › ¶12 · 发布于 2022-01-18',
        '',
        '<i>注：数据截至11月底。</i>',
      ].join('\n'),
    ]);
  });

  it('says once when the page of a report was published, and nothing where that is not known', () => {
    const citations = [1, 2, 3, 4, 5].map((paragraph) =>
      makeCitation({ paragraph, quote: `第${paragraph}句` }),
    );
    const undated = citations.map((citation) => ({ ...citation, published: null }));

    expect(
      renderTelegram(makeAnswer({ citations }))
        .join('')
        .match(/发布于 2022-01-18/g),
    ).toHaveLength(1);
    expect(renderTelegram(makeAnswer({ citations: undated })).join('')).not.toContain('发布于');
  });

  it('escapes what the report and the question hold', () => {
    const [message = ''] = renderTelegram(makeRefusal('没有“<script>&</b>”。'));

    expect(message).toBe('<b>没有“&lt;script&gt;&amp;&lt;/b&gt;”。</b>');
  });

  it('says a sentence once when it is both answer and proof', () => {
    const quote = '全年受理行政复议案件48件';
    const [message = ''] = renderTelegram(makeAnswer({ answer: quote }));

    expect(message.split(quote)).toHaveLength(2);
  });

  it('shows three citations with their words and the others on a line each', () => {
    const citations = [1, 2, 3, 4, 5].map((paragraph) =>
      makeCitation({ paragraph, quote: `第${paragraph}句` }),
    );
    const [message = ''] = renderTelegram(makeAnswer({ citations }));

    expect(message.match(/<blockquote>/g)).toHaveLength(3);
    expect(message).not.toContain('第4句');
    expect(message).toContain('其他出处：');
    expect(message).toContain('¶5');
  });

  it('offers questions to go on with', () => {
    expect(renderTelegram(makeAnswer({ suggestions: ['那2020年呢？'] }))[0]).toMatch(/\n\n→ 那2020年呢？$/);
  });

  it('leaves out half a character, which Telegram refuses', () => {
    expect(renderTelegram(makeRefusal('字\ud83d字'))).toEqual(['<b>字字</b>']);
  });

  it('sends well-formed messages within the limit that show all of the answer', () => {
    const answer = fc
      .record({ answer: long, quote: long, heading: hostile, note: long, text: long, kind: fc.boolean() })
      .map(({ answer, quote, heading, note, text, kind }) =>
        makeAnswer({
          kind: kind ? 'answer' : 'list',
          answer,
          text: text === '' ? '-' : text,
          citations: [makeCitation({ quote, section: [heading] }), makeCitation()],
          notes: [note],
        }),
      );
    fc.assert(
      fc.property(answer, (given) => {
        const visible = renderTelegram(given).map(parseTelegramHtml);

        expect(visible.every((text) => text.length <= maxMessageLength && text.trim() !== '')).toBe(true);
        const shown = splitIntoBlocks(given).map(({ text }) => text);
        const dated = visibleCharacters(visible.join('')).replace(/·发布于2022-01-18/, '');
        expect(dated).toBe(visibleCharacters(shown.join('')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('renderTelegram() of what answers several reports', () => {
  const line = fc.oneof(
    hostile.map((text) => text.replaceAll('\n', ' ')),
    fc.record({ name: hostile, value: hostile }).map(({ name, value }) => `${name}县  ${value}件`),
    fc.constantFrom('【<b>】', '“甲</b>”', '—— 《<i>》 › ¶1', '· 甲: 1', '注:<'),
  );
  const composed = fc
    .record({
      kind: fc.constantFrom('compare', 'trend', 'summary', 'list', 'refusal', 'clarify', 'help'),
      paragraphs: fc.array(fc.array(line, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 }),
    })
    .map(({ kind, paragraphs }) =>
      makeAnswer({ kind: kind as 'compare', text: paragraphs.map((lines) => lines.join('\n')).join('\n\n') }),
    );

  it('sends well-formed messages within the limits of text and markup', () => {
    fc.assert(
      fc.property(composed, hostile, (answer, asked) => {
        for (const message of renderTelegram(answer, { asked })) {
          expect(parseTelegramHtml(message).length).toBeLessThanOrEqual(maxMessageLength);
          expect(message.match(/<[a-z]/g)?.length ?? 0).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows a table as a block that a phone does not wrap', () => {
    const text =
      '花都更高。\n综合纠错率\n广州市花都区2019年  21.9%\n茂名市高州市2021年  11.11%\n\n“甲”\n—— 《乙》 › 丙。 › ¶1';

    expect(renderTelegram(makeAnswer({ kind: 'compare', text }))).toEqual([
      [
        '<b>花都更高。</b>',
        '',
        '<b>综合纠错率</b>',
        '<pre>广州市花都区2019年  21.9%',
        '茂名市高州市2021年  11.11%</pre>',
        '',
        '<blockquote>甲</blockquote>',
        '《乙》 › 丙 › ¶1',
      ].join('\n'),
    ]);
  });
});

describe('renderParagraph()', () => {
  it('shows a paragraph of any length in parts, with its place below each', () => {
    fc.assert(
      fc.property(long, hostile, (text, heading) => {
        const citation = makeCitation({ text, section: [heading] });
        const { parts } = renderParagraph(citation, 0, 'zh');
        const shown = Array.from({ length: parts }, (_, part) => renderParagraph(citation, part, 'zh').html);

        for (const html of shown) {
          expect(parseTelegramHtml(html).length).toBeLessThanOrEqual(maxMessageLength);
          expect(html).toContain('¶12');
        }
        const words = shown.map((html) => /<blockquote>([\s\S]*)<\/blockquote>/.exec(html)?.[1] ?? '');
        expect(visibleCharacters(parseTelegramHtml(words.join('')))).toBe(visibleCharacters(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('renderPlainTelegram()', () => {
  it('keeps lines and empty lines', () => {
    expect(renderPlainTelegram('一\n二\n\n三 < 四')).toEqual(['一\n二\n\n三 &lt; 四']);
  });

  it('splits a long list between its lines', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `- 第${index}个地区: 2020、2021`);
    const messages = renderPlainTelegram(lines.join('\n'));

    expect(messages.length).toBeGreaterThan(1);
    expect(messages.flatMap((message) => message.split('\n'))).toEqual(lines);
  });
});

describe('sourceLine()', () => {
  it('leaves the paragraph out for a line of metadata', () => {
    expect(sourceLine(makeCitation({ paragraph: 0, section: [] }))).toBe(
      '《清河县2021年法治政府建设工作报告》',
    );
  });
});
