import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderBenchmark } from '../../src/evaluation/benchmark.ts';
import { measureSpeed } from '../../src/evaluation/measure-speed.ts';
import { writeFolder } from './graded-folder.ts';

describe('measureSpeed()', () => {
  it('measures every step of a library', async () => {
    const questions = ['花都2019年综合纠错率是多少?', '高州2021年综合纠错率是多少?'];

    const speed = await measureSpeed('data/reports', join(writeFolder({}), 'library'), questions);

    expect(speed).toMatchObject({ reports: 5, skipped: 0 });
    expect(Object.values(speed).filter((value) => !(value >= 0))).toEqual([]);
    expect(renderBenchmark({ libraries: [{ ...speed, startUpMs: 1234 }], memory: undefined })).toMatch(
      /^npm run ask, whole process, ms\s+1234$/m,
    );
  });
});
