/**
 * Writes `docs/transcript.md` anew: `node --import tsx test/support/write-transcript.ts`.
 *
 * What stands above the first turn is kept. With a path behind it, it writes there instead.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAssistant } from '../../src/assemble.ts';
import { parseConfig } from '../../src/config.ts';
import { askTranscript, readTranscriptQuestions, renderTranscript, transcriptPath } from './transcript.ts';

const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-transcript-'));
const assistant = await openAssistant(parseConfig({ LIBRARY_DIR: libraryDir }));
try {
  const [preface = ''] = readFileSync(transcriptPath, 'utf8').split(/^## /m, 1);
  const turns = await askTranscript(assistant, readTranscriptQuestions());
  writeFileSync(process.argv[2] ?? transcriptPath, `${preface}${renderTranscript(turns)}`);
} finally {
  assistant.close();
  rmSync(libraryDir, { recursive: true, force: true });
}
