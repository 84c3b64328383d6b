/**
 * Writes the replies in `docs/telegram.md` and in the README anew:
 * `node --import tsx test/support/write-telegram-replies.ts`. With a folder behind it, it writes there instead.
 */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLibrary, openLibrary } from '../../src/library/library.ts';
import { askReplies, readmePath, renderReadme, renderReplies, repliesPath } from './telegram-replies.ts';

const libraryDir = await mkdtemp(join(tmpdir(), 'zhibao-replies-'));
try {
  const reportsDir = fileURLToPath(new URL('../../data/reports', import.meta.url));
  await buildLibrary({ reportsDir, libraryDir });
  const library = await openLibrary({ libraryDir });
  const replies = await askReplies(library);
  const [, , folder] = process.argv;
  const pathOf = (path: string) => (folder === undefined ? path : join(folder, basename(path)));
  writeFileSync(pathOf(repliesPath), renderReplies(replies));
  writeFileSync(pathOf(readmePath), renderReadme(replies));
  library.close();
} finally {
  await rm(libraryDir, { recursive: true, force: true });
}
