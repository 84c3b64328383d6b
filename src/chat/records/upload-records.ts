/**
 * Reports that administrators have sent and not yet added: a row for each, its bytes in `uploads/` beside the file.
 *
 * A button carries the number of a row, which is found only from its own chat. After 48 hours rows and bytes go, also
 * those of reports that were added: the bytes of these stand in the folder of reports.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../database/open-database.ts';
import { writeSynced } from '../../library/write-aside.ts';
import type { Upload, UploadClosing } from '../uploads/upload.ts';
import { hashKey } from './hash-key.ts';
import { createUploadPrompts, PROMPT_TABLE, type UploadPrompts } from './upload-prompts.ts';

/** A report that was sent, as it is kept. */
export interface KeptUpload extends Upload {
  readonly id: number;
  /** `adding` from the press of Add on, also after a crash. */
  readonly state: 'open' | 'adding' | 'over';
  /** The message that shows it. */
  readonly message?: number;
}

/** Where and by which update it came. */
interface UploadOrigin {
  /** Key of the memory of who sent it. */
  readonly owner: string;
  readonly chatId: number;
  readonly update: number;
}

/** Reports that were sent, until they are added or 48 hours are over. */
export interface UploadRecords extends UploadPrompts {
  /** Keeps a report and its bytes; returns its number. */
  add(upload: Upload, bytes: Uint8Array, origin: UploadOrigin): Promise<number>;
  /** The report of a number, where it was sent in this chat and is still kept. */
  find(id: number, chatId: number): KeptUpload | undefined;
  /** The report that came with an update, where an earlier try has kept it. */
  findByUpdate(chatId: number, update: number): KeptUpload | undefined;
  /** Its bytes; `undefined` where they are gone. */
  bytes(id: number): Promise<Uint8Array | undefined>;
  /** Replaces what is kept of it. */
  change(id: number, upload: Upload): void;
  setState(id: number, state: 'open' | 'adding'): void;
  setMessage(id: number, message: number): void;
  /** Ends it, and removes its bytes. */
  close(id: number, closing: UploadClosing): void;
  /** Removes it. */
  remove(id: number): void;
  /** Whether somebody was told that only administrators may send reports. */
  isTold(person: string): boolean;
  setTold(person: string): void;
  /** Removes all that a person has sent here. */
  forget(owner: string): void;
}

/** SQL that makes the tables of these records where they are missing. */
export const UPLOAD_TABLES = `
  CREATE TABLE IF NOT EXISTS uploads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, chat TEXT NOT NULL, asked INTEGER NOT NULL,
    at INTEGER NOT NULL, state TEXT NOT NULL, message INTEGER, file TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS uploads_by_update ON uploads (chat, asked);
  ${PROMPT_TABLE};
  CREATE TABLE IF NOT EXISTS upload_strangers (person TEXT PRIMARY KEY) STRICT`;

const KEPT_MS = 48 * 60 * 60 * 1000;
const FIELDS = 'id, state, message, body, file';

interface Row {
  readonly id: number;
  readonly state: KeptUpload['state'];
  readonly message: number | null;
  readonly body: string;
  readonly file: string;
}

