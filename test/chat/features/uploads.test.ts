/** Reports that administrators send: shown, corrected, added by a press, and nothing before it. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LibraryError } from '../../../src/errors.ts';
import { anyData } from '../../support/arbitrary-updates.ts';
import { makeZip } from '../../support/make-zip.ts';
import { newReport, reportFile, startUploadBot, type UploadBot } from '../../support/start-upload-bot.ts';

const question = '花都2019年综合纠错率是多少?';
const buttons = ['📍 更正地区', '📅 更正年份', '✅ 添加', '🗑 放弃'];

const labels = (message: { readonly buttons: readonly { readonly text: string }[] }) =>
  message.buttons.map(({ text }) => text);

/** The next edit that says how something ended. */
async function nextEnd(bot: UploadBot) {
  for (;;) {
    const edit = await bot.telegram.nextEdit();
    if (!edit.text.includes('⏳')) return edit;
  }
}

function kept(bot: UploadBot): readonly string[] {
  return readdirSync(join(bot.libraryDir, 'uploads'));
}

function held(bot: UploadBot): readonly number[] {
  return bot.assistant.reports().map(({ year }) => year);
}

/** A text that says of a report all but what is left out. */
function text(title: string): Uint8Array {
  const lines = [
    title,
    '一、依法行政',
    '全年共办理行政复议案件37件，审结35件，依法行政水平持续提升，法治政府建设取得新成效。',
    '二、下一步工作',
    '进一步规范行政执法，推进法治政府建设各项工作落到实处，不断提升群众的满意度。',
  ];
  return Buffer.from(lines.join('\n'));
}

