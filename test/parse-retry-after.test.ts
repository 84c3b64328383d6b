import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../src/parse-retry-after.ts';

describe('parseRetryAfter()', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['3', 3_000],
    ['0.5', 500],
    ['Sun, 01 Mar 2026 12:00:10 GMT', 10_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['', undefined],
    ['soon', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('reads %s', (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds);
  });
});
