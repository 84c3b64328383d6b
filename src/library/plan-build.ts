/** What a build has to do: what the folder of reports holds now against what the library was built from. */
import { existsSync } from 'node:fs';
import { identityKey } from './identity-key.ts';
import { builtFiles } from './library-folder.ts';
import { type FileNote, LIBRARY_FORMAT, type Manifest } from './manifest.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import type { FoundFile } from './scan-reports.ts';

/** What a build takes over, and what it reads. */
export interface BuildPlan {
  /** The library to go on from. */
  readonly previous: Manifest | undefined;
  /** Whether all files are read again, because what reads or embeds them changed. */
  readonly isFresh: boolean;
  readonly isNothing: boolean;
  /** Files to read. */
  readonly toRead: readonly FoundFile[];
  /** Files whose reports leave the library before that. */
  readonly toRemove: readonly string[];
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Files that were no reports before and have not changed. */
  readonly skipped: readonly FileNote[];
  /** Hash of what is known of a file, where something is; by file. */
  readonly known: ReadonlyMap<string, string>;
  /** Ids that belong to files, whether they are built yet or not. */
  readonly reservedIds: ReadonlySet<string>;
}

/** What the library is to be. */
export interface Wanted {
  readonly libraryDir: string;
  readonly version: string;
  readonly embeddings: NamedEmbeddings;
  readonly rebuild: boolean;
}

/** Compares files by their bytes and by what is known of them; pure but for a look whether the database is there. */
export function planBuild(
  found: readonly FoundFile[],
  manifest: Manifest | undefined,
  wanted: Wanted,
): BuildPlan {
  const previous = manifest?.format === LIBRARY_FORMAT ? manifest : undefined;
  const isFresh = !previous || wanted.rebuild || !isContinuable(previous, wanted);
  const heldHash = (file: string) => previous?.reports[file]?.hash;
  const wasSkipped = ({ file, hash, known }: FoundFile) =>
    !isFresh &&
    previous?.skipped[file]?.hash === (hash ?? '') &&
    previous.skipped[file].known === identityKey(known);
  const isSame = ({ file, hash, known }: FoundFile) =>
    heldHash(file) === hash && previous?.reports[file]?.known === identityKey(known);
  const names = new Set(found.map(({ file }) => file));
  const removed = Object.keys(previous?.reports ?? {}).filter((file) => !names.has(file));
  const toRead = isFresh ? found : found.filter((file) => !isSame(file) && !wasSkipped(file));
  const forgotten = Object.keys(previous?.skipped ?? {}).some((file) => !names.has(file));
  const replaced = found
    .filter((file) => heldHash(file.file) !== undefined && !isSame(file))
    .map(({ file }) => file);
  return {
    previous,
    isFresh,
    isNothing: !isFresh && toRead.length === 0 && removed.length === 0 && !forgotten,
    toRead,
    toRemove: isFresh ? [] : [...removed, ...replaced],
    added: found.filter(({ file }) => heldHash(file) === undefined).map(({ file }) => file),
    replaced,
    unchanged: found.filter(isSame).map(({ file }) => file),
    removed,
    skipped: found
      .filter(wasSkipped)
      .map(({ file }) => ({ file, reason: previous?.skipped[file]?.reason ?? 'not a report' })),
    known: new Map(
      found.flatMap(({ file, known }) => {
        const key = identityKey(known);
        return key === undefined ? [] : [[file, key] as const];
      }),
    ),
    reservedIds: new Set(found.flatMap(({ known }) => known?.id ?? [])),
  };
}

function isContinuable(previous: Manifest, { libraryDir, version, embeddings }: Wanted): boolean {
  const { name, dimension, version: embeddingVersion } = previous.embedding;
  return (
    previous.version === version &&
    name === embeddings.name &&
    dimension === embeddings.dimension &&
    embeddingVersion === embeddings.version &&
    existsSync(builtFiles(libraryDir, previous.folder).database)
  );
}
