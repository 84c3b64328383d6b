import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';

function errorOf(variables: Record<string, string>): UserError {
  try {
    parseConfig(variables);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('Nothing was refused');
}

describe('parseConfig()', () => {
  it('needs nothing: reports and library have default folders', () => {
    const config = parseConfig({});

    expect(config.reportsDir).toBe('data/reports');
    expect(config.libraryDir).toBe('data/library');
    expect(config.telegramApiRoot).toBe('https://api.telegram.org');
    expect(config.telegramBotToken).toBeUndefined();
    expect(config.allowedUsers).toEqual([]);
  });

  it('takes an empty or blank value for unset', () => {
    const config = parseConfig({ REPORTS_DIR: '', TELEGRAM_BOT_TOKEN: '  ', PORT: '', ALLOWED_USERS: ' ' });

    expect(config.reportsDir).toBe('data/reports');
    expect(config.telegramBotToken).toBeUndefined();
    expect(config.port).toBeUndefined();
    expect(config.allowedUsers).toEqual([]);
  });

  it('reads lists of ids, numbers and levels', () => {
    const config = parseConfig({
      ALLOWED_USERS: '1, 2,3',
      ALLOWED_CHATS: '-100123',
      PORT: '8080',
      LOG_LEVEL: 'DEBUG',
    });

    expect(config.allowedUsers).toEqual([1, 2, 3]);
    expect(config.allowedChats).toEqual([-100123]);
    expect(config.port).toBe(8080);
    expect(config.logLevel).toBe('debug');
  });

  it('limits what one person asks and what is sent, unless told otherwise', () => {
    expect(parseConfig({})).toMatchObject({ questionsPerMinute: 20, messagesPerSecond: 30 });
    expect(parseConfig({ QUESTIONS_PER_MINUTE: '0' }).questionsPerMinute).toBe(0);
    expect(errorOf({ MESSAGES_PER_SECOND: '-1' }).message).toContain('give a number, 0 for no limit');
  });

  it('allows private addresses only where it is told to', () => {
    expect(parseConfig({}).allowPrivateUrls).toBe(false);
    expect(parseConfig({ ALLOW_PRIVATE_URLS: 'OFF' }).allowPrivateUrls).toBe(false);
    expect(parseConfig({ ALLOW_PRIVATE_URLS: 'on' }).allowPrivateUrls).toBe(true);
    expect(errorOf({ ALLOW_PRIVATE_URLS: 'yes' }).message).toContain('choose on or off');
  });

  it('uses no model without an endpoint, whatever else is set', () => {
    const config = parseConfig({ CHAT_MODEL: 'm', EMBEDDING_MODEL: 'e' });

    expect(config).toMatchObject({ chatModel: undefined, embeddingModel: undefined });
  });

  it('knows a model at OpenAI itself, and keeps embeddings local unless told otherwise', () => {
    const OPENAI_BASE_URL = 'https://api.openai.com/v1';

    expect(parseConfig({ OPENAI_API_KEY: 'k' })).toMatchObject({
      chatModel: 'gpt-6-luna',
      embeddingModel: undefined,
      modelTimeoutSeconds: 30,
      modelConcurrency: 8,
      maxTokensPerUserPerDay: 0,
    });
    expect(parseConfig({ OPENAI_BASE_URL }).chatModel).toBe('gpt-6-luna');
    expect(parseConfig({ OPENAI_BASE_URL, CHAT_MODEL: 'm', EMBEDDING_MODEL: 'e' })).toMatchObject({
      chatModel: 'm',
      embeddingModel: 'e',
    });
  });

  it('needs the name of the model at any other address, with or without a key', () => {
    const OPENAI_BASE_URL = 'http://localhost:11434/v1';

    expect(errorOf({ OPENAI_BASE_URL }).message).toContain('CHAT_MODEL="": set it to the name of a model');
    expect(errorOf({ OPENAI_BASE_URL, OPENAI_API_KEY: 'k' }).message).toContain('OPENAI_BASE_URL');
    expect(parseConfig({ OPENAI_BASE_URL, CHAT_MODEL: 'qwen3' })).toMatchObject({
      openaiApiKey: undefined,
      chatModel: 'qwen3',
    });
  });

  it('bounds the time and number of requests to a model', () => {
    expect(errorOf({ MODEL_TIMEOUT_SECONDS: '0' }).message).toContain('give a number from 1 to 600');
    expect(errorOf({ MODEL_CONCURRENCY: 'many' }).message).toContain('give a number from 1 to 1000');
    expect(parseConfig({ MAX_TOKENS_PER_USER_PER_DAY: '2000000' }).maxTokensPerUserPerDay).toBe(2_000_000);
  });

  it('drops the slash at the end of an address', () => {
    expect(parseConfig({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' }).telegramApiRoot).toBe(
      'http://127.0.0.1:8081',
    );
  });

  it('names every wrong variable at once, each with its cure', () => {
    const error = errorOf({
      PORT: '99999',
      LOG_LEVEL: 'loud',
      ALLOWED_USERS: '@someone',
      PUBLIC_URL: 'example',
    });

    expect(error.message.split('\n')).toHaveLength(5);
    expect(error.message).toContain('PORT="99999": give a number from 1 to 65535');
    expect(error.message).toContain('LOG_LEVEL="loud": choose one of fatal, error');
    expect(error.message).toContain('ALLOWED_USERS="@someone": give numeric user ids');
    expect(error.message).toContain('PUBLIC_URL="example": give an address');
    expect(error.cure).toContain('.env');
  });

  it('never prints a secret', () => {
    const error = errorOf({
      TELEGRAM_BOT_TOKEN: 'no token',
      DATABASE_URL: 'mysql://me:pass@host',
      WEBHOOK_SECRET: 'a b',
    });

    expect(error.message).not.toMatch(/no token|pass|a b/);
    expect(error.message).toContain('TELEGRAM_BOT_TOKEN: give the token');
  });
});

describe('readConfig()', () => {
  it('reads .env of the working folder without a word, and lets the environment win', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhibao-config-'));
    await writeFile(join(folder, '.env'), 'REPORTS_DIR=from-file\nLIBRARY_DIR=from-file\n');
    const module = fileURLToPath(new URL('../src/config.ts', import.meta.url));
    const script = `import { readConfig } from ${JSON.stringify(module)}; process.stdout.write(JSON.stringify(readConfig()))`;

    const printed = execFileSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      { cwd: folder, env: { PATH: process.env.PATH, LIBRARY_DIR: 'from-environment' }, encoding: 'utf8' },
    );

    expect(JSON.parse(printed)).toMatchObject({ reportsDir: 'from-file', libraryDir: 'from-environment' });
  });
});

describe('.env.example', () => {
  it('documents every variable that is read, and no other', async () => {
    const example = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
    const source = await readFile(new URL('../src/config.ts', import.meta.url), 'utf8');
    const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name).sort();

    expect(documented).toEqual(read);
    expect(read).toHaveLength(22);
  });
});