describe('a document of an administrator', () => {
  it('is answered with what was read, enters nothing before Add, and is asked about at once after it', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;

    const sent = telegram.userSendsDocument(newReport);
    const card = await telegram.nextMessage();

    expect(card.replyTo).toBe(sent);
    expect(card.text).toContain('广东省 › 广州市 › 花都区 · 2019年');
    expect(card.text).toMatch(/共 \d+ 个标题、\d+ 段、\d+ 个数据。/);
    expect(card.text).toContain('资料库还没有这份报告');
    expect(labels(card)).toEqual(buttons);
    expect(held(bot)).toHaveLength(2);
    expect(kept(bot)).toHaveLength(1);

    telegram.userPresses('✅ 添加');
    const added = await nextEnd(bot);

    expect(added.messageId).toBe(card.messageId);
    expect(added.text).toMatch(/✅ 已添加：广州市花都区2019年（\S+），现在就可以提问。/);
    expect(labels(added)).toContain('📋 广州市花都区2019年总结');
    expect(held(bot)).toHaveLength(3);
    expect(kept(bot)).toEqual([]);
    telegram.userSays(question);
    expect((await telegram.nextMessage()).text).toContain('21.9%');
    telegram.userPresses(labels(added)[0] ?? '');
    expect((await telegram.nextMessage()).text).toContain('花都');
    expect(telegram.refusals).toEqual([]);
  });

  it('leaves no trace when it is discarded, and its buttons work once', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSendsDocument(newReport);
    const { messageId, buttons: under } = await telegram.nextMessage();

    telegram.userPresses('🗑 放弃');
    const discarded = await telegram.nextEdit();
    await telegram.nextCallbackAnswer();
    const from = { id: 7, is_bot: false, first_name: 'Reader', language_code: 'zh' };
    const message = telegram.messagesIn(7).find(({ message_id }) => message_id === messageId);
    for (const { callback_data } of under) {
      telegram.update({
        callback_query: {
          id: `late-${callback_data}`,
          from,
          message,
          chat_instance: '7',
          data: callback_data,
        },
      });
      await telegram.nextCallbackAnswer();
    }

    expect(discarded.text).toContain('已放弃');
    expect(discarded.buttons).toEqual([]);
    const answers = telegram.calls.filter(({ method }) => method === 'answerCallbackQuery').slice(1);
    expect(answers.map(({ fields }) => fields.text)).toEqual(Array(4).fill('这份文件已经处理过了。'));
    expect(held(bot)).toHaveLength(2);
    expect(kept(bot)).toEqual([]);
  });

  it('is added once, however often Add is pressed', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSendsDocument(newReport);
    await telegram.nextMessage();

    for (let press = 0; press < 3; press += 1) telegram.userPresses('✅ 添加');
    for (let press = 0; press < 3; press += 1) await telegram.nextCallbackAnswer();

    expect(held(bot)).toHaveLength(3);
    expect(readdirSync(bot.reportsDir).filter((name) => name.endsWith('.txt'))).toHaveLength(3);
    expect(telegram.sent.at(-1)?.text).toContain('已添加');
  });

  it('survives a restart, with its buttons', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(newReport);
    await bot.telegram.nextMessage();

    await bot.restart();
    bot.telegram.userPresses('✅ 添加');

    expect((await nextEnd(bot)).text).toContain('已添加');
    expect(held(bot)).toHaveLength(3);
  });

  it('is said to be added where a stop came after it was entered, and before that could be said', async () => {
    let isEntered = () => {};
    const entered = new Promise<void>((resolve) => (isEntered = resolve));
    await using bot = await startUploadBot({}, (intake) => ({
      ...intake,
      async enter(sources, options) {
        await intake.enter(sources, options);
        isEntered();
        // As long as a stop waits, and longer.
        await once(options?.signal ?? new EventTarget(), 'abort');
        throw options?.signal?.reason;
      },
    }));
    bot.telegram.userSendsDocument(newReport);
    const card = await bot.telegram.nextMessage();
    bot.telegram.userPresses('✅ 添加');
    await entered;

    await bot.restart();
    const added = await nextEnd(bot);

    expect(added.messageId).toBe(card.messageId);
    expect(added.text).toContain('✅ 已添加');
    expect(held(bot)).toHaveLength(3);
  });

  it('can be added again where that failed', async () => {
    let failures = 1;
    await using bot = await startUploadBot({}, (intake) => ({
      ...intake,
      async enter(sources, options) {
        if (failures-- > 0) throw new LibraryError('disk-full', 'Cannot enter reports: the disk is full');
        return await intake.enter(sources, options);
      },
    }));
    bot.telegram.userSendsDocument(newReport);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('✅ 添加');
    const failed = await nextEnd(bot);

    bot.telegram.userPresses('✅ 添加');

    expect(failed.text).toContain('⚠️ 没能添加：磁盘已满');
    expect(labels(failed)).toEqual(buttons);
    expect((await nextEnd(bot)).text).toContain('已添加');
  });

  it('says how far it is, and lets questions of the same chat be answered meanwhile', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await using bot = await startUploadBot({ draftEveryMs: 0 }, (intake) => ({
      ...intake,
      async enter(sources, options) {
        options?.onProgress?.({ stage: 'embed', done: 1, total: 4 });
        await held;
        return await intake.enter(sources, options);
      },
    }));
    bot.telegram.userSendsDocument(newReport);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('✅ 添加');
    const progress = await bot.telegram.nextEdit();

    bot.telegram.userSays('资料库里有哪些报告？');
    const answer = await bot.telegram.nextMessage();
    goOn();

    expect(progress.text).toContain('⏳ 正在添加');
    expect(progress.buttons).toEqual([]);
    expect(answer.text).toContain('鼓楼');
    expect((await nextEnd(bot)).text).toContain('已添加');
  });

  it('goes with what is forgotten of its sender', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(newReport);
    await bot.telegram.nextMessage();

    bot.telegram.userSays('/forget');
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('✅ 添加');

    expect((await bot.telegram.nextCallbackAnswer()).text).toContain('已经不在了');
    expect(kept(bot)).toEqual([]);
  });

  it('says what is held already, and what a newer version replaces', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSendsDocument(newReport);
    await telegram.nextMessage();
    telegram.userPresses('✅ 添加');
    const id = /（(\S+?)），现在/.exec((await nextEnd(bot)).text)?.[1];

    telegram.userSendsDocument(newReport);
    const same = await telegram.nextMessage();
    const newer = Buffer.from(newReport.bytes.toString().replaceAll('21.9%', '22.9%'));
    telegram.userSendsDocument({ name: newReport.name, bytes: newer });
    const version = await telegram.nextMessage();
    telegram.userSendsDocument({ name: '另一份.txt', bytes: text('广州市花都区2019年法治政府建设情况报告') });
    const second = await telegram.nextMessage();
    telegram.userPresses('✅ 添加', { messageId: version.messageId });
    const replaced = await nextEnd(bot);

    expect(same.text).toContain(`资料库已有同一份报告（${id}），无需添加。`);
    expect(labels(same)).not.toContain('✅ 添加');
    expect(version.text).toContain(`添加后替换 ${id}，编号不变。`);
    expect(second.text).toContain(`资料库已有该地区该年的另一份报告（${id}）`);
    expect(replaced.text).toContain(`✅ 已替换：广州市花都区2019年（${id}）`);
    expect(held(bot)).toHaveLength(3);
  });

  it('is corrected by words, in reply or alone, before it is added', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSendsDocument({ name: 'a.txt', bytes: text('法治政府建设情况报告') });
    const card = await telegram.nextMessage();
    telegram.userPresses('📍 更正地区');
    const askRegion = await telegram.nextMessage();

    telegram.userSays('某某地方', { replyTo: askRegion.messageId });
    const again = await telegram.nextMessage();
    telegram.userSays('广州市花都区', { replyTo: again.messageId });
    const placed = await telegram.nextEdit();
    await telegram.nextMessage();
    telegram.userPresses('📅 更正年份');
    await telegram.nextMessage();
    telegram.userSays('1948');
    const asked = await telegram.nextMessage();
    telegram.userSays('二〇一八年');
    const dated = await telegram.nextEdit();

    expect(card.text).toContain('没有写明是哪个地区');
    expect(labels(card)).toEqual(['📍 更正地区', '📅 更正年份', '🗑 放弃']);
    expect(askRegion.fields.reply_markup).toMatchObject({ force_reply: true });
    expect(again.text).toContain('“某某地方”不是我认识的地区');
    expect(placed.text).toContain('没有写明是哪一年');
    expect(asked.text).not.toContain('年份');
    expect(dated.messageId).toBe(card.messageId);
    expect(dated.text).toContain('花都区 · 2018年');
    expect((await telegram.nextMessage()).text).toContain('已改为：2018');
    telegram.userPresses('✅ 添加');
    expect((await nextEnd(bot)).text).toContain('已添加：广州市花都区2018年');
    expect(telegram.refusals).toEqual([]);
  });

  it('keeps a question that is asked meanwhile a question', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(newReport);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('📅 更正年份');
    await bot.telegram.nextMessage();

    bot.telegram.userSays('资料库里有哪些报告？');

    expect((await bot.telegram.nextMessage()).text).toContain('鼓楼');
  });

  it('shows an archive on one card, and adds all reports of it', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(reportFile('test/report-kinds/extra/four-reports.zip'));
    const card = await bot.telegram.nextMessage();

    bot.telegram.userPresses(labels(card)[0] ?? '');
    const added = await nextEnd(bot);

    expect(labels(card)).toEqual(['✅ 全部添加（4）', '🗑 放弃']);
    expect(added.text).toContain('✅ 已添加 4 份');
    expect(held(bot)).toHaveLength(6);
  });
});

