/** The buttons under replies: questions to go on with, whole paragraphs and their neighbours, the rest of a reply. */
import { Composer, type Context } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Citation } from '../../answer/answer.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { answerPress, answerStale, onButton } from '../buttons/on-button.ts';
import { button, replyKeyboard } from '../buttons/reply-keyboard.ts';
import { memoryKey } from '../memory-key.ts';
import { chosenLanguage } from '../reader-language.ts';
import { renderParagraph } from '../render-telegram.ts';
import { messagesAtOnce, replyToQuestion } from '../reply-to-question.ts';
import { editMessage, sendMessages } from '../send-messages.ts';

/** Serves the buttons of replies that are still kept; `refuseStaleButtons` has the others. */
export function pressButtons(services: BotServices): Composer<Context> {
  const { assistant, records } = services;
  const feature = new Composer();
  const find = (ctx: Context, id: number) => records.replies.find(id, ctx.chatId!);

  onButton(feature, 'ask', async (ctx, action) => {
    const reply = find(ctx, action.reply);
    const offer = reply?.offers[action.offer];
    if (!reply || !offer) return answerStale(ctx);
    await answerPress(ctx);
    const owner = memoryKey(ctx);
    const isLate = offer.after !== undefined && !records.replies.isLatest(reply.id, owner);
    // A choice is one only right after the question that it was offered for.
    const language = chosenLanguage(ctx) ?? reply.language;
    if (isLate) await assistant.ask(offer.after!, owner, { language, isOffline: true });
    const { question } = offer;
    await replyToQuestion(ctx, services, { question, language, shown: question });
  });

  onButton(feature, 'show', async (ctx, action) => {
    const cited = find(ctx, action.reply)?.citations[action.citation];
    if (!cited) return answerStale(ctx);
    const page = openPage(ctx, { ...action, paragraph: cited.paragraph, part: 0 }, cited.report);
    if (!page) return answerStale(ctx, gone(ctx, action.reply));
    await answerPress(ctx);
    await sendMessages(ctx, [page.html], { keyboard: page.keyboard });
  });

  onButton(feature, 'turn', async (ctx, action) => {
    const cited = find(ctx, action.reply)?.citations[action.citation];
    if (!cited || ctx.msgId === undefined) return answerStale(ctx);
    const page = openPage(ctx, action, cited.report);
    if (!page) return answerStale(ctx, gone(ctx, action.reply));
    const turned = await editMessage(ctx, ctx.msgId, page.html, page.keyboard);
    if (!turned) await sendMessages(ctx, [page.html], { keyboard: page.keyboard });
  });

  onButton(feature, 'more', async (ctx, { reply: id, from }) => {
    const reply = find(ctx, id);
    const messages = reply?.messages.slice(from, from + messagesAtOnce) ?? [];
    if (!reply || messages.length === 0) return answerStale(ctx);
    await answerPress(ctx);
    // Pressed twice before the button was gone.
    if (reply.sent.length > from) return;
    const sent = from + messages.length;
    const left = reply.messages.length > sent;
    const keyboard = left ? moreOnly(replyKeyboard(id, reply, sent)) : undefined;
    const ids = await sendMessages(ctx, messages, { keyboard });
    records.replies.setSent(id, [...reply.sent, ...ids]);
    // What was shown is not offered again.
    const rest = from === messagesAtOnce ? replyKeyboard(id, reply, reply.messages.length) : undefined;
    await ctx.editMessageReplyMarkup(rest ? { reply_markup: rest } : {}).catch(() => {});
  });

  return feature;

  function gone(ctx: Context, reply: number): string {
    return WORDING.chat.paragraphGone[languageOf(ctx, reply)];
  }

  function languageOf(ctx: Context, reply: number): Language {
    return find(ctx, reply)?.language ?? 'zh';
  }

  /** A paragraph, or a part of a long one, with buttons to those before and after it. */
  function openPage(ctx: Context, place: Place, report: string): Page | undefined {
    const citation = assistant.paragraph(report, place.paragraph);
    if (!citation) return undefined;
    const { html, parts } = renderParagraph(citation, place.part, languageOf(ctx, place.reply));
    if (place.part >= parts) return undefined;
    const before = place.part > 0 ? { ...place, part: place.part - 1 } : lastPart(place, report);
    const next = { ...place, paragraph: place.paragraph + 1, part: 0 };
    const after =
      place.part + 1 < parts
        ? { ...place, part: place.part + 1 }
        : assistant.paragraph(report, next.paragraph)
          ? next
          : undefined;
    const row = [
      ...(before ? [turnButton(`◀ ¶${before.paragraph}`, before)] : []),
      ...(after ? [turnButton(`¶${after.paragraph} ▶`, after)] : []),
    ];
    return { html, keyboard: { inline_keyboard: row.length > 0 ? [row] : [] } };
  }

  function lastPart(place: Place, report: string): Place | undefined {
    const citation: Citation | undefined = assistant.paragraph(report, place.paragraph - 1);
    if (!citation) return undefined;
    return { ...place, paragraph: place.paragraph - 1, part: renderParagraph(citation, 0, 'zh').parts - 1 };
  }
}

/** Ends what no other feature took: buttons of replies that are gone, and of earlier versions. */
export function refuseStaleButtons(): Composer<Context> {
  const feature = new Composer();
  feature.on('callback_query', (ctx) => answerStale(ctx));
  return feature;
}

interface Place {
  readonly reply: number;
  readonly citation: number;
  readonly paragraph: number;
  readonly part: number;
}

interface Page {
  readonly html: string;
  readonly keyboard: InlineKeyboardMarkup;
}

function turnButton(label: string, { reply, citation, paragraph, part }: Place) {
  return button(label, { kind: 'turn', reply, citation, paragraph, part });
}

/** The first row of a keyboard: its other buttons stand under the first messages. */
function moreOnly(keyboard: InlineKeyboardMarkup | undefined): InlineKeyboardMarkup | undefined {
  return keyboard && { inline_keyboard: keyboard.inline_keyboard.slice(0, 1) };
}
