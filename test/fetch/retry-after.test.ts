import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../src/fetch/retry-after.ts';

describe('readRetryAfter()', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['3', 3_000],
    ['Sun, 01 Mar 2026 12:00:10 GMT', 10_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads %s', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});
