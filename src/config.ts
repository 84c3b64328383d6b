/**
 * What an installation can set, read from environment variables and `.env`.
 *
 * Every wrong variable is named at once, each with its cure; the values of secrets are never printed.
 * `.env.example` documents them for people.
 */
import { config as loadDotenv } from 'dotenv';
import { UserError } from './errors.ts';
import { z } from './schema.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How much is logged, the least first. */
export type LogLevel = (typeof logLevels)[number];

/** The settings of an installation; `undefined` means not set. */
export interface Config {
  /** Folder of the report files. */
  readonly reportsDir: string;
  /** Folder of the built library. */
  readonly libraryDir: string;
  /** Whether reports may be fetched from private addresses, and on any port. */
  readonly allowPrivateUrls: boolean;
  /** With it `npm start` runs the Telegram bot. */
  readonly telegramBotToken: string | undefined;
  /** Bot API server, without a closing slash. */
  readonly telegramApiRoot: string;
  /** With it, or with `openaiBaseUrl`, a model writes. */
  readonly openaiApiKey: string | undefined;
  /** OpenAI-compatible endpoint, without a closing slash; unset: OpenAI's own. */
  readonly openaiBaseUrl: string | undefined;
  /** Set wherever there is an endpoint, and only there. */
  readonly chatModel: string | undefined;
  /** Unset: local embeddings. Set only where there is an endpoint. */
  readonly embeddingModel: string | undefined;
  /** How long nothing may come of a model, neither a first nor a further token. */
  readonly modelTimeoutSeconds: number;
  /** Requests to the model at once. */
  readonly modelConcurrency: number;
  /** Tokens that one user may take in a day (UTC); 0: as many as they like. */
  readonly maxTokensPerUserPerDay: number;
  /** Telegram users who may ask; with `allowedChats` empty too, everybody may. */
  readonly allowedUsers: readonly number[];
  /** Telegram chats in which anyone may ask. */
  readonly allowedChats: readonly number[];
  /** Telegram users who may also administer; always allowed to ask. */
  readonly adminUsers: readonly number[];
  /** Where `port` is reached from outside, without a closing slash; with both, Telegram delivers updates there. */
  readonly publicUrl: string | undefined;
  /** Where health, metrics and webhook are served; `undefined`: nowhere. */
  readonly port: number | undefined;
  readonly webhookSecret: string | undefined;
  /** Updates a minute that one Telegram user may send; 0: as many as they like. */
  readonly questionsPerMinute: number;
  /** Messages that the bot sends in a second, at most; 0: no limit. */
  readonly messagesPerSecond: number;
  readonly databaseUrl: string | undefined;
  /** Unset: warnings in the terminal, `info` for the bot. */
  readonly logLevel: LogLevel | undefined;
}

const secrets = new Set(['TELEGRAM_BOT_TOKEN', 'OPENAI_API_KEY', 'WEBHOOK_SECRET', 'DATABASE_URL']);

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const webAddress = z
  .string()
  .refine((value) => isUrl(value, ['http:', 'https:']), 'give an address such as https://example.org')
  .transform((value) => value.replace(/\/+$/, ''));

function idList(cure: string) {
  return z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,，]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => /^-?\d+$/.test(id) && Number.isSafeInteger(Number(id))), cure)
    .transform((ids) => ids.map(Number));
}

