/**
 * The language that a reader is answered in: the one chosen by /language; else a question is answered in its own, and
 * everything else in that of the person's Telegram.
 */
import type { Context, MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import type { Language } from '../wording/language.ts';
import type { LanguageRecords } from './records/language-records.ts';

const chosen = new WeakMap<Update, Language>();

/** Looks up what the reader, or the group, has chosen. */
export function knowLanguage(languages: LanguageRecords): MiddlewareFn<Context> {
  return (ctx, next) => {
    const language = owners(ctx)
      .map((owner) => languages.find(owner))
      .find((found) => found !== undefined);
    if (language) chosen.set(ctx.update, language);
    return next();
  };
}

/** The language chosen by /language; `undefined` where it follows the question. */
export function chosenLanguage(ctx: Context): Language | undefined {
  return chosen.get(ctx.update);
}

/** The language of what answers no question. */
export function readerLanguage(ctx: Context): Language {
  const code = ctx.from?.language_code;
  return chosenLanguage(ctx) ?? (code === undefined || code.startsWith('zh') ? 'zh' : 'en');
}

/** Whose choice /language makes here: in a group the group's. */
export function languageOwner(ctx: Context): string {
  return owners(ctx)[0] ?? '';
}

/** The group goes before the person. */
function owners(ctx: Context): readonly string[] {
  const group = ctx.chat && ctx.chat.type !== 'private' ? [`chat:${ctx.chat.id}`] : [];
  return [...group, `user:${ctx.from?.id}`];
}
