/** The bot as an installation runs it: a process of its own, told by its environment where Telegram is. */
import { type Finished, startCommand } from './run-command.ts';

export interface BotProcess extends AsyncDisposable {
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<Finished>;
  /** The result of `work`; rejects where the process ends before, with what it said. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Ends it at once (SIGKILL), without a chance to clean up. */
  kill(): Promise<Finished>;
  /** Asks it to end (SIGTERM). */
  stop(): Promise<Finished>;
}

export interface BotProcessOptions {
  readonly telegram: { readonly url: string; readonly token: string };
  /** A folder of its own: memory and inbox stand in it. */
  readonly libraryDir: string;
  /** Serves health and metrics, and takes updates there where `webhook` is set. */
  readonly port?: number;
  /** Lets Telegram deliver updates instead of fetching them. */
  readonly webhook?: boolean;
  /** Further settings. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the bot without limits of its own, so that a test may ask as fast as it likes. */
export function startBotProcess(options: BotProcessOptions): BotProcess {
  const { telegram, libraryDir, port, webhook, environment } = options;
  const { process: child, finished } = startCommand('src/main.ts', [], {
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    LIBRARY_DIR: libraryDir,
    QUESTIONS_PER_MINUTE: '0',
    MESSAGES_PER_SECOND: '0',
    LOG_LEVEL: 'error',
    ...(port === undefined ? {} : { PORT: String(port) }),
    ...(port !== undefined && webhook ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}),
    ...environment,
  });
  const end = (signal: NodeJS.Signals): Promise<Finished> => {
    child.kill(signal);
    return finished;
  };
  return {
    ended: finished,
    during(work) {
      const early = finished.then(({ exitCode, stderr }): never => {
        throw new Error(`The bot ended by itself with ${exitCode}: ${stderr}`);
      });
      return Promise.race([work, early]);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
}
