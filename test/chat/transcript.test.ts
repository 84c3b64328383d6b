import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseTranscript, readTranscriptQuestions, transcriptPath } from '../support/transcript.ts';

const kept = parseTranscript(readFileSync(transcriptPath, 'utf8'));

/** The transcript as the program writes it now. */
function writeTranscript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-transcript-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'transcript.md');
  const writer = fileURLToPath(new URL('../support/write-transcript.ts', import.meta.url));
  execFileSync(process.execPath, ['--import', 'tsx', writer, path], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  return readFileSync(path, 'utf8');
}

describe('docs/transcript.md', () => {
  it('holds at least thirty turns of every kind, in both languages', () => {
    const chinese = kept.filter(({ question }) => /\p{Script=Han}/u.test(question));

    expect(kept.length).toBeGreaterThanOrEqual(30);
    expect(chinese.length).toBeGreaterThanOrEqual(12);
    expect(kept.length - chinese.length).toBeGreaterThanOrEqual(12);
    expect(new Set(kept.map(({ kind }) => kind))).toEqual(
      new Set(['answer', 'compare', 'list', 'summary', 'refusal', 'help', 'command']),
    );
  });

  it('is made of the lines of transcript-questions.txt', () => {
    expect(kept.map(({ question }) => question)).toEqual(readTranscriptQuestions());
  });

  it('shows the kind of reply that each question still gets', () => {
    expect(parseTranscript(writeTranscript())).toEqual(kept);
  });
});
