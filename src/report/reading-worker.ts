/** A thread that reads one file after the other; see `reading-threads.ts`. */

import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { ReportError } from '../errors.ts';
import { readDocument } from './files/read-document.ts';
import { parseDocument } from './parse-report.ts';
import type { ReadingJob, ReadingResult } from './reading-job.ts';

parentPort?.on('message', async (job: ReadingJob) => {
  parentPort?.postMessage(await read(job));
});

parentPort?.postMessage('ready');

async function read({ bytes, file, contentType, hints }: ReadingJob): Promise<ReadingResult> {
  try {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const text = await readDocument(bytes, file, contentType === undefined ? {} : { contentType });
    return { report: parseDocument(text, { file, hash }, hints) };
  } catch (error) {
    if (error instanceof ReportError) return { reason: error.reason, cure: error.cure };
    // What no rule foresaw is the file's fault until shown otherwise: the others go on.
    const said = error instanceof Error ? error.message : String(error);
    return {
      reason: `it cannot be read (${said})`,
      cure: 'Save the text of the report as plain text and try again',
    };
  }
}