describe('an archive with a list of its reports', () => {
  const archiveWith = (register: string) => ({
    name: 'all.zip',
    bytes: makeZip([
      { name: '1.txt', data: text('2020年法治政府建设情况报告') },
      { name: '2.txt', data: text('广州市番禺区2020年法治政府建设情况报告') },
      { name: 'reports.json', data: register },
    ]),
  });

  it('is shown and added as the list says', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(archiveWith('[{ "file": "1.txt", "region": "广州市白云区" }]'));
    const card = await bot.telegram.nextMessage();

    bot.telegram.userPresses(labels(card)[0] ?? '');
    const added = await nextEnd(bot);

    expect(card.text).toContain('广东省 › 广州市 › 白云区 · 2020年');
    expect(added.text).toContain('✅ 已添加 2 份');
    expect(bot.assistant.reports().map(({ region }) => region)).toContain('白云区');
  });

  it('is added without the list where that cannot be used, and the card says why', async () => {
    await using bot = await startUploadBot();
    bot.telegram.userSendsDocument(archiveWith('[{ "region": "广州市白云区" }]'));
    const card = await bot.telegram.nextMessage();

    bot.telegram.userPresses(labels(card)[0] ?? '');
    const added = await nextEnd(bot);

    expect(card.text).toContain('reports.json: 这份清单用不了（0.file');
    expect(added.text).toContain('✅ 已添加 1 份');
  });
});