function count(fallback: number, digits = 6) {
  return z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`), 'give a number, 0 for no limit')
    .transform(Number)
    .default(fallback);
}

function between(least: number, most: number, fallback: number) {
  return z
    .string()
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `give a number from ${least} to ${most}`,
    })
    .transform(Number)
    .default(fallback);
}

/** The model at OpenAI itself: its small one of the present generation. Names of other servers cannot be guessed. */
const OPENAI_CHAT_MODEL = 'gpt-6-luna';

function isOpenAI(baseUrl: string | undefined): boolean {
  return baseUrl === undefined || new URL(baseUrl).hostname === 'api.openai.com';
}

const users = 'give numeric user ids separated by commas; @userinfobot tells a user theirs';

const environment = z.object({
  REPORTS_DIR: z.string().default('data/reports'),
  LIBRARY_DIR: z.string().default('data/library'),
  ALLOW_PRIVATE_URLS: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], { error: 'choose on or off' }))
    .default('off'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'give the token as @BotFather printed it, like 123456:ABC-def')
    .optional(),
  TELEGRAM_API_ROOT: webAddress.default('https://api.telegram.org'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress.optional(),
  CHAT_MODEL: z.string().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  MODEL_TIMEOUT_SECONDS: between(1, 600, 30),
  MODEL_CONCURRENCY: between(1, 1000, 8),
  MAX_TOKENS_PER_USER_PER_DAY: count(0, 9),
  ALLOWED_USERS: idList(users),
  ALLOWED_CHATS: idList('give numeric chat ids separated by commas; groups have negative ones'),
  ADMIN_USERS: idList(users),
  PUBLIC_URL: webAddress.optional(),
  PORT: z
    .string()
    .refine((value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      error: 'give a number from 1 to 65535',
    })
    .transform(Number)
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'use 1 to 256 letters, digits, _ and -')
    .optional(),
  QUESTIONS_PER_MINUTE: count(20),
  MESSAGES_PER_SECOND: count(30),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => isUrl(value, ['postgres:', 'postgresql:']),
      'give an address such as postgres://user@host/name',
    )
    .optional(),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(logLevels, { error: `choose one of ${logLevels.join(', ')}` }))
    .optional(),
});

/**
 * Reads settings from variables. Empty values count as unset, white space around a value is ignored.
 *
 * @throws UserError that lists every wrong variable with its cure.
 */
export function parseConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.keys(environment.shape).flatMap((name) => {
    const value = variables[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const values = Object.fromEntries(given);
  const parsed = environment.safeParse(values);
  if (!parsed.success) throw wrongSettings(parsed.error.issues, values);
  const env = parsed.data;
  const hasEndpoint = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;
  if (hasEndpoint && env.CHAT_MODEL === undefined && !isOpenAI(env.OPENAI_BASE_URL)) {
    const message = 'set it to the name of a model that the server of OPENAI_BASE_URL has';
    throw wrongSettings([{ path: ['CHAT_MODEL'], message }], values);
  }
  return {
    reportsDir: env.REPORTS_DIR,
    libraryDir: env.LIBRARY_DIR,
    allowPrivateUrls: env.ALLOW_PRIVATE_URLS === 'on',
    telegramBotToken: env.TELEGRAM_BOT_TOKEN,
    telegramApiRoot: env.TELEGRAM_API_ROOT,
    openaiApiKey: env.OPENAI_API_KEY,
    openaiBaseUrl: env.OPENAI_BASE_URL,
    chatModel: hasEndpoint ? (env.CHAT_MODEL ?? OPENAI_CHAT_MODEL) : undefined,
    embeddingModel: hasEndpoint ? env.EMBEDDING_MODEL : undefined,
    modelTimeoutSeconds: env.MODEL_TIMEOUT_SECONDS,
    modelConcurrency: env.MODEL_CONCURRENCY,
    maxTokensPerUserPerDay: env.MAX_TOKENS_PER_USER_PER_DAY,
    allowedUsers: env.ALLOWED_USERS,
    allowedChats: env.ALLOWED_CHATS,
    adminUsers: env.ADMIN_USERS,
    publicUrl: env.PUBLIC_URL,
    port: env.PORT,
    webhookSecret: env.WEBHOOK_SECRET,
    questionsPerMinute: env.QUESTIONS_PER_MINUTE,
    messagesPerSecond: env.MESSAGES_PER_SECOND,
    databaseUrl: env.DATABASE_URL,
    logLevel: env.LOG_LEVEL,
  };
}

/**
 * Reads settings from `.env` in the working folder and from the process; the process wins.
 *
 * @throws UserError as `parseConfig` does.
 */
export function readConfig(): Config {
  loadDotenv({ quiet: true });
  return parseConfig(process.env);
}

function wrongSettings(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  values: Readonly<Record<string, string>>,
): UserError {
  const lines = issues.map(({ path, message }) => {
    const name = String(path[0]);
    const shown = secrets.has(name) ? name : `${name}="${values[name] ?? ''}"`;
    return `  ${shown}: ${message}`;
  });
  return new UserError(
    'config-invalid',
    `Cannot start with these settings:\n${lines.join('\n')}`,
    'Correct them in .env or in the environment; .env.example describes each',
  );
}
