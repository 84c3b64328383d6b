/** What the features of the Telegram bot work with. */
import type { Conversation } from '../conversation/create-conversation.ts';
import type { Log } from '../log.ts';
import type { Records } from './records/open-records.ts';

export interface BotServices {
  readonly assistant: Conversation;
  readonly records: Records;
  readonly log: Log;
}
