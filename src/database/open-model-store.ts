/**
 * Opens `model.sqlite` in the library's folder: what was paid for at a model (vectors, texts) and what each user took.
 *
 * Everything in it can be had again for money, so a file that cannot be read is never a reason to stop.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from './open-database.ts';

/** Where the file stands in the folder of a library. */
export function modelStorePath(libraryDir: string): string {
  return join(libraryDir, 'model.sqlite');
}

/**
 * Opens the file for one part of the program; several connections and processes may have it open.
 *
 * @throws Error of the driver or the file system when it cannot be opened, read or written.
 */
export function openModelStore(libraryDir: string): Database {
  mkdirSync(libraryDir, { recursive: true });
  const database = openDatabase(modelStorePath(libraryDir));
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
