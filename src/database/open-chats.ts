/**
 * Opens `chats.sqlite`, the one file of an installation that nothing can build again: memory, replies, ratings.
 *
 * Each part that keeps something there opens a connection of its own and makes its own tables.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '../errors.ts';
import { type Database, openDatabase } from './open-database.ts';

const SCHEMA_VERSION = 1;
const EMPTY_LOG = 'PRAGMA wal_checkpoint(TRUNCATE)';

/** Where the file stands in the folder of a library. */
export function chatsPath(libraryDir: string): string {
  return join(libraryDir, 'chats.sqlite');
}

/**
 * Opens the file and makes the tables given where they are missing; removed rows are overwritten on the disk.
 *
 * @param tables - `CREATE TABLE IF NOT EXISTS …` statements.
 * @throws LibraryError `chats-unreadable` or `chats-newer`.
 */
export function openChats(libraryDir: string, tables: string): Database {
  const path = chatsPath(libraryDir);
  let database: Database | undefined;
  try {
    mkdirSync(libraryDir, { recursive: true });
    database = openDatabase(path);
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA secure_delete = ON');
    assertVersion(database, path);
    database.exec(`${tables}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof LibraryError) throw cause;
    const message = `Cannot open the memory of chats in "${path}"`;
    throw new LibraryError('chats-unreadable', message, 'Check its permissions, or move the file away', {
      cause,
    });
  }
}

/** Empties the log of changes, so that what was removed is not readable there either. */
export function emptyChangeLog(database: Database): void {
  database.exec(EMPTY_LOG);
}

function assertVersion(database: Database, path: string): void {
  const version = database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
  if (version <= SCHEMA_VERSION) return;
  const message = `Cannot open the memory of chats in "${path}": written in version ${version}, this program reads ${SCHEMA_VERSION}`;
  throw new LibraryError('chats-newer', message, 'Update the program, or move the file away');
}
