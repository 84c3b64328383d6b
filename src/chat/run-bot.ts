/** Runs the Telegram bot by long polling, from the check of its token to a clean stop. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, GrammyError, HttpError } from 'grammy';
import { UserError } from '../errors.ts';
import { describeError } from '../log.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { type BotOptions, createBot } from './telegram-bot.ts';

/** grammY types the signals of its polyfill; Node's own do the same. */
type GrammySignal = NonNullable<Parameters<Bot['init']>[0]>;

/** How long a stop waits for the answer being sent and for Telegram. */
const stopTimeoutMs = 8000;

export interface RunBotOptions extends BotOptions {
  /** Aborting stops the bot. */
  readonly signal: AbortSignal;
}

/**
 * Runs the bot until `signal` aborts; answers being sent are finished first, for at most 8 s.
 *
 * @throws UserError when the token is refused, or another process polls with it.
 */
export async function runBot(options: RunBotOptions): Promise<void> {
  const { signal, log } = options;
  const bot = createBot(options);
  try {
    await introduce(bot, options);
    const polling = bot.start({
      allowed_updates: ['message'],
      onStart: ({ username }) => log.info({ username }, 'bot started'),
    });
    await Promise.race([polling, stopOnAbort(bot, polling, signal)]);
  } catch (error) {
    if (signal.aborted) return;
    throw toUserError(error);
  }
  log.info({}, 'bot stopped');
}

async function stopOnAbort(bot: Bot, polling: Promise<void>, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }
  // Without `ref: false` the timer alone would hold the process for its whole time.
  const timeout = wait(stopTimeoutMs, undefined, { ref: false });
  // A failed confirmation only means that Telegram delivers the last message again.
  await Promise.race([Promise.allSettled([bot.stop(), polling]), timeout]);
}

/** Checks the token and publishes the commands; an unreachable Telegram is waited for. */
async function introduce(bot: Bot, { signal, log }: RunBotOptions): Promise<void> {
  const cancel = signal as unknown as GrammySignal;
  try {
    bot.botInfo = await bot.api.getMe(cancel);
  } catch (error) {
    if (!(error instanceof HttpError) || signal.aborted) throw error;
    log.warn({}, 'Telegram is not reached, trying again');
    await bot.init(cancel);
  }
  try {
    // Chinese for its readers, English as the default of all others.
    await bot.api.setMyCommands(commandsIn('en'), {}, cancel);
    await bot.api.setMyCommands(commandsIn('zh'), { language_code: 'zh' }, cancel);
  } catch (error) {
    // Only the menu is missing then.
    log.warn({ error: describeError(error) }, 'commands not published');
  }
}

function commandsIn(language: Language): { command: string; description: string }[] {
  return Object.entries(WORDING.commands).map(([command, says]) => ({
    command,
    description: says[language],
  }));
}

function toUserError(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error;
  // Telegram answers 404 to a token that has not even the form of one.
  if (error.error_code === 401 || error.error_code === 404) {
    return new UserError(
      'telegram-token-refused',
      'Cannot start the bot: Telegram does not accept TELEGRAM_BOT_TOKEN',
      'Copy the token again from @BotFather, or remove it to chat in the terminal',
    );
  }
  if (error.error_code === 409) {
    return new UserError(
      'telegram-token-in-use',
      'Cannot go on: another process receives the messages of this bot',
      'Stop the other process, or use a bot of its own for each',
    );
  }
  return error;
}
