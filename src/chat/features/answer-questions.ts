/** Free text: a question in, its answer as the reply. */
import { Composer, type Context } from 'grammy';
import type { Assistant } from '../../answer/assistant.ts';
import { describeError, type Log } from '../../log.ts';
import { WORDING } from '../../wording/wording.ts';
import { askSafely } from '../ask-safely.ts';
import { languageOf } from '../language-of.ts';
import { renderPlainTelegram, renderTelegram } from '../render-telegram.ts';
import { readerLanguage, sendMessages } from '../send-messages.ts';

/** Telegram shows "typing" for five seconds after each call. */
const typingEveryMs = 4500;

/** Answers every text in a private chat; in a group what mentions the bot or replies to it. */
export function answerQuestions(assistant: Assistant, log: Log): Composer<Context> {
  const feature = new Composer();
  const messages = feature.on('message').filter(isForBot);
  messages.on('message:text', async (ctx) => {
    const question = withoutMention(ctx.msg.text, ctx.me.username);
    const [command] = question.split(/[\s@]/u);
    if (command?.startsWith('/')) {
      const text = WORDING.chat.unknownCommand(command)[readerLanguage(ctx)];
      return sendMessages(ctx, renderPlainTelegram(text));
    }
    await sendMessages(ctx, await showingTyping(ctx, () => answer(ctx, question)));
  });
  messages.use((ctx) => (isService(ctx) ? undefined : ctx.reply(WORDING.chat.textOnly[readerLanguage(ctx)])));
  return feature;

  async function answer(ctx: Context, question: string): Promise<readonly string[]> {
    try {
      return renderTelegram(await askSafely(assistant, question, chatKey(ctx)));
    } catch (error) {
      log.error({ update: ctx.update.update_id, error: describeError(error) }, 'question failed');
      return renderPlainTelegram(WORDING.chat.failed[languageOf(question)]);
    }
  }
}

function isForBot(ctx: Context): boolean {
  if (ctx.chat?.type === 'private') return true;
  if (ctx.msg?.reply_to_message?.from?.id === ctx.me.id) return true;
  const text = ctx.msg?.text?.toLowerCase() ?? '';
  return text.includes(`@${ctx.me.username.toLowerCase()}`);
}

/** Joins, pins and title changes are messages too, but nobody's question. */
function isService(ctx: Context): boolean {
  return !ctx.has([':media', ':voice', ':sticker', ':contact', ':location', ':poll', ':dice', ':story']);
}

function withoutMention(text: string, username: string): string {
  return text.replace(new RegExp(`(^|\\s)@${username}(?!\\w)`, 'giu'), '$1').trim();
}

/** Topics of a forum are conversations of their own. */
function chatKey(ctx: Context): string {
  const topic = ctx.msg?.is_topic_message ? `:${ctx.msg.message_thread_id}` : '';
  return `telegram:${ctx.chat?.id}${topic}`;
}

async function showingTyping<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  // Only a courtesy: an answer is worth sending even where this fails.
  const show = (): void => void ctx.replyWithChatAction('typing').catch(() => {});
  show();
  const timer = setInterval(show, typingEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
