/**
 * Refusals of Telegram that nobody can do anything about: the reader, the chat or the message is gone.
 *
 * Source: descriptions that api.telegram.org sends with 400 and 403; they are its only machine-readable reason.
 */
import { GrammyError } from 'grammy';

const gone =
  /chat not found|message thread not found|topic_(?:closed|deleted)|message (?:to [\w ]+ )?not found|message can't be|message is not modified|query is too old|query id is invalid|user is deactivated|group chat was upgraded|not enough rights|have no rights|chat_write_forbidden|chat_restricted|peer_id_invalid|message_id_invalid|user_is_blocked|bot was (?:kicked|blocked)/i;

/** Whether an error only says that a reply no longer reaches anybody. */
export function isUndeliverable(error: unknown): error is GrammyError {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && gone.test(error.description));
}
