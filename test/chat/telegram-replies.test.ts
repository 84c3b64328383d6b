import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readmePath, repliesPath } from '../support/telegram-replies.ts';

describe('docs/telegram.md and the README', () => {
  it('show the replies that the bot still sends', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibao-replies-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const writer = fileURLToPath(new URL('../support/write-telegram-replies.ts', import.meta.url));

    execFileSync(process.execPath, ['--import', 'tsx', writer, folder]);

    for (const path of [repliesPath, readmePath])
      expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(folder, basename(path)), 'utf8'));
  });
});
