/**
 * Keeps a conversation on the newest library of a folder, whoever builds it: this process or another one.
 *
 * The manifest is looked at every two seconds: asking for one file's status costs next to nothing, and unlike events
 * of the file system it works on every disk, also on one that is shared over a network.
 */
import { stat } from 'node:fs/promises';
import { type Library, manifestPath, openLibrary, readManifest } from '../library/library.ts';
import { describeError, type Log } from '../log.ts';
import type { LiveConversation } from './live-conversation.ts';

const LOOK_EVERY_MS = 2_000;

/** What is watched, how often, and which conversation follows. */
export interface FollowOptions {
  readonly libraryDir: string;
  readonly conversation: Pick<LiveConversation, 'library' | 'switchTo'>;
  readonly log: Log;
  /** Default: 2 s. */
  readonly everyMs?: number;
}

/** What keeps a conversation on the newest library. */
export interface FollowedLibrary {
  /** Looks at once; resolves when the newest library is in use. */
  refresh(): Promise<void>;
  /** Looks no more; what is being opened is closed again. */
  close(): void;
}

/** Starts to look. A library that cannot be opened is reported once, and the one before stays in use. */
export function followLibrary(options: FollowOptions): FollowedLibrary {
  const { libraryDir, conversation, log, everyMs = LOOK_EVERY_MS } = options;
  let isClosed = false;
  let seen: string | undefined;
  let looking = Promise.resolve();

  const open = async (): Promise<Library | undefined> => {
    const { manifest, embeddings } = conversation.library();
    const next = await readManifest(libraryDir);
    if (next === undefined || next.folder === manifest.folder) return undefined;
    return await openLibrary({ libraryDir, embeddings });
  };

  const take = async (): Promise<void> => {
    const library = await open();
    if (library === undefined) return;
    if (isClosed) {
      library.close();
      return;
    }
    const before = conversation.library().manifest.counts.reports;
    conversation.switchTo(library);
    log.info({ reports: library.manifest.counts.reports, before }, 'Answering from the library built anew');
  };

  /** One look after the other, so that a slow one does not bring back what a later one has replaced. */
  const look = (): Promise<void> => {
    looking = looking.then(async () => {
      if (isClosed) return;
      const now = await statusOf(libraryDir);
      if (now === undefined || now === seen) return;
      seen = now;
      await take().catch((error: unknown) => {
        log.warn({ error: describeError(error) }, 'Cannot open the library built anew; answering as before');
      });
    });
    return looking;
  };

  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    refresh: look,
    close() {
      isClosed = true;
      clearInterval(timer);
    },
  };
}

/** Changes with every manifest: each is a new file put in the place of the one before. */
async function statusOf(libraryDir: string): Promise<string | undefined> {
  try {
    const { ino, mtimeMs, size } = await stat(manifestPath(libraryDir));
    return [ino, mtimeMs, size].join(' ');
  } catch {
    return undefined;
  }
}
