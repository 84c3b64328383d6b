import { describe, expect, it } from 'vitest';
import { parseTelegramHtml, readTelegramHtml } from './parse-telegram-html.ts';

describe('readTelegramHtml()', () => {
  it('gives text and markup in UTF-16 units', () => {
    const read = readTelegramHtml('👍 <b>48件 &lt; <i>50</i></b><a href="https://e.cn/?a=1">出处</a>');

    expect(read.text).toBe('👍 48件 < 50出处');
    expect(read.entities).toEqual([
      { type: 'bold', offset: 3, length: 8 },
      { type: 'italic', offset: 9, length: 2 },
      { type: 'text_link', offset: 11, length: 2, url: 'https://e.cn/?a=1' },
    ]);
  });

  it('takes a code block with its language, an expandable quotation and a spoiler', () => {
    const html =
      '<pre><code class="language-js">1</code></pre><blockquote expandable>2</blockquote><span class="tg-spoiler">3</span>';

    expect(readTelegramHtml(html).entities.map(({ type }) => type)).toEqual([
      'pre',
      'code',
      'blockquote',
      'spoiler',
    ]);
  });

  it.each([
    ['a < b', 'Character "<" must be escaped'],
    ['a > b', 'Character ">" must be escaped'],
    ['a & b', 'Character "&" must be escaped'],
    ['&nbsp;', 'Character "&" must be escaped'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['x</b>', 'Unexpected end tag'],
    ['<b><i>x</b></i>', 'Unmatched end tag, expected "</i>", found "</b>"'],
    ['<p>x</p>', 'Unsupported start tag "p"'],
    ['<a>x</a>', 'Tag "a" can\'t have the attributes ""'],
    ['<b class="x">x</b>', 'Tag "b" can\'t have the attributes "class="x""'],
    ['<code><b>x</b></code>', 'Tag "b" can\'t stand inside "code"'],
    ['<blockquote><blockquote>x</blockquote></blockquote>', 'Tag "blockquote" can\'t be nested'],
  ])('refuses %s', (html, reason) => {
    expect(() => parseTelegramHtml(html)).toThrow(`can't parse entities: ${reason}`);
  });
});
