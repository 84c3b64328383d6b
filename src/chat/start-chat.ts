/** The door of this folder: starts the chat that the settings ask for. */
import type { Config } from '../config.ts';
import type { Conversation } from '../conversation/create-conversation.ts';
import { createLog } from '../log.ts';
import type { Language } from '../wording/language.ts';
import type { RunBotOptions } from './run-bot.ts';
import type { ReportIntake } from './uploads/report-intake.ts';

/** Who answers in the chat, and what else it offers. */
export interface ChatOptions {
  readonly config: Config;
  readonly assistant: Conversation;
  /** Takes reports that administrators send to the bot. */
  readonly ingest?: Pick<ReportIntake, 'inspect' | 'enter'>;
  /** Aborting ends the chat. */
  readonly signal: AbortSignal;
  /** Opens the bot's server, where a port is set. */
  readonly serve?: RunBotOptions['serve'];
}

/**
 * Runs the Telegram bot where a token is set, otherwise the chat in the terminal, until it ends.
 *
 * @throws UserError when Telegram does not accept the token or does not deliver, or the port is taken.
 */
export async function startChat({ config, assistant, ingest, signal, serve }: ChatOptions): Promise<void> {
  const { telegramBotToken: token } = config;
  if (token !== undefined) {
    const { runBot } = await import('./run-bot.ts');
    const log = createLog(config.logLevel ?? 'info');
    const { publicUrl, webhookSecret: secret } = config;
    await runBot({
      ...config,
      token,
      apiRoot: config.telegramApiRoot,
      assistant,
      log,
      signal,
      intake: ingest && { ...ingest, fetch: createFetch(config) },
      ...(serve ? { serve } : {}),
      // Without a server nobody could answer what Telegram delivers.
      ...(serve && publicUrl !== undefined ? { webhook: { publicUrl, secret } } : {}),
    });
    return;
  }
  const { runTerminal } = await import('./terminal.ts');
  const { stdin: input, stdout: output } = process;
  await runTerminal({
    assistant,
    input,
    output,
    interactive: input.isTTY === true && output.isTTY === true,
    color: output.isTTY === true && !process.env.NO_COLOR,
    language: terminalLanguage(process.env),
    log: createLog(config.logLevel ?? 'warn'),
    signal,
  });
}

/** Imported when a page is named. */
function createFetch({ allowPrivateUrls: allowPrivate }: Config): ReportIntake['fetch'] {
  return async (address, signal) => {
    const { fetchReport } = await import('../fetch/fetch-report.ts');
    return await fetchReport(address, { allowPrivate, signal });
  };
}

/** English where the person set an English locale; the reports are Chinese, so otherwise Chinese. */
function terminalLanguage(variables: NodeJS.ProcessEnv): Language {
  const locale = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
