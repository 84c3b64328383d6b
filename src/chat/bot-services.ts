/** What the features of the Telegram bot work with. */
import type { Conversation } from '../conversation/create-conversation.ts';
import type { Log } from '../log.ts';
import type { DraftCalls } from './calls/draft-calls.ts';
import type { Records } from './records/open-records.ts';
import type { UploadServices } from './uploads/report-intake.ts';

/** What the features of the bot work with. */
export interface BotServices {
  readonly assistant: Conversation;
  readonly records: Records;
  readonly drafts: DraftCalls;
  readonly log: Log;
  /** Absent where nobody may send reports. */
  readonly uploads?: UploadServices;
}
