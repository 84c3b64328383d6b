import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isDiskFull, openDatabase } from '../../src/database/open-database.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { VectorIndex } from '../../src/library/vector-index.ts';
import { reportText, temporaryLibrary } from './temporary-library.ts';

/** A disk of a few megabytes, or `undefined` where mounting is not permitted. */
function mountSmallDisk(kilobytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-disk-'));
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    // The driver lets go of a file only when its statements are garbage-collected, so the disk is busy until then.
    execFileSync('/bin/umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const LARGE_REPORT = reportText(
  '北原市',
  2021,
  ...Array.from({ length: 2_000 }, (_, n) => `办理第${n}类公证事项${n}件。`),
);

describe('a full disk', () => {
  it('is reported with a cure by a build, and the library before stays', async (context) => {
    const disk = mountSmallDisk(4_096);
    if (!disk) return context.skip('mounting is not permitted here');
    const libraryDir = join(disk, 'library');
    const place = temporaryLibrary();
    await place.build({ libraryDir });
    place.write('large.txt', LARGE_REPORT);

    const build = place.build({ libraryDir });

    await expect(build).rejects.toMatchObject({
      name: 'LibraryError',
      code: 'disk-full',
      cure: expect.any(String),
    });
    expect(readdirSync(libraryDir).filter((name) => name.startsWith('built-'))).toHaveLength(1);
    const library = await openLibrary({ libraryDir });
    onTestFinished(() => library.close());
    expect(library.reports()).toHaveLength(3);
    expect(library.searchKeywords(['复议'], { limit: 9 })).toHaveLength(3);
  });

  it('is noticed although the vector index reports its write as done', async (context) => {
    const disk = mountSmallDisk(128);
    if (!disk) return context.skip('mounting is not permitted here');
    const index = VectorIndex.create(64, 2_000);
    for (let label = 0; label < 2_000; label++)
      index.add(
        label,
        Array.from({ length: 64 }, (_, at) => Math.sin(label * at + 1)),
      );

    await expect(index.write(join(disk, 'vectors.hnsw'))).rejects.toMatchObject({
      code: 'vectors-unwritable',
    });
  });

  it('is reported where there is no room for the first byte', async (context) => {
    const disk = mountSmallDisk(64);
    if (!disk) return context.skip('mounting is not permitted here');
    writeFileSync(join(disk, 'rest'), new Uint8Array(statfsSync(disk).bavail * statfsSync(disk).bsize));
    const place = temporaryLibrary();

    await expect(place.build({ libraryDir: join(disk, 'library') })).rejects.toMatchObject({
      code: 'disk-full',
    });
  });

  it('is told from other errors of the database', (context) => {
    const disk = mountSmallDisk(256);
    if (!disk) return context.skip('mounting is not permitted here');
    mkdirSync(join(disk, 'x'));
    const database = openDatabase(join(disk, 'x', 'a.sqlite'));
    onTestFinished(() => database.close());
    database.exec('CREATE TABLE t (a)');
    const insert = database.prepare('INSERT INTO t VALUES (?)');

    const failure = (work: () => void) => {
      try {
        work();
      } catch (error) {
        return isDiskFull(error);
      }
      return undefined;
    };

    expect(failure(() => insert.run(new Uint8Array(1_000_000)))).toBe(true);
    expect(failure(() => database.exec('SELECT nothing'))).toBe(false);
  });
});
