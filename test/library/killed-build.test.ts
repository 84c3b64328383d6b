import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportText, type TemporaryLibrary, temporaryLibrary } from './temporary-library.ts';

const PROGRAM = fileURLToPath(new URL('build-until-killed.ts', import.meta.url));

/** Builds in a process of its own and kills that process with SIGKILL when it reaches the stage. */
async function killBuildAt(stage: string, { reportsDir, libraryDir }: TemporaryLibrary): Promise<void> {
  const program = ['--import', 'tsx', PROGRAM, reportsDir, libraryDir, stage];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

describe('a build that is killed', () => {
  it.each(['read', 'index', 'save'])(
    'at "%s" leaves the library before usable, and the next build cleans up',
    async (stage) => {
      const place = temporaryLibrary();
      await place.build();
      place.write('west-2020.txt', reportText('西河区', 2020, '#一、信访', '办理信访事项77件。'));

      await killBuildAt(stage, place);

      expect(readdirSync(place.libraryDir).filter((name) => name.startsWith('built-'))).toHaveLength(2);
      const before = await place.open();
      expect(before.searchKeywords(['记录仪'], { limit: 1 })).toHaveLength(1);
      const query = await before.embeddings.embedQuery('执法记录仪');
      expect((await before.searchVectors(query, { limit: 1 })).hits).toHaveLength(1);

      expect((await place.build()).replaced).toEqual(['west-2020.txt']);
      expect(readdirSync(place.libraryDir)).toHaveLength(2);
      expect((await place.open()).searchKeywords(['信访'], { limit: 1 })).toHaveLength(1);
    },
  );
});
