/** The Telegram bot: its middleware in running order. `run-bot.ts` starts and stops it. */
import { Bot, GrammyError } from 'grammy';
import type { Assistant } from '../answer/assistant.ts';
import { describeError, type Log } from '../log.ts';
import { answerQuestions } from './features/answer-questions.ts';
import { explainUse } from './features/explain-use.ts';
import { listReports } from './features/list-reports.ts';
import { type Access, restrictAccess } from './features/restrict-access.ts';
import { retryWhenLimited } from './retry-when-limited.ts';

export interface BotOptions extends Access {
  readonly token: string;
  /** Bot API server, without a closing slash. */
  readonly apiRoot: string;
  readonly assistant: Assistant;
  readonly log: Log;
}

/** Wires the bot without starting it; nothing is sent yet. */
export function createBot(options: BotOptions): Bot {
  const { assistant, log } = options;
  const bot = new Bot(options.token, { client: { apiRoot: options.apiRoot } });
  bot.api.config.use(retryWhenLimited);

  bot.use(restrictAccess(options));
  bot.use(explainUse(assistant));
  bot.use(listReports(assistant));
  bot.use(answerQuestions(assistant, log));

  bot.catch(({ error, ctx }) => {
    const method =
      error instanceof GrammyError ? { method: error.method, description: error.description } : {};
    log.error({ update: ctx.update.update_id, ...method, error: describeError(error) }, 'update failed');
  });
  return bot;
}
