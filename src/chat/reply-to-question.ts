/** A question becomes a reply in its chat: asked, laid out, kept for its buttons, sent or put in place of an earlier one. */
import type { Context } from 'grammy';
import type { AskOptions } from '../answer/assistant.ts';
import { isSmallTalk } from '../conversation/create-conversation.ts';
import { describeError } from '../log.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { sourceLine } from './answer-blocks.ts';
import { askSafely } from './ask-safely.ts';
import type { BotServices } from './bot-services.ts';
import { replyKeyboard } from './buttons/reply-keyboard.ts';
import { languageOf } from './language-of.ts';
import { makeOffers } from './make-offers.ts';
import { memoryKey } from './memory-key.ts';
import { payerOf } from './person-of.ts';
import { chosenLanguage, readerLanguage } from './reader-language.ts';
import type { KeptReply, Reply } from './records/reply-records.ts';
import { renderPlainTelegram, renderTelegram } from './render-telegram.ts';
import { stopSignal } from './running/question-turns.ts';
import { replaceMessages, sendMessages } from './send-messages.ts';
import { type Drafts, showDrafts } from './show-drafts.ts';
import { showTyping } from './show-typing.ts';

/** Messages of one reply before a button offers the rest. */
export const messagesAtOnce = 3;

/** A question with how it came. */
export interface Asked {
  readonly question: string;
  /** Goes before the language that the reader has chosen. */
  readonly language?: Language | undefined;
  /** A command with its words: nothing of the chat is added to it. */
  readonly isWhole?: boolean;
  /** Shown above the reply, where the reader wrote something else or pressed a button. */
  readonly shown?: string;
  /** The reply that this one takes the place of: its question was edited. */
  readonly instead?: KeptReply | undefined;
}

/** Answers a question in the chat that it came from. */
export async function replyToQuestion(ctx: Context, services: BotServices, asked: Asked): Promise<void> {
  const owner = memoryKey(ctx);
  const drafts = openDrafts(ctx, services, asked);
  const options = {
    language: languageFor(ctx, asked),
    isWhole: asked.isWhole,
    user: payerOf(ctx),
    signal: stopSignal(ctx),
    onDraft: drafts.show,
  };
  let reply: Reply;
  try {
    reply = await showTyping(ctx, () => composeReply(services, owner, asked, options));
  } catch (error) {
    await takeBack(ctx, services, asked, await drafts.end());
    throw error;
  }
  const drafted = await drafts.end();
  const id = keep(ctx, services, reply, owner, asked);
  const messages = reply.messages.slice(0, messagesAtOnce);
  const keyboard = id === undefined ? undefined : replyKeyboard(id, reply, messages.length);
  const before = asked.instead?.sent.length ? asked.instead.sent : drafted === undefined ? [] : [drafted];
  const sent =
    before.length > 0
      ? await replaceMessages(ctx, before, messages, { keyboard })
      : await sendMessages(ctx, messages, { keyboard });
  if (id !== undefined) guard(services, () => services.records.replies.setSent(id, sent));
  if (asked.instead) guard(services, () => services.records.replies.remove(asked.instead!.id));
}

/** Drafts that go on in the message that an earlier try, or an earlier life of the process, has left. */
function openDrafts(ctx: Context, services: BotServices, asked: Asked): Drafts {
  const { records, drafts: calls } = services;
  const [chat, update] = [ctx.chatId!, ctx.update.update_id];
  const left = asked.instead?.sent[0] ?? guard(services, () => records.drafts.find(chat, update));
  return showDrafts(ctx, {
    calls,
    language: languageFor(ctx, asked) ?? languageOf(asked.question),
    into: left,
    onSent: (message) => void guard(services, () => records.drafts.set(chat, update, message)),
  });
}

/** Deletes what was written so far of a reply that failed; kept where Telegram is not reached, to be completed later. */
async function takeBack(
  ctx: Context,
  services: BotServices,
  { instead }: Asked,
  drafted: number | undefined,
): Promise<void> {
  if (drafted === undefined || drafted === instead?.sent[0]) return;
  try {
    await services.drafts.api.deleteMessage(ctx.chatId!, drafted);
    services.records.drafts.remove(ctx.chatId!, ctx.update.update_id);
  } catch (error) {
    services.log.warn({ error: describeError(error) }, 'unfinished reply not deleted');
  }
}

async function composeReply(
  { assistant }: BotServices,
  owner: string,
  { question, shown }: Asked,
  options: AskOptions,
): Promise<Reply> {
  const answer = await askSafely(assistant, question, owner, options);
  const followUps = await assistant.followUps(owner, answer);
  const messages = renderTelegram(answer, shown === undefined ? {} : { asked: shown });
  return {
    question,
    kind: answer.kind,
    language: answer.language,
    answer: answer.answer || answer.text,
    citations: answer.citations.map((citation) => ({
      report: citation.report,
      label: assistant.place(citation.report, answer.language) ?? citation.region,
      paragraph: citation.paragraph,
      quote: citation.quote,
      place: sourceLine(citation),
    })),
    offers: makeOffers(answer, question, followUps),
    // Whoever asks is not left without a word.
    messages: messages.length > 0 ? messages : renderPlainTelegram(WORDING.chat.failed[answer.language]),
  };
}

/** `undefined` where the question itself settles it: `hi` is written in every language, `您好` is not. */
function languageFor(ctx: Context, { question, language }: Asked): Language | undefined {
  const settled = language ?? chosenLanguage(ctx);
  if (settled || languageOf(question) === 'zh' || !isSmallTalk(question)) return settled;
  return readerLanguage(ctx);
}

/** A reply that cannot be kept goes out without buttons. */
function keep(
  ctx: Context,
  services: BotServices,
  reply: Reply,
  owner: string,
  asked: Asked,
): number | undefined {
  const message = asked.shown === undefined ? ctx.msgId : undefined;
  return guard(services, () => services.records.replies.add(reply, { owner, chatId: ctx.chatId!, message }));
}

function guard<T>({ log }: BotServices, write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    log.error({ error: describeError(error) }, 'reply not kept');
    return undefined;
  }
}
