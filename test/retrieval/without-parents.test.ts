import { describe, expect, it } from 'vitest';
import { findRegions } from '../../src/language/find-regions.ts';
import { withoutParents } from '../../src/retrieval/without-parents.ts';

function meant(text: string): string[] {
  return withoutParents(findRegions(text, { known: [] }), text).map((mention) => mention.text);
}

describe('withoutParents()', () => {
  it('leaves out a place that only says where another one lies', () => {
    expect(meant('广州市今年的报告里花都区怎么样')).toEqual(['花都区']);
  });

  it.each(['兰州市和兰州市城关区2020年的出庭应诉率', '兰州市2020年与兰州市城关区2020年相比'])(
    'keeps a city that is set beside its own district: %s',
    (text) => {
      expect(meant(text)).toEqual(['兰州市', '兰州市城关区']);
    },
  );
});
