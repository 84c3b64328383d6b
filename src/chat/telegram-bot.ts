/** The Telegram bot: its calls and its middleware in running order. `run-bot.ts` starts and stops it. */
import { sequentialize } from '@grammyjs/runner';
import { Bot, Composer, type Context, type Transformer } from 'grammy';
import type { Conversation } from '../conversation/create-conversation.ts';
import type { Log } from '../log.ts';
import { answerInTurns } from './answer-in-turns.ts';
import { timeAnswers } from './bot-metrics.ts';
import type { BotParts } from './bot-parts.ts';
import { createDraftCalls } from './calls/draft-calls.ts';
import { followMigration } from './calls/follow-migration.ts';
import { type RetryOptions, retryWhenBroken, retryWhenLimited } from './calls/retry-calls.ts';
import { throttleCalls } from './calls/throttle-calls.ts';
import { type CallWatcher, watchCalls } from './calls/watch-calls.ts';
import { answerInline } from './features/answer-inline.ts';
import { answerQuestions } from './features/answer-questions.ts';
import { askByCommand } from './features/ask-by-command.ts';
import { chooseLanguage } from './features/choose-language.ts';
import { correctUploads } from './features/correct-uploads.ts';
import { explainUse } from './features/explain-use.ts';
import { forgetChat } from './features/forget-chat.ts';
import { listReports } from './features/list-reports.ts';
import { pressButtons, refuseStaleButtons } from './features/press-buttons.ts';
import { pressUploads } from './features/press-uploads.ts';
import { stopWriting } from './features/stop-writing.ts';
import { takeFeedback } from './features/take-feedback.ts';
import { takeUploads } from './features/take-uploads.ts';
import { type Access, createGate, isAdmin } from './gate.ts';
import { recordMoves, rememberMoves } from './moved-chats.ts';
import { knowLanguage } from './reader-language.ts';
import { handleUpdate } from './running/handle-update.ts';
import { takeTurns } from './running/question-turns.ts';
import { trackUpdate } from './running/track-update.ts';
import { orderKey } from './running/update-order.ts';
import { downloadDocument } from './uploads/download-document.ts';
import type { ReportIntake, UploadServices } from './uploads/report-intake.ts';

/** Which bot is wired, who may use it, and who answers. */
export interface BotOptions extends Access {
  readonly token: string;
  /** Bot API server, without a closing slash. */
  readonly apiRoot: string;
  readonly assistant: Conversation;
  readonly log: Log;
  /** Folder of the library, in which `chats.sqlite` stands. */
  readonly libraryDir: string;
  /** Messages that leave in a second, at most; 0: no limit, neither in a single chat. */
  readonly messagesPerSecond: number;
  /** Takes reports that administrators send; without it nobody can send any. */
  readonly intake?: ReportIntake | undefined;
  readonly retry?: RetryOptions;
  /** Milliseconds between two drafts of a reply; for tests. */
  readonly draftEveryMs?: number;
}

/** Seconds after which a call counts as broken; more than `getUpdates` waits. */
const callTimeoutSeconds = 60;

/** Questions that are worked on at the same time; those that wait for a model are not among them. */
const answersAtOnce = 4;

/** Wires the bot without starting it; nothing is sent yet. */
export function createBot(options: BotOptions, parts: BotParts): Bot {
  const { log } = options;
  const bot = new Bot(options.token, {
    client: { apiRoot: options.apiRoot, timeoutSeconds: callTimeoutSeconds },
  });
  // The innermost first: each passes a call on to the one before.
  bot.api.config.use(...outgoing(options, parts));

  bot.use(trackUpdate({ ...parts, log }));
  bot.use(createGate(options, parts.moves));
  bot.use(takeTurns({ ...options, stop: parts.stop }));
  bot.use(sequentialize((ctx) => orderKey(ctx, options.assistant.model?.() !== undefined)));
  bot.use(handleUpdate(createFeatures(options, parts), { ...parts, log }));
  return bot;
}

/** What the bot does for its readers; the first that takes an update ends it. */
function createFeatures(options: BotOptions, parts: BotParts): Composer<Context> {
  const { log } = options;
  const { moves, metrics, cut } = parts;
  const records = recordMoves(parts.records, moves);
  const asked = answerInTurns(timeAnswers(options.assistant, metrics), answersAtOnce);
  const assistant = rememberMoves(asked, moves);
  const features = new Composer<Context>();
  const around = [watchCalls(watcherOf(parts)), cutCalls(cut)];
  const drafts = createDraftCalls({ ...options, everyMs: options.draftEveryMs, around });
  const uploads = uploadServices(options, cut);
  const services = { assistant, records, drafts, log, ...(uploads ? { uploads } : {}) };
  features.use(knowLanguage(records.languages));
  // What is said in reply to its question is no command and no question, whatever it says.
  features.use(takeFeedback(services));
  if (uploads) features.use(correctUploads(services, uploads), takeUploads(services, uploads));
  features.use(explainUse(services));
  features.use(listReports(services));
  features.use(askByCommand(services));
  features.use(chooseLanguage(services));
  features.use(forgetChat(services));
  features.use(stopWriting());
  features.use(pressButtons(services));
  if (uploads) features.use(pressUploads(services, uploads));
  features.use(answerInline(services));
  features.use(refuseStaleButtons());
  features.use(answerQuestions(services));
  return features;
}

/** Where there is no administrator, nobody is told of what only they may. */
function uploadServices(options: BotOptions, cut: AbortSignal): UploadServices | undefined {
  const { adminUsers, intake, token, apiRoot, retry } = options;
  if (!intake || adminUsers.length === 0) return undefined;
  const download = { token, apiRoot, cut, firstWaitMs: retry?.firstWaitMs };
  return {
    intake,
    cut,
    isAdmin: (ctx) => isAdmin({ adminUsers }, ctx),
    download: (ctx) => downloadDocument(ctx, download),
  };
}

function outgoing(options: BotOptions, parts: BotParts): readonly Transformer[] {
  const { moves, cut } = parts;
  return [
    watchCalls(watcherOf(parts)),
    ...(options.messagesPerSecond > 0 ? [throttleCalls(options.messagesPerSecond)] : []),
    retryWhenLimited(),
    retryWhenBroken(options.retry),
    followMigration(moves.add),
    cutCalls(cut),
  ];
}

function watcherOf({ metrics, link }: BotParts): CallWatcher {
  return {
    called(method, outcome, reached) {
      metrics.called(method, outcome);
      link.called(reached);
    },
  };
}

/** Ends calls, and waits between them, when the time to stop is over. */
function cutCalls(cut: AbortSignal): Transformer {
  // grammY types the signals of its polyfill; Node's own do the same.
  const fallback = cut as unknown as Parameters<Transformer>[3];
  return (previous, method, payload, signal) => previous(method, payload, signal ?? fallback);
}
