/** Many questions from many chats while Telegram fails: how the bot, a process of its own, gets through. */
import { percentile } from '../../src/evaluation/percentile.ts';
import { askInBursts } from './ask-in-bursts.ts';
import { createRandom } from './create-random.ts';
import { findFreePort } from './find-free-port.ts';
import { judgeReplies, type RepliesJudged } from './judge-replies.ts';
import { type BotMemory, readBotMemory } from './read-bot-memory.ts';
import { startBotProcess } from './start-bot-process.ts';
import { startTelegramServer, type TelegramServer } from './telegram-server.ts';

export interface SoakOptions {
  /** A built library; the bot keeps its memory there. */
  readonly libraryDir: string;
  readonly questions: readonly string[];
  readonly count: number;
  readonly chats: number;
  /** Share of API calls that are answered 429 or 500, or whose connection is dropped. */
  readonly faultRate: number;
  readonly seed: number;
  /** Updates are delivered to the bot, not fetched by it. */
  readonly webhook?: boolean;
  readonly onStep?: (step: string) => void;
}

/** What a soak found. */
export interface SoakFigures extends RepliesJudged {
  readonly chats: number;
  readonly seconds: number;
  /** From asking, with up to two more questions at once, to the reply. */
  readonly waitP50Ms: number;
  readonly waitP95Ms: number;
  readonly waitMaxMs: number;
  readonly calls: number;
  /** Calls that failed on purpose, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** Why Telegram would have refused a call. */
  readonly refusals: readonly string[];
  /** After each tenth of the questions. */
  readonly memory: readonly BotMemory[];
  readonly exitCode: number | null;
  /** What the bot logged as an error. */
  readonly stderr: string;
}

const samples = 10;

/** Runs a soak to its end, and the bot's. */
export async function runSoak(options: SoakOptions): Promise<SoakFigures> {
  const {
    libraryDir,
    questions,
    count,
    chats,
    faultRate,
    seed,
    webhook = false,
    onStep = () => {},
  } = options;
  const random = createRandom(seed);
  const port = await findFreePort();
  await using telegram = await startTelegramServer();
  telegram.failAtRandom({ rate: faultRate, seed });
  await using bot = startBotProcess({ telegram, libraryDir, port, webhook });
  const memory: Promise<BotMemory>[] = [];
  let left = count;
  let answered = 0;
  const began = performance.now();
  const asking = askInBursts({
    telegram,
    chats,
    questions,
    random,
    patienceMs: 120_000,
    take(wanted) {
      const taken = Math.min(wanted, left);
      left -= taken;
      return taken;
    },
    onReply() {
      answered += 1;
      if (answered % Math.ceil(count / samples) !== 0) return;
      onStep(`${answered} of ${count} questions answered`);
      memory.push(readBotMemory(port));
    },
  });
  const asked = await bot.during(asking);
  const seconds = (performance.now() - began) / 1000;
  await Promise.allSettled(memory);
  // A clean stop finishes what is still being sent, so that a second reply would show.
  const { exitCode, stderr } = await bot.stop();
  const waits = asked.flatMap(({ waitedMs }) => (waitedMs === undefined ? [] : [waitedMs]));
  return {
    ...judgeReplies(asked, telegram.sent),
    chats,
    seconds,
    waitP50Ms: percentile(waits, 0.5),
    waitP95Ms: percentile(waits, 0.95),
    waitMaxMs: percentile(waits, 1),
    calls: telegram.calls.length,
    faults: countFaults(telegram),
    refusals: telegram.refusals.map(({ method, description }) => `${method}: ${description}`),
    memory: await Promise.all(memory),
    exitCode,
    stderr,
  };
}

function countFaults({ calls }: TelegramServer): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { fault } of calls) if (fault) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
