/** The bot killed (SIGKILL) at random moments while people ask, and started again: what is lost, and what comes twice. */
import { askInBursts } from './ask-in-bursts.ts';
import { createRandom } from './create-random.ts';
import { findFreePort } from './find-free-port.ts';
import { judgeReplies, type RepliesJudged } from './judge-replies.ts';
import { type BotProcess, startBotProcess } from './start-bot-process.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

export interface KillsOptions {
  /** A built library; the bot keeps its inbox there, over all its lives. */
  readonly libraryDir: string;
  readonly questions: readonly string[];
  readonly kills: number;
  readonly chats: number;
  readonly seed: number;
  /** Updates are delivered to the bot, not fetched by it. */
  readonly webhook?: boolean;
  readonly onStep?: (step: string) => void;
}

/** What the kills did. */
export interface KillsFigures extends RepliesJudged {
  readonly kills: number;
  readonly chats: number;
  readonly seconds: number;
  /** API calls that came in before each kill, since the one before. */
  readonly callsBeforeKill: readonly number[];
  /** Method whose call came in last before each kill. */
  readonly killedAt: readonly string[];
  readonly refusals: readonly string[];
  readonly exitCode: number | null;
  /** What the bots logged as errors. */
  readonly stderr: string;
}

/** A life may end while the bot starts, and after it has answered for a while. */
const mostCallsInLife = 150;

/**
 * Kills the bot when a random number of API calls has come in, so that a seed gives the same plan; people go on
 * asking until the last kill, and then wait for their answers.
 */
export async function runKills(options: KillsOptions): Promise<KillsFigures> {
  const { libraryDir, questions, kills, chats, seed, webhook = false, onStep = () => {} } = options;
  const random = createRandom(seed);
  await using telegram = await startTelegramServer();
  const marks: number[] = [];
  const killedAt: string[] = [];
  const errors: string[] = [];
  const callsBeforeKill: number[] = [];
  const port = await findFreePort();
  const start = (): BotProcess => startBotProcess({ telegram, libraryDir, port, webhook });
  let bot = start();
  const began = performance.now();
  try {
    const asking = askInBursts({
      telegram,
      chats,
      questions,
      random: createRandom(seed + 1),
      patienceMs: 120_000,
      take: (wanted) => (marks.length < kills ? wanted : 0),
    });
    while (marks.length < kills) {
      const calls = 1 + Math.floor(random() * mostCallsInLife);
      callsBeforeKill.push(calls);
      killedAt.push(await callsReceived(telegram, bot, calls));
      errors.push((await bot.kill()).stderr);
      marks.push(telegram.sent.length);
      onStep(`killed ${marks.length} of ${kills} times, ${telegram.sent.length} messages sent`);
      bot = start();
    }
    const asked = await bot.during(asking);
    const { exitCode, stderr } = await bot.stop();
    return {
      ...judgeReplies(asked, telegram.sent, marks),
      kills,
      chats,
      seconds: (performance.now() - began) / 1000,
      callsBeforeKill,
      killedAt,
      refusals: telegram.refusals.map(({ method, description }) => `${method}: ${description}`),
      exitCode,
      stderr: [...errors, stderr].join(''),
    };
  } finally {
    await bot.kill();
  }
}

/** Waits for a number of calls; returns the method of the last one. */
async function callsReceived(telegram: TelegramServer, bot: BotProcess, calls: number): Promise<string> {
  const until = telegram.calls.length + calls;
  while (telegram.calls.length < until) await bot.during(telegram.nextCall());
  return telegram.calls[until - 1]?.method ?? '';
}
