/**
 * Shows the building of the library on standard error: a bar on a terminal, and one line about what
 * changed at the end. A library that is up to date shows nothing.
 */
import type { SingleBar } from 'cli-progress';
import type { BuildProgress, BuildResult, FileNote } from '../library/library.ts';

/** Files named before the rest is only counted. */
const maxFilesNamed = 20;

/** What the bar says of each step. */
const stages: Readonly<Record<BuildProgress['stage'], string>> = {
  scan: 'looking at the files',
  read: 'reading reports',
  embed: 'embedding paragraphs',
  words: 'gathering words',
  index: 'indexing paragraphs',
  save: 'saving',
};

/** What is over sooner is not worth a bar, nor loading the package that draws it. */
const quietMs = 300;

/** Standard error, or what stands for it. */
export type BuildStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface ShownBuild {
  /** Hand these to the build. */
  readonly hooks: {
    readonly onProgress: (progress: BuildProgress) => void;
    readonly onBuilt: (result: BuildResult) => void;
  };
  /** Removes the bar; may be called twice. */
  close(): void;
}

/** Opens the display; nothing is drawn before the build has taken 0.3 s. */
export function showBuild(stream: BuildStream): ShownBuild {
  let started: number | undefined;
  let bar: SingleBar | undefined;
  let loading = false;
  let closed = false;

  return { hooks: { onProgress, onBuilt }, close };

  function onProgress({ stage, done, total }: BuildProgress): void {
    if (closed || stream.isTTY !== true) return;
    started ??= performance.now();
    if (bar) {
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { stage: stages[stage] });
    } else if (!loading && performance.now() - started > quietMs) {
      loading = true;
      void loadBar(stage);
    }
  }

  async function loadBar(stage: BuildProgress['stage']): Promise<void> {
    const { default: progress } = await import('cli-progress');
    if (closed) return;
    bar = new progress.SingleBar({
      stream,
      format: 'Building the library {bar} {percentage}% {stage}',
      barsize: 30,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      hideCursor: true,
      // Signals are the caller's: it stops the build and then closes this.
      gracefulExit: false,
    });
    bar.start(1, 0, { stage: stages[stage] });
  }

  function onBuilt(result: BuildResult): void {
    close();
    const lines = describeBuild(result);
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
  }

  function close(): void {
    closed = true;
    bar?.stop();
    bar = undefined;
  }
}

/**
 * Says what a build changed, and which files look wrong. A file that is not held is named every time:
 * whoever misses its report finds the reason here.
 */
export function describeBuild(result: BuildResult): readonly string[] {
  const { added, replaced, removed, unchanged, rebuilt, skipped, warnings } = result;
  const notHeld = nameFiles('skipped', skipped);
  if (!rebuilt && added.length + replaced.length + removed.length === 0) return notHeld;
  const counts = [
    [added.length, 'added'],
    [replaced.length, 'replaced'],
    [removed.length, 'removed'],
    [unchanged.length, rebuilt ? 'read again' : 'unchanged'],
    [skipped.length, 'skipped'],
  ] as const;
  const shown = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [`Library built: ${shown.join(', ')}`, ...notHeld, ...nameFiles('look at', warnings)];
}

function nameFiles(what: string, files: readonly FileNote[]): readonly string[] {
  const named = files
    .slice(0, maxFilesNamed)
    .map(({ file, reason }) => oneLine(`  ${what} "${file}": ${reason}`));
  const others = files.length - named.length;
  return others > 0 ? [...named, `  … and ${others} more`] : named;
}

/** A file's name may hold line breaks and what steers a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
}