describe('what is no report', () => {
  it.each([
    ['a scan', reportFile('test/report-kinds/extra/scan-without-text.pdf'), '扫描件'],
    ['an empty file', { name: 'a.txt', bytes: Buffer.from(' ') }, '文件是空的'],
    [
      'another text',
      { name: 'a.txt', bytes: Buffer.from('今天天气很好。'.repeat(20)) },
      '没有法治政府建设报告的正文',
    ],
    [
      'a picture',
      { name: 'a.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1') },
      '不能读这种文件',
    ],
    ['a damaged PDF', { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj') }, '已损坏'],
    ['a large file', { name: 'a.pdf', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }, '最多 20 MB'],
  ])('is refused with the reason: %s', async (_, file, reason) => {
    await using bot = await startUploadBot();

    bot.telegram.userSendsDocument(file);
    const chinese = await bot.telegram.nextMessage();
    bot.telegram.userSendsDocument(file, { language: 'en' });
    const english = await bot.telegram.nextMessage();

    expect(chinese.text).toContain(`没有接受“${file.name}”：`);
    expect(chinese.text).toContain(reason);
    expect(english.text).toContain(`"${file.name}" was not taken: `);
    expect(english.text).not.toMatch(/\p{Script=Han}/u);
    expect(chinese.buttons).toEqual([]);
  });
});

describe('a download', () => {
  it('is made again when it breaks, and is told of when it does not come', async () => {
    await using bot = await startUploadBot();
    bot.telegram.fail('file', 'broken', 1);
    bot.telegram.fail('file', 'dropped', 1);

    bot.telegram.userSendsDocument(newReport);
    expect((await bot.telegram.nextMessage()).text).toContain('花都区');

    bot.telegram.fail('file', 'broken', 4);
    bot.telegram.userSendsDocument(newReport);
    expect((await bot.telegram.nextMessage()).text).toContain('没能从 Telegram 下载');
  });

  it.each([
    '/var/lib/telegram-bot-api/secret.txt',
    'documents/../../../etc/passwd',
    '//example.org/file',
    'C:\\secret.txt',
  ])('is not asked for outside of the address of files: %s', async (path) => {
    await using bot = await startUploadBot();

    bot.telegram.userSendsDocument({ ...newReport, path });

    expect((await bot.telegram.nextMessage()).text).toContain('--local');
    expect(bot.telegram.calls.filter(({ method }) => method === 'file')).toEqual([]);
  });
});

describe('others', () => {
  it('are told once that only administrators may, and are answered as before', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    const stranger = { userId: 3 };

    telegram.userSendsDocument(newReport, stranger);
    const told = await telegram.nextMessage();
    telegram.userSendsDocument(newReport, stranger);
    const again = await telegram.nextMessage();
    telegram.userSendsDocument({ ...newReport, caption: '资料库里有哪些报告？' }, stranger);
    const answered = await telegram.nextMessage();
    telegram.userSays('/add https://example.org', stranger);
    const refused = await telegram.nextMessage();

    expect(told.text).toContain('只有管理员可以添加报告');
    expect(again.text).toBe('我只能阅读文字，请用文字提问。');
    expect(answered.text).toContain('鼓楼');
    expect(refused.text).toContain('只有管理员可以添加报告');
    expect(telegram.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
  });

  it('cannot press the buttons of a card, nor can an administrator in another chat', async () => {
    await using bot = await startUploadBot({ adminUsers: [7, 8] });
    const { telegram } = bot;
    const group = { chatId: -5, chatType: 'group' } as const;
    telegram.userSendsDocument({ ...newReport, caption: '@zhibao_test_bot' }, group);
    const card = await telegram.nextMessage();
    const data = card.buttons.find(({ text }) => text === '✅ 添加')?.callback_data;

    telegram.userPresses('✅ 添加', { ...group, userId: 3 });
    expect((await telegram.nextCallbackAnswer()).text).toContain('只有管理员');
    const from = { id: 8, is_bot: false, first_name: 'Other', language_code: 'zh' };
    const message = { message_id: 1, date: 1, chat: { id: 8, type: 'private' } };
    telegram.update({ callback_query: { id: 'elsewhere', from, message, chat_instance: '8', data } });
    expect((await telegram.nextCallbackAnswer()).text).toContain('已经不在了');
    expect(held(bot)).toHaveLength(2);

    telegram.userPresses('✅ 添加', { ...group, userId: 8 });
    expect((await nextEnd(bot)).text).toContain('已添加');
  });

  it('and administrators may press anything, and every press is answered once', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSendsDocument({ name: 'a.txt', bytes: text('法治政府建设情况报告') });
    await telegram.nextMessage();
    const message = telegram.messagesIn(7).at(-1);
    let id = 0;

    await fc.assert(
      fc.asyncProperty(anyData, fc.constantFrom(7, 3), async (data, user) => {
        id += 1;
        const from = { id: user, is_bot: false, first_name: 'Reader' };
        telegram.update({ callback_query: { id: `press-${id}`, from, message, chat_instance: '7', data } });

        expect((await telegram.nextCallbackAnswer()).queryId).toBe(`press-${id}`);
      }),
      { numRuns: 100 },
    );

    expect(held(bot)).toHaveLength(2);
    expect(telegram.refusals.filter(({ description }) => !/not modified/.test(description))).toEqual([]);
  });

  it('may send what they like in a group, as long as the bot is not meant', async () => {
    await using bot = await startUploadBot();
    const group = { chatId: -5, chatType: 'group' } as const;

    bot.telegram.userSendsDocument(newReport, group);
    bot.telegram.userSays('@zhibao_test_bot 资料库里有哪些报告？', group);

    expect((await bot.telegram.nextMessage()).text).toContain('鼓楼');
  });
});

