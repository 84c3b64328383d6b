/** Runs the Telegram bot, from the check of its token to a clean stop. */
import { once } from 'node:events';
import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import { describeError } from '../log.ts';
import { type BotParts, openBotParts } from './bot-parts.ts';
import { publishCommands } from './publish-commands.ts';
import { askForLife } from './running/ask-for-life.ts';
import { createUpdateSupplier } from './running/fetch-updates.ts';
import { createInFlight } from './running/in-flight.ts';
import { toUserError } from './running/start-refusal.ts';
import type { LinkState } from './running/telegram-link.ts';
import { updateKinds } from './running/update-kind.ts';
import { createReceiver, type Receiver, webhookPath, webhookSecret } from './running/webhook.ts';
import { type BotOptions, createBot } from './telegram-bot.ts';

/** How the bot is run: when it ends, and how updates reach it. */
export interface RunBotOptions extends BotOptions {
  /** Aborting stops the bot. */
  readonly signal: AbortSignal;
  /** Makes Telegram deliver updates to `publicUrl`, which `serve` has to answer; without it they are fetched. */
  readonly webhook?: { readonly publicUrl: string; readonly secret: string | undefined };
  /** Opens what is reached over HTTP; it stays open until the bot has stopped. */
  readonly serve?: (endpoints: BotEndpoints) => Promise<BotServer>;
}

/** What the bot tells and takes over HTTP. */
export interface BotEndpoints {
  /** How Telegram is reached, and how many updates wait. */
  readonly telegram: () => LinkState & { readonly waiting: number };
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>;
  /** Set where Telegram delivers updates. */
  readonly webhook?: BotWebhook;
}

/** Where Telegram delivers updates. */
interface BotWebhook {
  readonly path: string;
  readonly secret: string;
  /** Keeps an update for good; resolves to `false` for what is none. */
  readonly receive: (body: unknown) => Promise<boolean>;
}

/** Answers requests of the web until it is closed. */
export interface BotServer {
  close(): Promise<void>;
}

/** Updates that are worked on at the same time; what comes then has to wait. */
const maxConcurrent = 2000;
/** How long a stop waits for the answers being worked on. */
const stopTimeoutMs = 8000;
/** How long a call that is cut short may take to notice. */
const cutTimeoutMs = 500;

/**
 * Runs the bot until `signal` aborts; answers being worked on are finished first, for at most 8 s. What waits then is
 * answered at the next start.
 *
 * @throws UserError when the token or the webhook is refused, or another process polls with the token.
 */
export async function runBot(options: RunBotOptions): Promise<void> {
  const { assistant, libraryDir, log, signal, serve, token, webhook } = options;
  const receiving = webhook ? 'webhook' : 'polling';
  const countProcess = serve !== undefined;
  const model = () => assistant.model?.();
  const parts = openBotParts({ libraryDir, token, receiving, countProcess, model, log });
  const { inbox, link } = parts;
  const bot = createBot(options, parts);
  const inFlight = createInFlight((update) => bot.handleUpdate(update));
  const unsettled = async (error: unknown) =>
    log.error({ error: describeError(error) }, 'an update was handled but cannot be taken out of the inbox');
  const sink = createConcurrentSink(inFlight, unsettled, { concurrency: maxConcurrent });
  const runner = createRunner(createSource(createUpdateSupplier(bot.api, inbox, log)), sink);
  const receiver = createReceiver(inbox, sink);
  let server: BotServer | undefined;
  try {
    server = await serve?.(endpointsOf(options, parts, receiver));
    await introduce(bot, options, receiver);
    link.connected();
    log.info({ username: bot.botInfo.username, receiving, waiting: inbox.size() }, 'bot started');
    void publishCommands(bot.api, log, parts.cut, options.intake ? options.adminUsers : []);
    if (webhook) void askForLife(bot.api, parts.cut);
    else runner.start();
    await Promise.race([stopped(signal), ...(webhook ? [] : [runner.task()])]);
  } catch (error) {
    if (!signal.aborted) throw toUserError(error);
  } finally {
    link.stopping();
    parts.stopBeginning();
    if (runner.isRunning()) void runner.stop();
    await inFlight.settled(stopTimeoutMs);
    parts.cutShort();
    await inFlight.settled(cutTimeoutMs);
    await server?.close();
    parts.close();
    log.info({}, 'bot stopped');
  }
}

function endpointsOf(
  { token, webhook }: RunBotOptions,
  { inbox, link, metrics }: BotParts,
  { receive }: Receiver,
): BotEndpoints {
  return {
    telegram: () => ({ ...link.state(), waiting: inbox.size() }),
    metrics: metrics.render,
    ...(webhook
      ? { webhook: { path: webhookPath, secret: webhookSecret(token, webhook.secret), receive } }
      : {}),
  };
}

/** Checks the token, begins with what waits, and says where updates shall come in. */
async function introduce(
  bot: Bot,
  { signal, token, webhook, log }: RunBotOptions,
  receiver: Receiver,
): Promise<void> {
  // grammY types the signals of its polyfill; Node's own do the same.
  const cancel = signal as unknown as NonNullable<Parameters<Bot['init']>[0]>;
  bot.botInfo = await bot.api.getMe(cancel);
  // What was fetched before comes before what is fetched now.
  receiver.open();
  if (webhook) {
    const address = `${webhook.publicUrl}${webhookPath}`;
    const secret_token = webhookSecret(token, webhook.secret);
    await bot.api.setWebhook(address, { secret_token, allowed_updates: updateKinds }, cancel);
    return;
  }
  try {
    await bot.api.deleteWebhook({}, cancel);
  } catch (error) {
    // Where one is still set, fetching says so.
    if (signal.aborted) throw error;
    log.warn({ error: describeError(error) }, 'webhook not removed');
  }
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
