/** A bot over a library of its own, which its administrator, person 7, may add to. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createIngest, type OpenedAssistant, openAssistant } from '../../src/assemble.ts';
import type { RunBotOptions } from '../../src/chat/run-bot.ts';
import { parseConfig } from '../../src/config.ts';
import { fetchReport } from '../../src/fetch/fetch-report.ts';
import { type StartedBot, startBot } from './start-bot.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

/** A server and a bot; disposing of it stops both and removes what they wrote. */
export interface UploadBot extends AsyncDisposable {
  readonly telegram: TelegramServer;
  readonly libraryDir: string;
  readonly reportsDir: string;
  readonly assistant: OpenedAssistant;
  /** Stops the bot and starts it again over the same folders. */
  restart(options?: Partial<RunBotOptions>): Promise<void>;
}

/** The report that the library does not hold. */
export const newReport = reportFile('data/reports/004_a9bec1d6296ff772.txt');

/** A file of the project, as it is sent. */
export function reportFile(path: string): { readonly name: string; readonly bytes: Buffer } {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return { name: file.split('/').at(-1) ?? '', bytes: readFileSync(file) };
}

type Intake = NonNullable<RunBotOptions['intake']>;

/**
 * Starts both over two small reports.
 *
 * @param around - What stands around the first intake; after a restart it is gone.
 */
export async function startUploadBot(
  options: Partial<RunBotOptions> = {},
  around: (intake: Intake) => Intake = (intake) => intake,
): Promise<UploadBot> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-upload-'));
  const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
  const source = fileURLToPath(new URL('../../test/reports', import.meta.url));
  const held = readdirSync(source).filter((name) => /^01[01]_.*\.txt$/.test(name));
  for (const name of held) cpSync(join(source, name), join(reportsDir, name));
  const config = parseConfig({ REPORTS_DIR: reportsDir, LIBRARY_DIR: libraryDir, LOG_LEVEL: 'silent' });
  const telegram = await startTelegramServer();
  const open = async (more: Partial<RunBotOptions>, wrap: typeof around) => {
    const assistant = await openAssistant(config);
    const intake: Intake = {
      ...createIngest(config, assistant),
      fetch: (address, signal) => fetchReport(address, { allowPrivate: true, signal }),
    };
    const bot = startBot(telegram, { assistant, libraryDir, intake: wrap(intake), adminUsers: [7], ...more });
    return { assistant, bot };
  };
  const end = async ({ assistant, bot }: { assistant: OpenedAssistant; bot: StartedBot }) => {
    await bot[Symbol.asyncDispose]();
    assistant.close();
  };
  let running = await open(options, around);
  return {
    telegram,
    libraryDir,
    reportsDir,
    get assistant() {
      return running.assistant;
    },
    async restart(more = options) {
      await end(running);
      running = await open(more, (intake) => intake);
    },
    async [Symbol.asyncDispose]() {
      await end(running);
      await telegram[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
