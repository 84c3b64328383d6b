import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { describeBuild, describePace, showBuild } from '../../src/chat/show-build.ts';

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

describe('describePace()', () => {
  const pace = { stage: 'enter', startedMs: 0 } as const;

  it('counts, and gives rate and time left once both can be told', () => {
    expect(describePace(pace, 0, 1, 5_000)).toBe('');
    expect(describePace(pace, 30, 300, 500)).toBe(', 30 of 300');
    expect(describePace(pace, 120, 300, 4_000)).toBe(', 120 of 300, 30/s, 6 s left');
    expect(describePace(pace, 10, 300, 10_000)).toBe(', 10 of 300, 1.0/s, 4 min 50 s left');
    expect(describePace(pace, 1, 10_000, 2_000)).toBe(', 1 of 10000, 0.5/s, 5 h 33 min left');
  });
});

describe('showBuild()', () => {
  it('writes a line now and then where nobody watches, and keeps the rate of a step through another', () => {
    const stream = new PassThrough();
    let now = 0;
    const build = showBuild(stream, () => now);

    for (let done = 0; done <= 300; done += 1) {
      now = done * 100;
      build.hooks.onProgress({ stage: 'read', done, total: 300 });
      build.hooks.onProgress({ stage: 'embed', done: 1, total: 2 });
    }

    expect(String(stream.read()).trimEnd().split('\n')).toEqual([
      'Building the library: reading reports, 100 of 300, 10/s, 20 s left',
      'Building the library: reading reports, 200 of 300, 10/s, 10 s left',
      'Building the library: reading reports, 300 of 300, 10/s, 0 s left',
    ]);
  });

  it('draws no bar where nobody watches', () => {
    const stream = new PassThrough();
    const build = showBuild(stream);

    build.hooks.onProgress({ stage: 'read', done: 1, total: 2 });
    build.hooks.onBuilt({ ...nothing, added: ['b'] });
    build.close();

    expect(String(stream.read())).toBe('Library built: 1 added, 1 unchanged\n');
  });
});
