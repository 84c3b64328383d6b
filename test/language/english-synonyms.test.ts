import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { canonicalStem } from '../../src/language/english-synonyms.ts';

const canon = (word: string) => canonicalStem(stemmer(word));

describe('canonicalStem()', () => {
  it.each([
    ['attendance', 'appearance'],
    ['percentage', 'rate'],
    ['lawsuits', 'litigation'],
    ['resolved', 'settle'],
    ['companies', 'enterprise'],
  ])('gives %s and %s the same stem', (word, other) => {
    expect(canon(word)).toBe(canon(other));
  });

  it('leaves other stems as they are', () => {
    expect(canon('mediation')).toBe(stemmer('mediation'));
    expect(canon('rate')).not.toBe(canon('lawsuit'));
  });
});
