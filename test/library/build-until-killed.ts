/** Builds a library and stops for ever at a stage, so that a test can kill the process there. Run as a program. */
import { buildLibrary } from '../../src/library/build-library.ts';
import { parsePlain } from './plain-report.ts';

const [reportsDir = '', libraryDir = '', stage] = process.argv.slice(2);

await buildLibrary({
  reportsDir,
  libraryDir,
  parse: parsePlain,
  version: 'test',
  onProgress: (progress) => {
    if (progress.stage !== stage) return;
    process.stdout.write('stopped\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
