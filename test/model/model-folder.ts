/** A folder for `model.sqlite`, removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes the folder. */
export function makeModelFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
