/** Lets one process at a time build a library; another one waits and then finds it built. */
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 200;
const HEARTBEAT_MS = 5_000;
/** A lock without a sign of life for so long was left by a process that is gone. */
const STALE_MS = 60_000;

/** Locks that this process holds, since a restarted container can have the process id of the dead one. */
const held = new Set<string>();

/**
 * Runs `work` while no other process builds in the folder, which is made when it is missing.
 *
 * @throws The signal's reason when it is aborted while waiting, and what `work` throws.
 */
export async function withBuildLock<Result>(
  libraryDir: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  return await withLock(libraryDir, 'build.lock', signal, work);
}

/** The same for other work in a folder, by the name of its lock. */
export async function withLock<Result>(
  folder: string,
  name: string,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  while (!(await takeLock(path))) {
    signal?.throwIfAborted();
    if (await isStale(path)) await rm(path, { force: true });
    else await sleep(POLL_MS, undefined, { ...(signal && { signal }) });
  }
  held.add(path);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() })).finally(() => file.close());
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > STALE_MS) return true;
    const owner: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('host' in owner)) return false;
    if (owner.host !== hostname() || typeof owner.pid !== 'number') return false;
    return owner.pid === process.pid ? !held.has(path) : !isAlive(owner.pid);
  } catch {
    // Just being written, or just released.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
