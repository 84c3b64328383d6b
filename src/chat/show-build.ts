/**
 * Shows the building of the library on standard error: a bar on a terminal, a line now and then elsewhere, and one
 * line about what changed at the end. A library that is up to date shows nothing.
 */
import type { SingleBar } from 'cli-progress';
import type { IngestProgress } from '../ingest/ingest.ts';
import type { BuildResult, FileNote } from '../library/library.ts';

/** Files named before the rest is only counted. */
const maxFilesNamed = 20;

/** What the bar says of each step. */
const stages: Readonly<Record<IngestProgress['stage'], string>> = {
  scan: 'looking at the files',
  enter: 'entering reports',
  read: 'reading reports',
  embed: 'embedding paragraphs',
  words: 'gathering words',
  index: 'indexing paragraphs',
  save: 'saving',
};

/** What is over sooner is not worth a bar, nor loading the package that draws it. */
const quietMs = 300;
/** Between two lines where there is no terminal. */
const lineMs = 10_000;

/** Standard error, or what stands for it. */
export type BuildStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** What a build and whoever waits for it are told. */
export interface ShownBuild {
  /** Hand these to the build. */
  readonly hooks: {
    readonly onProgress: (progress: IngestProgress) => void;
    readonly onBuilt: (result: BuildResult) => void;
  };
  /** Takes the bar away until there is progress again, for a question that is asked meanwhile. */
  pause(): void;
  /** Removes the bar; may be called twice. */
  close(): void;
}

/**
 * Opens the display; nothing is drawn before the build has taken 0.3 s.
 *
 * @param now - The clock, in milliseconds.
 */
export function showBuild(stream: BuildStream, now = () => performance.now()): ShownBuild {
  let started: number | undefined;
  let bar: SingleBar | undefined;
  let loading = false;
  let closed = false;
  let told: number | undefined;
  const paces = new Map<IngestProgress['stage'], Pace>();

  return { hooks: { onProgress, onBuilt }, pause, close };

  function onProgress({ stage, done, total }: IngestProgress): void {
    if (closed) return;
    started ??= now();
    const pace = paceOf(stage, done, total);
    // Paragraphs are embedded in between, as they are read.
    if (stage === 'embed' && isOpen(paces.get('read'))) return;
    const shown = describePace(pace, done, total, now());
    if (stream.isTTY !== true) {
      if (now() - (told ?? started) < lineMs) return;
      told = now();
      stream.write(`Building the library: ${stages[stage]}${shown}\n`);
    } else if (bar) {
      bar.setTotal(Math.max(total, 1));
      bar.update(done, { stage: stages[stage], pace: shown });
    } else if (!loading && now() - started > quietMs) {
      loading = true;
      void loadBar(stage);
    }
  }

  /** A step goes on where it was when another one came in between; it begins anew when it counts from the start. */
  function paceOf(stage: IngestProgress['stage'], done: number, total: number): Pace {
    const before = paces.get(stage);
    const goesOn = before !== undefined && done >= before.done && total === before.total;
    const pace = { stage, startedMs: goesOn ? before.startedMs : now(), done, total };
    paces.set(stage, pace);
    return pace;
  }

  async function loadBar(stage: IngestProgress['stage']): Promise<void> {
    const { default: progress } = await import('cli-progress');
    if (closed) return;
    bar = new progress.SingleBar({
      stream,
      format: 'Building the library {bar} {percentage}% {stage}{pace}',
      barsize: 30,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      hideCursor: true,
      // Signals are the caller's: it stops the build and then closes this.
      gracefulExit: false,
    });
    bar.start(1, 0, { stage: stages[stage], pace: '' });
  }

  function onBuilt(result: BuildResult): void {
    close();
    const lines = describeBuild(result);
    if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
  }

  function pause(): void {
    bar?.stop();
    bar = undefined;
    loading = false;
  }

  function close(): void {
    closed = true;
    bar?.stop();
    bar = undefined;
  }
}

/** When a step began. */
interface Pace {
  readonly stage: IngestProgress['stage'];
  readonly startedMs: number;
  /** How far it is. */
  readonly done: number;
  readonly total: number;
}

/** A rate that is measured over less says nothing. */
const minPaceMs = 1_000;

function isOpen(pace: Pace | undefined): boolean {
  return pace !== undefined && pace.done < pace.total;
}

/** `, 120 of 300, 41/s, 4 s left`; nothing for a step that has only just begun or cannot be counted. */
export function describePace(
  { startedMs }: Pick<Pace, 'startedMs'>,
  done: number,
  total: number,
  now = performance.now(),
): string {
  const seconds = (now - startedMs) / 1000;
  if (total <= 1) return '';
  const counted = `, ${done} of ${total}`;
  if (seconds * 1000 < minPaceMs || done === 0) return counted;
  const rate = done / seconds;
  const shown = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
  return `${counted}, ${shown}/s, ${describeDuration((total - done) / rate)} left`;
}

function describeDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
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