describe('/add', () => {
  it('shows a page as it shows a document', async () => {
    await using bot = await startUploadBot();
    const site = createServer((request, response) => {
      if (request.url !== '/report.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(newReport.bytes);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void site.close());
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

    bot.telegram.userSays(`/add ${address}/report.txt`);
    const card = await bot.telegram.nextMessage();
    bot.telegram.userPresses('✅ 添加');
    const added = await nextEnd(bot);

    expect(card.text).toContain('花都区 · 2019年');
    expect(added.text).toContain('已添加');
    const cited = (await bot.assistant.ask(question)).citations[0];
    expect(cited?.url).toBe(`${address}/report.txt`);
  });

  it('says why a page is not fetched, and how it is used', async () => {
    await using bot = await startUploadBot();

    bot.telegram.userSays('/add');
    expect((await bot.telegram.nextMessage()).text).toContain('/add https://');
    bot.telegram.userSays('/add ftp://example.org/a');
    expect((await bot.telegram.nextMessage()).text).toContain('这不是网页地址');
  });

  it('stands in the menu and the help of administrators only', async () => {
    await using bot = await startUploadBot();
    const { telegram } = bot;
    telegram.userSays('/help');
    const help = await telegram.nextMessage();
    telegram.userSays('/help', { userId: 3 });
    const other = await telegram.nextMessage();

    await bot.restart();
    telegram.userSays('/help');
    await telegram.nextMessage();

    expect(help.text).toContain('/add');
    expect(other.text).not.toContain('/add');
    const menus = telegram.commands().map(({ scope, chatId, commands }) => ({
      scope,
      chatId,
      add: commands.some(({ command }) => command === 'add'),
    }));
    expect(menus).toContainEqual({ scope: 'chat', chatId: 7, add: true });
    expect(menus.filter(({ scope }) => scope === 'default').some(({ add }) => add)).toBe(false);
  });
});
