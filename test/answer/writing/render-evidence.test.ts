import { describe, expect, it } from 'vitest';
import { cutAround } from '../../../src/answer/writing/render-evidence.ts';

const sentences = Array.from({ length: 9 }, (_, index) => `第${index}句讲了事情${index}。`);
const text = sentences.join('');

describe('cutAround()', () => {
  it('leaves a short paragraph whole', () => {
    expect(cutAround(text, ['事情4'])).toBe(text);
  });

  it('keeps the sentence that is cited and its neighbours, cut at sentence ends', () => {
    expect(cutAround(text, ['事情4'], 30)).toBe(`…${sentences.slice(3, 6).join('')}…`);
  });

  it('never cuts away what is cited, however long', () => {
    const kept = cutAround(text, ['事情1', '事情7'], 15);

    expect(kept).toBe(`…${sentences[1]}…${sentences[7]}…`);
  });

  it('begins at the beginning where nothing is cited', () => {
    expect(cutAround(text, [], 20)).toBe(`${sentences.slice(0, 2).join('')}…`);
  });
});
