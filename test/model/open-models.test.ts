import { ChatPromptTemplate } from '@langchain/core/prompts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openModels } from '../../src/model/open-models.ts';
import { startModelServer } from '../support/model-server.ts';
import { makeModelFolder } from './model-folder.ts';

const log = createLog('silent');
const request = {
  prompt: ChatPromptTemplate.fromMessages([['human', '{question}']]),
  values: { question: '问' },
};

async function open(variables: Record<string, string>) {
  const models = await openModels(parseConfig({ LIBRARY_DIR: makeModelFolder(), ...variables }), log);
  onTestFinished(() => models?.close());
  return models;
}

describe('openModels()', () => {
  it('opens none without an endpoint', async () => {
    expect(await open({ CHAT_MODEL: 'm' })).toBeUndefined();
  });

  it('opens the model that is set, without a key where none is set, and sends nothing yet', async () => {
    await using server = await startModelServer();
    const models = await open({ OPENAI_BASE_URL: `${server.url}/`, CHAT_MODEL: 'm' });
    const before = server.requests.length;

    const { text } = await models!.chat.write(request);

    expect(before).toBe(0);
    expect(text).toBe('好的。');
    expect(models!.chat.name).toBe(`m@${new URL(server.url).host}`);
    expect(server.chats[0]?.headers.authorization).toBe('Bearer no-key');
  });

  it('refuses a user whose tokens of the day are spent, and nobody else', async () => {
    await using server = await startModelServer();
    const models = await open({
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'k',
      CHAT_MODEL: 'm',
      MAX_TOKENS_PER_USER_PER_DAY: '3',
    });
    await models!.chat.write({ ...request, user: '7' });

    await expect(models!.chat.write({ ...request, user: '7' })).rejects.toMatchObject({
      code: 'tokens-spent',
    });
    await models!.chat.write({ ...request, user: '8' });
    expect(models!.budget.spent('7')).toBe(4);
  });

  it('keeps texts', async () => {
    await using server = await startModelServer();
    const models = await open({ OPENAI_BASE_URL: server.url, CHAT_MODEL: 'm' });

    models!.texts.set('key', '文');

    expect(models!.texts.get('key')).toBe('文');
  });
});
