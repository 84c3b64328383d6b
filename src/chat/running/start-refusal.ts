/** Why Telegram does not let the bot run, as advice for who starts it. */
import { GrammyError } from 'grammy';
import { UserError } from '../../errors.ts';

/** Words a refusal by Telegram; every other error comes back as it is. */
export function toUserError(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error;
  const { error_code: code, method, description } = error;
  // Telegram answers 404 to a token that has not even the form of one.
  if (code === 401 || code === 404) {
    return new UserError(
      'telegram-token-refused',
      'Cannot start the bot: Telegram does not accept TELEGRAM_BOT_TOKEN',
      'Copy the token again from @BotFather, or remove it to chat in the terminal',
      { cause: error },
    );
  }
  if (code === 409) {
    return new UserError(
      'telegram-token-in-use',
      'Cannot go on: another process receives the messages of this bot',
      'Stop the other process, or use a bot of its own for each',
      { cause: error },
    );
  }
  if (method === 'setWebhook') {
    return new UserError(
      'telegram-webhook-refused',
      `Cannot start the bot: Telegram does not deliver to PUBLIC_URL (${description})`,
      'Give an https address that is reached from outside, or leave PUBLIC_URL empty to fetch updates',
      { cause: error },
    );
  }
  return error;
}
