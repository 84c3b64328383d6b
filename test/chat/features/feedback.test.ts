/** 👍, 👎, what was wrong, /feedback, and `npm run feedback`. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/run-command.ts';
import { startReportBot } from '../../support/start-report-bot.ts';
import { useReports } from '../../support/use-reports.ts';

const reports = useReports('data/reports');
const question = '花都2019年综合纠错率是多少?';

async function listFeedback(libraryDir: string, ...options: readonly string[]) {
  const { stdout } = await runCommand('scripts/feedback.ts', ['--json', ...options], {
    LIBRARY_DIR: libraryDir,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('feedback', () => {
  it('keeps a rating with question, answer and citations', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();

    bot.telegram.userPresses('👍');

    expect((await bot.telegram.nextCallbackAnswer()).text).toBe('谢谢！');
    expect(await listFeedback(bot.libraryDir)).toEqual([
      expect.objectContaining({
        rating: 'good',
        comment: null,
        question,
        answer: '21.9%',
        citations: [
          {
            place: expect.stringMatching(/^《广州市花都区2019年.*¶25$/),
            quote: expect.stringContaining('综合纠错率21.9%'),
          },
        ],
      }),
    ]);
  });

  it('asks what was wrong and keeps the reply to that, not as a question', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('👎');
    const asking = await bot.telegram.nextMessage();

    bot.telegram.userSays('应该是 <22%>', { replyTo: asking.messageId });

    expect(asking.fields.reply_markup).toMatchObject({ force_reply: true });
    expect((await bot.telegram.nextMessage()).text).toBe('谢谢，已经记下。');
    expect(await listFeedback(bot.libraryDir, '--bad')).toMatchObject([
      { rating: 'bad', comment: '应该是 <22%>', question },
    ]);
  });

  it('asks what was wrong once, however often 👎 is pressed', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    for (let press = 0; press < 2; press += 1) bot.telegram.userPresses('👎');
    const asking = await bot.telegram.nextMessage();
    for (let press = 0; press < 2; press += 1) await bot.telegram.nextCallbackAnswer();

    bot.telegram.userSays('不对', { replyTo: asking.messageId });

    expect((await bot.telegram.nextMessage()).text).toBe('谢谢，已经记下。');
    expect(await listFeedback(bot.libraryDir)).toMatchObject([{ rating: 'bad', comment: '不对' }]);
  });

  it('takes words that were corrected for those before', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/feedback');
    const asking = await bot.telegram.nextMessage();
    const said = bot.telegram.userSays('隐私', { replyTo: asking.messageId });
    await bot.telegram.nextMessage();

    bot.telegram.userEdits(said, '花都2019年应该是22%');
    bot.telegram.userSays('/help');
    await bot.telegram.nextMessage();

    expect(bot.telegram.sent).toHaveLength(3);
    expect(await listFeedback(bot.libraryDir)).toMatchObject([{ comment: '花都2019年应该是22%' }]);
  });

  it('takes the last rating of a reader for theirs', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();

    for (const rating of ['👎', '👍']) {
      bot.telegram.userPresses(rating);
      await bot.telegram.nextCallbackAnswer();
    }

    expect(await listFeedback(bot.libraryDir)).toMatchObject([{ rating: 'good' }]);
  });

  it('takes words behind /feedback, or in reply to what it asks', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays('/feedback 很好用');
    await bot.telegram.nextMessage();
    bot.telegram.userSays('/feedback');
    const asking = await bot.telegram.nextMessage();
    bot.telegram.userSays('希望有更多报告', { replyTo: asking.messageId });
    await bot.telegram.nextMessage();

    expect(await listFeedback(bot.libraryDir)).toMatchObject([
      { rating: 'note', comment: '希望有更多报告' },
      { rating: 'note', comment: '很好用' },
    ]);
  });

  it('outlives /forget without its author', async () => {
    await using bot = await startReportBot(reports.library);
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('👍');
    await bot.telegram.nextCallbackAnswer();
    bot.telegram.userSays('/forget');
    await bot.telegram.nextMessage();

    expect(await listFeedback(bot.libraryDir)).toHaveLength(1);
  });
});

describe('npm run feedback', () => {
  it('lists for people, and says where there is nothing', async () => {
    await using bot = await startReportBot(reports.library);
    const before = await runCommand('scripts/feedback.ts', [], { LIBRARY_DIR: '/nowhere' });
    bot.telegram.userSays(question);
    await bot.telegram.nextMessage();
    bot.telegram.userPresses('👎');
    await bot.telegram.nextMessage();

    const { stdout, exitCode } = await runCommand('scripts/feedback.ts', [], { LIBRARY_DIR: bot.libraryDir });

    expect(before).toMatchObject({ exitCode: 0, stdout: '', stderr: 'No feedback yet\n' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^👎 \S+ 花都2019年综合纠错率是多少\?\n {3}21\.9%\n {3}《广州市花都区2019年/);
  });
});
