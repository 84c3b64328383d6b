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
import type { CorrectedField, Upload, UploadClosing } from '../uploads/upload.ts';
import { hashKey } from './hash-key.ts';

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

/** A question about a report that was sent: which region, which year. */
export interface UploadPrompt {
  readonly upload: number;
  readonly field: CorrectedField;
  /** The message that asks. */
  readonly message: number;
}

/** Which message may be an answer. */
export interface PossibleAnswer {
  readonly chatId: number;
  readonly message: number;
  readonly repliesTo?: number | undefined;
}

/** Reports that were sent, until they are added or 48 hours are over. */
export interface UploadRecords {
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
  /** Notes that a message asks about it. */
  addPrompt(prompt: UploadPrompt, chatId: number): void;
  /** What a message answers: the one that it replies to, or that it answered before. */
  findPrompt(answer: PossibleAnswer): UploadPrompt | undefined;
  /** The last question of a chat that waits for an answer, where it was asked within ten minutes. */
  openPrompt(chatId: number): UploadPrompt | undefined;
  setAnswer(prompt: UploadPrompt, answer: PossibleAnswer): void;
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
  CREATE TABLE IF NOT EXISTS upload_prompts (
    chat TEXT NOT NULL, message INTEGER NOT NULL, upload INTEGER NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL,
    answer INTEGER, PRIMARY KEY (chat, message)) STRICT;
  CREATE TABLE IF NOT EXISTS upload_strangers (person TEXT PRIMARY KEY) STRICT`;

const KEPT_MS = 48 * 60 * 60 * 1000;
/** Who has asked something else since does not mean the question of the bot. */
const PROMPT_MS = 10 * 60 * 1000;
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
  const removeOldPrompts = database.prepare('DELETE FROM upload_prompts WHERE at < ?');
  const removeLonePrompts = database.prepare(
    'DELETE FROM upload_prompts WHERE upload NOT IN (SELECT id FROM uploads)',
  );
  const owned = database.prepare<{ id: number }>('SELECT id FROM uploads WHERE owner = ?');
  const files = database.prepare<{ file: string }>("SELECT file FROM uploads WHERE state != 'over'");
  const addPrompt = database.prepare(
    'INSERT OR REPLACE INTO upload_prompts (chat, message, upload, field, at) VALUES (?, ?, ?, ?, ?)',
  );
  const promptAt = database.prepare<UploadPrompt>(
    'SELECT upload, field, message FROM upload_prompts WHERE chat = ? AND message = ?',
  );
  const promptOf = database.prepare<UploadPrompt>(
    'SELECT upload, field, message FROM upload_prompts WHERE chat = ? AND answer = ?',
  );
  const lastPrompt = database.prepare<UploadPrompt & { answer: number | null }>(
    'SELECT upload, field, message, answer FROM upload_prompts WHERE chat = ? AND at >= ? ORDER BY message DESC LIMIT 1',
  );
  const setAnswer = database.prepare('UPDATE upload_prompts SET answer = ? WHERE chat = ? AND message = ?');
  const told = database.prepare('SELECT person FROM upload_strangers WHERE person = ?');
  const tell = database.prepare('INSERT OR IGNORE INTO upload_strangers (person) VALUES (?)');

  const dropBytes = (id: number): void => {
    const file = fileOf.get(id)?.file;
    if (file !== undefined) rmSync(join(folder, file), { force: true });
  };
  const remove = (id: number): void => {
    dropBytes(id);
    removeOne.run(id);
    removeLonePrompts.run();
  };
  /** What is too old goes, and bytes that no row names once they are as old. */
  const sweep = (): void => {
    const oldest = now() - KEPT_MS;
    removeOld.run(oldest);
    removeOldPrompts.run(oldest);
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
    addPrompt: ({ upload, field, message }, chatId) =>
      addPrompt.run(hashKey(chatId), message, upload, field, now()),
    findPrompt({ chatId, message, repliesTo }) {
      const chat = hashKey(chatId);
      const replied = repliesTo === undefined ? undefined : promptAt.get(chat, repliesTo);
      return promptOfRow(replied ?? promptOf.get(chat, message));
    },
    openPrompt(chatId) {
      const last = lastPrompt.get(hashKey(chatId), now() - PROMPT_MS);
      return last?.answer === null ? promptOfRow(last) : undefined;
    },
    setAnswer: (prompt, { chatId, message }) => setAnswer.run(message, hashKey(chatId), prompt.message),
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

/** Rows of the driver carry more than their columns. */
function promptOfRow(row: UploadPrompt | undefined): UploadPrompt | undefined {
  return row && { upload: row.upload, field: row.field, message: row.message };
}

function isOlder(path: string, than: number): boolean {
  try {
    return statSync(path).mtimeMs < than;
  } catch {
    return false;
  }
}