/** Reads and writes the reports sent of an open file in `libraryDir`; `now` in milliseconds since 1970. */
export function createUploadRecords(
  database: Database,
  libraryDir: string,
  now: () => number,
): UploadRecords {
  const folder = join(libraryDir, 'uploads');
  const insert = database.prepare<{ id: number }>(
    "INSERT INTO uploads (owner, chat, asked, at, state, file, body) VALUES (?, ?, ?, ?, 'open', ?, ?) RETURNING id",
  );
  const byId = database.prepare<Row>(`SELECT ${FIELDS} FROM uploads WHERE id = ? AND chat = ? AND at >= ?`);
  const byUpdate = database.prepare<Row>(
    `SELECT ${FIELDS} FROM uploads WHERE chat = ? AND asked = ? AND at >= ? ORDER BY id DESC LIMIT 1`,
  );
  const fileOf = database.prepare<{ file: string }>('SELECT file FROM uploads WHERE id = ?');
  const bodyOf = database.prepare<{ body: string }>('SELECT body FROM uploads WHERE id = ?');
  const setBody = database.prepare('UPDATE uploads SET body = ? WHERE id = ?');
  const setState = database.prepare('UPDATE uploads SET state = ? WHERE id = ?');
  const setMessage = database.prepare('UPDATE uploads SET message = ? WHERE id = ?');
  const removeOne = database.prepare('DELETE FROM uploads WHERE id = ?');
  const removeOld = database.prepare('DELETE FROM uploads WHERE at < ?');
  const owned = database.prepare<{ id: number }>('SELECT id FROM uploads WHERE owner = ?');
  const files = database.prepare<{ file: string }>("SELECT file FROM uploads WHERE state != 'over'");
  const { removeOldPrompts, removeLonePrompts, ...prompts } = createUploadPrompts(database, now);
  const told = database.prepare('SELECT person FROM upload_strangers WHERE person = ?');
  const tell = database.prepare('INSERT OR IGNORE INTO upload_strangers (person) VALUES (?)');

  const dropBytes = (id: number): void => {
    const file = fileOf.get(id)?.file;
    if (file !== undefined) rmSync(join(folder, file), { force: true });
  };
  const remove = (id: number): void => {
    dropBytes(id);
    removeOne.run(id);
    removeLonePrompts();
  };
  /** What is too old goes, and bytes that no row names once they are as old. */
  const sweep = (): void => {
    const oldest = now() - KEPT_MS;
    removeOld.run(oldest);
    removeOldPrompts(oldest);
    const named = new Set(files.all().map(({ file }) => file));
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const path = join(folder, name);
      if (!named.has(name) && isOlder(path, oldest)) rmSync(path, { force: true });
    }
  };
  sweep();

  return {
    async add(upload, bytes, { owner, chatId, update }) {
      sweep();
      const file = randomUUID();
      await mkdir(folder, { recursive: true });
      await writeSynced(join(folder, file), bytes);
      const values = [hashKey(owner), hashKey(chatId), update, now(), file, JSON.stringify(upload)] as const;
      // `all` runs the statement to its end, so that the row is there for good.
      const id = insert.all(...values)[0]?.id;
      if (id === undefined) throw new Error('The report was not kept');
      return id;
    },
    find: (id, chatId) => parseRow(byId.get(id, hashKey(chatId), now() - KEPT_MS)),
    findByUpdate: (chatId, update) => parseRow(byUpdate.get(hashKey(chatId), update, now() - KEPT_MS)),
    async bytes(id) {
      const file = fileOf.get(id)?.file;
      if (file === undefined) return undefined;
      return await readFile(join(folder, file)).then(
        (bytes) => new Uint8Array(bytes),
        () => undefined,
      );
    },
    change: (id, upload) => setBody.run(JSON.stringify(upload), id),
    setState: (id, state) => setState.run(state, id),
    setMessage: (id, message) => setMessage.run(message, id),
    close(id, closing) {
      const body = bodyOf.get(id)?.body;
      if (body === undefined) return;
      database.transaction(() => {
        setBody.run(JSON.stringify({ ...(JSON.parse(body) as Upload), closing }), id);
        setState.run('over', id);
      });
      dropBytes(id);
    },
    remove,
    ...prompts,
    isTold: (person) => told.get(hashKey(person)) !== undefined,
    setTold: (person) => tell.run(hashKey(person)),
    forget(owner) {
      for (const { id } of owned.all(hashKey(owner))) remove(id);
    },
  };
}

function parseRow(row: Row | undefined): KeptUpload | undefined {
  if (!row) return undefined;
  const { id, state, message, body } = row;
  return { ...(JSON.parse(body) as Upload), id, state, ...(message === null ? {} : { message }) };
}

function isOlder(path: string, than: number): boolean {
  try {
    return statSync(path).mtimeMs < than;
  } catch {
    return false;
  }
}
