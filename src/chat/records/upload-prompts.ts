/** Questions of the bot about reports that were sent (which region, which year), and the messages that answer them. */
import type { Database } from '../../database/open-database.ts';
import type { CorrectedField } from '../uploads/upload.ts';
import { hashKey } from './hash-key.ts';

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

/** Questions by the chats that they were asked in; they go with their reports. */
export interface UploadPrompts {
  /** Notes that a message asks about a report. */
  addPrompt(prompt: UploadPrompt, chatId: number): void;
  /** What a message answers: the one that it replies to, or that it answered before. */
  findPrompt(answer: PossibleAnswer): UploadPrompt | undefined;
  /** The last question of a chat that waits for an answer, where it was asked within ten minutes. */
  openPrompt(chatId: number): UploadPrompt | undefined;
  setAnswer(prompt: UploadPrompt, answer: PossibleAnswer): void;
}

/** What removes questions with their reports. */
interface PromptSweeper {
  /** Removes those asked before a time, in milliseconds since 1970. */
  removeOldPrompts(before: number): void;
  /** Removes those whose report is gone. */
  removeLonePrompts(): void;
}

/** SQL that makes the table of these records where it is missing. */
export const PROMPT_TABLE = `CREATE TABLE IF NOT EXISTS upload_prompts (
    chat TEXT NOT NULL, message INTEGER NOT NULL, upload INTEGER NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL,
    answer INTEGER, PRIMARY KEY (chat, message)) STRICT`;

/** Who has asked something else since does not mean the question of the bot. */
const PROMPT_MS = 10 * 60 * 1000;

/** Reads and writes the questions of an open file that holds the reports sent too; `now` in milliseconds since 1970. */
export function createUploadPrompts(database: Database, now: () => number): UploadPrompts & PromptSweeper {
  const removeOld = database.prepare('DELETE FROM upload_prompts WHERE at < ?');
  const removeLone = database.prepare(
    'DELETE FROM upload_prompts WHERE upload NOT IN (SELECT id FROM uploads)',
  );
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

  return {
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
    removeOldPrompts: (before) => removeOld.run(before),
    removeLonePrompts: () => removeLone.run(),
  };
}

/** Rows of the driver carry more than their columns. */
function promptOfRow(row: UploadPrompt | undefined): UploadPrompt | undefined {
  return row && { upload: row.upload, field: row.field, message: row.message };
}
