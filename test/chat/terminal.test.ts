import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Assistant } from '../../src/answer/assistant.ts';
import { runTerminal } from '../../src/chat/terminal.ts';
import { createLog } from '../../src/log.ts';
import { createFixedAssistant, makeAnswer, makeCitation } from '../support/fixed-assistant.ts';
import { createWritingAssistant } from '../support/writing-assistant.ts';

const question = '清河县2021年行政复议案件有多少件？';
const answers = { [question]: makeAnswer({ citations: [makeCitation(), makeCitation({ paragraph: 13 })] }) };

function openChat(assistant: Assistant, interactive = false) {
  const input = new PassThrough();
  const output = new PassThrough();
  const stop = new AbortController();
  let printed = '';
  output.setEncoding('utf8').on('data', (part: string) => {
    printed += part;
  });
  const ended = runTerminal({
    assistant,
    input,
    output,
    interactive,
    color: false,
    language: 'zh',
    log: createLog('silent'),
    signal: stop.signal,
  });
  return { input, output, stop, ended, printed: () => printed };
}

/** Writes what a person asks; what the greeting tries out is answered at once. */
function writingForAPerson() {
  const { assistant, nextWriting } = createWritingAssistant();
  const ask: Assistant['ask'] = (asked, id, options) =>
    (options?.isOffline ? createFixedAssistant(answers) : assistant).ask(asked, id, options);
  return { assistant: { ...assistant, ask }, nextWriting };
}

async function chat(lines: string, assistant: Assistant = createFixedAssistant(answers)): Promise<string> {
  const { input, ended, printed } = openChat(assistant);
  input.end(lines);
  await ended;
  return printed();
}

describe('runTerminal() from a pipe', () => {
  it('answers one question a line and ends with the input, without greeting or prompt', async () => {
    const assistant = createFixedAssistant(answers);
    const printed = await chat(`${question}\r\n\n  \n别的问题`, assistant);

    // The address of the page stands below the first place.
    const shown = printed.replace('\n   https://www.example.gov.cn/report.html · 发布于 2022-01-18', '');
    expect(shown).toBe(`${answers[question]?.text}\n\n资料库中没有。\n\n`);
    expect(assistant.asked).toEqual([
      { question, chat: expect.stringMatching(/^terminal:/) },
      { question: '别的问题', chat: assistant.asked[0]?.chat },
    ]);
  });

  it('answers a question that is too long without passing it on', async () => {
    const assistant = createFixedAssistant();
    const printed = await chat(`${'字'.repeat(100_000)}\n`, assistant);

    expect(printed).toBe('问题太长：共100000字，最多2000字。请缩短后再问。\n\n');
    expect(assistant.asked).toEqual([]);
  });

  it('lets the person at the terminal pay, and ends what is being written with the chat', async () => {
    const { assistant, nextWriting } = createWritingAssistant();
    const { input, stop, ended } = openChat(assistant);
    input.write('问\n');
    const { options } = await nextWriting();

    stop.abort();
    await ended;

    expect(options.user).toBe('terminal');
    expect(options.signal?.aborted).toBe(true);
  });

  it('goes on after a question that fails', async () => {
    const assistant = createFixedAssistant({ ...answers, 坏问题: new Error('no disk') });
    const printed = await chat(`坏问题\n${question}\n`, assistant);

    expect(printed).toContain('没能处理完');
    expect(printed).toContain('48件');
    expect(printed).not.toContain('no disk');
  });

  it('knows /help, /reports and what is no command', async () => {
    const printed = await chat('/help\n/reports\n/nothing\n');

    expect(printed).toContain('/quit');
    expect(printed).toContain('- 清河县 (河北省 › 邢台市): 2020、2021');
    expect(printed).toContain('没有 /nothing 这个命令');
  });

  it.each(['原文', '/原文', 'original', '/Original'])(
    'shows the whole cited paragraph for %s',
    async (command) => {
      const printed = await chat(`${question}\n${command}\n`);

      expect(printed).toContain('（三）行政复议 › ¶12\n全年受理行政复议案件48件，审结45件。\nhttps://');
    },
  );

  it('shows the paragraph of another citation by its number', async () => {
    expect(await chat(`${question}\n原文 2\n`)).toContain('› ¶13\n全年');
  });

  it('says so where nothing was cited yet', async () => {
    expect(await chat('原文\n')).toContain('还没有可以显示原文的回答');
    expect(await chat('original\n')).toContain('No answer with a source yet');
  });

  it('ends at /quit and leaves the rest unasked', async () => {
    const assistant = createFixedAssistant(answers);

    expect(await chat(`/quit\n${question}\n`, assistant)).toBe('');
    expect(assistant.asked).toEqual([]);
  });

  it('ends when its reader has left', async () => {
    const { input, output, ended } = openChat(createFixedAssistant(answers));

    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    input.write(`${question}\n`);

    await expect(ended).resolves.toBeUndefined();
  });

  it('ends while a question is being answered when it is stopped', async () => {
    const asked = new PassThrough();
    const assistant: Assistant = {
      ...createFixedAssistant(),
      ask: () => {
        asked.resume().end();
        return new Promise(() => {});
      },
    };
    const { input, stop, ended } = openChat(assistant);
    input.write(`${question}\n`);
    await once(asked, 'end');

    stop.abort();

    await expect(ended).resolves.toBeUndefined();
  });
});

describe('runTerminal() with a person typing', () => {
  it('greets, prompts, answers, and says goodbye at the end of input', async () => {
    const { input, ended, printed } = openChat(createFixedAssistant(answers), true);
    input.end(`${question}\n`);
    await ended;

    expect(printed()).toContain('资料库现有2份报告');
    expect(printed()).toContain('可以这样问：');
    expect(printed()).toContain('> ');
    expect(printed()).toContain('48件');
    expect(printed()).toMatch(/再见。\n$/);
  });

  it('ends only the writing at the first Ctrl-C while a model writes', async () => {
    const { assistant, nextWriting } = writingForAPerson();
    const { input, ended, printed } = openChat(assistant, true);
    input.write('问\n');
    await nextWriting();

    input.write('\u0003');
    await vi.waitFor(() => expect(printed()).toContain('原文：问'), 10_000);
    input.write('再问\n');
    (await nextWriting()).finish();
    input.end();
    await ended;

    expect(printed()).toContain('写完：再问');
  });

  it('ends the writing for a newer question', async () => {
    const { assistant, nextWriting } = writingForAPerson();
    const { input, ended, printed } = openChat(assistant, true);
    input.write('问\n');
    await nextWriting();

    input.write('再问\n');
    (await nextWriting()).finish();
    input.end();
    await ended;

    expect(printed()).toContain('原文：问');
    expect(printed()).toContain('写完：再问');
  });

  it('ends at Ctrl-C', async () => {
    const { input, ended, printed } = openChat(createFixedAssistant(answers), true);
    input.write('\u0003');
    await ended;

    expect(printed()).toMatch(/再见。\n$/);
  });
});
