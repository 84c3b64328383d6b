/** The door of records: what the Telegram bot keeps in `chats.sqlite` besides the memory of its chats. */
import { emptyChangeLog, openChats } from '../../database/open-chats.ts';
import { createDraftRecords, DRAFT_TABLES, type DraftRecords } from './draft-records.ts';
import { createFeedbackRecords, FEEDBACK_TABLES, type FeedbackRecords } from './feedback-records.ts';
import { createLanguageRecords, LANGUAGE_TABLES, type LanguageRecords } from './language-records.ts';
import { createReplyRecords, REPLY_TABLES, type ReplyRecords } from './reply-records.ts';
import { createUploadRecords, UPLOAD_TABLES, type UploadRecords } from './upload-records.ts';

/** All records of the bot, in one file. */
export interface Records {
  readonly replies: ReplyRecords;
  readonly feedback: FeedbackRecords;
  readonly languages: LanguageRecords;
  readonly drafts: DraftRecords;
  readonly uploads: UploadRecords;
  /** Removes what is kept of an asker and what they sent, and who rated what, also from the log of changes. */
  forget(owner: string): void;
  /** Releases the file; a second call does nothing. */
  close(): void;
}

/** Where the records are kept. */
export interface RecordsOptions {
  /** Folder of the library; made where there is none. */
  readonly libraryDir: string;
  /** The time in milliseconds since 1970; default: the clock. */
  readonly now?: () => number;
}

/**
 * Opens the records.
 *
 * @throws LibraryError `chats-unreadable` or `chats-newer`.
 */
export function openRecords({ libraryDir, now = Date.now }: RecordsOptions): Records {
  const tables = [REPLY_TABLES, FEEDBACK_TABLES, LANGUAGE_TABLES, DRAFT_TABLES, UPLOAD_TABLES].join(';');
  const database = openChats(libraryDir, tables);
  const replies = createReplyRecords(database, now);
  const feedback = createFeedbackRecords(database, now);
  const uploads = createUploadRecords(database, libraryDir, now);
  return {
    replies,
    feedback,
    languages: createLanguageRecords(database),
    drafts: createDraftRecords(database, now),
    uploads,
    forget(owner) {
      replies.forget(owner);
      feedback.unlink(owner);
      uploads.forget(owner);
      emptyChangeLog(database);
    },
    close: () => database.close(),
  };
}
