/**
 * Inline mode: `@bot 花都 综合纠错率` in any chat offers answers to insert, each with its source.
 *
 * Nothing is remembered of these questions, and no model is asked: Telegram asks with every few letters typed.
 */
import { Composer, type Context, InlineQueryResultBuilder } from 'grammy';
import type { InlineQueryResult } from 'grammy/types';
import type { Answer } from '../../answer/answer.ts';
import { WORDING } from '../../wording/wording.ts';
import { sourceLine } from '../answer-blocks.ts';
import { askSafely } from '../ask-safely.ts';
import type { BotServices } from '../bot-services.ts';
import { chosenLanguage, readerLanguage } from '../reader-language.ts';
import { renderTelegram } from '../render-telegram.ts';

/** Seconds that Telegram may show the same answers to the same person. */
const cacheSeconds = 10;
/** Answers offered where the question leaves open which report is meant, or names one that is not held. */
const maxChoices = 5;
/** Telegram shows about so much of a result. */
const maxTitleLength = 100;

/** Offers answers; with nothing to offer, a button that leads to the chat with the bot. */
export function answerInline({ assistant }: BotServices): Composer<Context> {
  const feature = new Composer();
  feature.on('inline_query', async (ctx) => {
    const { query } = ctx.inlineQuery;
    const spoken = readerLanguage(ctx);
    const answers = query.trim() === '' ? [] : await answersTo(query, chosenLanguage(ctx));
    const hint = query.trim() === '' ? WORDING.chat.inlineHint[spoken] : WORDING.chat.inlineNothing[spoken];
    await ctx.answerInlineQuery(answers.map(toArticle), {
      cache_time: cacheSeconds,
      is_personal: true,
      ...(answers.length === 0 ? { button: { text: hint, start_parameter: 'inline' } } : {}),
    });
  });
  return feature;

  async function answersTo(query: string, language: Answer['language'] | undefined): Promise<Answer[]> {
    const answer = await askSafely(assistant, query, undefined, { language, isOffline: true });
    if (isAnswer(answer)) return [answer];
    const options = { language: answer.language, isOffline: true };
    const further = answer.suggestions
      .slice(0, maxChoices)
      .map((choice) =>
        answer.kind === 'clarify'
          ? assistant.choose(query, choice, options)
          : assistant.ask(choice, undefined, options),
      );
    return (await Promise.all(further)).filter(isAnswer);
  }
}

/** Only what a report proves is worth inserting into another chat. */
function isAnswer({ citations }: Answer): boolean {
  return citations.length > 0;
}

function toArticle(answer: Answer, index: number): InlineQueryResult {
  const [html = ''] = renderTelegram(answer);
  const [lead = ''] = answer.text.split('\n', 1);
  const [citation] = answer.citations;
  return InlineQueryResultBuilder.article(String(index), shorten(lead || answer.answer || '…'), {
    description: shorten(citation ? `${citation.quote} ${sourceLine(citation)}` : answer.answer),
  }).text(html, { parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
}

function shorten(text: string): string {
  const characters = [...text.replace(/\p{Surrogate}/gu, '')];
  return characters.length > maxTitleLength
    ? `${characters.slice(0, maxTitleLength - 1).join('')}…`
    : characters.join('');
}
