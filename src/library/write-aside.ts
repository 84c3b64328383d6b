/** Puts a file in place in one step that a crash cannot halve. */
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a new file down to the disk itself. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Replaces a file: whoever reads it finds the old or the new one, and never a part. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // Hidden: what a crash leaves is no report.
  const aside = join(dirname(path), `.${basename(path)}.new`);
  await writeSynced(aside, content);
  await rename(aside, path);
}
