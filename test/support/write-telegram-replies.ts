/**
 * Writes the replies in `docs/telegram.md` and in the README anew:
 * `node --import tsx test/support/write-telegram-replies.ts`.
 */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLibrary, openLibrary } from '../../src/library/library.ts';
import { askReplies, readmePath, renderReadme, renderReplies, repliesPath } from './telegram-replies.ts';

const libraryDir = await mkdtemp(join(tmpdir(), 'zhibao-replies-'));
try {
  const reportsDir = fileURLToPath(new URL('../../data/reports', import.meta.url));
  await buildLibrary({ reportsDir, libraryDir });
  const library = await openLibrary({ libraryDir });
  const replies = await askReplies(library);
  writeFileSync(repliesPath, renderReplies(replies));
  writeFileSync(readmePath, renderReadme(replies));
  library.close();
} finally {
  await rm(libraryDir, { recursive: true, force: true });
}
