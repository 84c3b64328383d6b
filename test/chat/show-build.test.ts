import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { describeBuild, showBuild } from '../../src/chat/show-build.ts';

const nothing = {
  added: [],
  replaced: [],
  unchanged: ['a'],
  removed: [],
  skipped: [],
  warnings: [],
  rebuilt: false,
};

describe('describeBuild()', () => {
  it('says nothing where nothing changed', () => {
    expect(describeBuild(nothing)).toEqual([]);
  });

  it('counts what changed and names the files that are skipped or look wrong', () => {
    const result = {
      ...nothing,
      added: ['b', 'c'],
      removed: ['d'],
      skipped: [{ file: 'e.txt', reason: 'it is empty' }],
      warnings: [{ file: 'c', reason: 'same region and year as "b"' }],
    };

    expect(describeBuild(result)).toEqual([
      'Library built: 2 added, 1 removed, 1 unchanged, 1 skipped',
      '  skipped "e.txt": it is empty',
      '  look at "c": same region and year as "b"',
    ]);
  });

  it('names a file that is not held even where nothing changed', () => {
    expect(describeBuild({ ...nothing, skipped: [{ file: 'e.txt', reason: 'it is empty' }] })).toHaveLength(
      1,
    );
  });

  it('counts the files of a large folder instead of naming all', () => {
    const skipped = Array.from({ length: 500 }, (_, index) => ({
      file: `${index}.txt`,
      reason: 'it is empty',
    }));

    expect(describeBuild({ ...nothing, skipped }).at(-1)).toBe('  … and 480 more');
  });
});

describe('showBuild()', () => {
  it('draws no bar where nobody watches', () => {
    const stream = new PassThrough();
    const build = showBuild(stream);

    build.hooks.onProgress({ stage: 'read', done: 1, total: 2 });
    build.hooks.onBuilt({ ...nothing, added: ['b'] });
    build.close();

    expect(String(stream.read())).toBe('Library built: 1 added, 1 unchanged\n');
  });
});
