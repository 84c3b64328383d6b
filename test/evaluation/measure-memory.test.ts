import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureMemory } from '../../src/evaluation/measure-memory.ts';
import { buildLibrary } from '../../src/library/library.ts';
import { writeFolder } from './graded-folder.ts';

describe('measureMemory()', () => {
  it('lets chats go on for 50 turns and finds their memory grown no more in the second half', async () => {
    const folder = writeFolder({});
    const libraryDir = join(folder, 'library');
    await buildLibrary({ reportsDir: 'data/reports', libraryDir });
    const questions = [
      '花都2019年综合纠错率是多少?',
      "What was Gaozhou's 2021 comprehensive correction rate?",
    ];

    const load = await measureMemory(libraryDir, join(folder, 'memory'), questions, 20);

    expect(load).toMatchObject({ chats: 20, turns: 50 });
    expect(load.turnP95Ms).toBeGreaterThanOrEqual(load.turnP50Ms);
    expect(load.halfwayMb).toBeGreaterThan(0);
    expect(load.endMb).toBeLessThanOrEqual(load.halfwayMb * 1.2);
  });
});
