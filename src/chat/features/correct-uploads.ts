/** Region or year of a report that was sent, in reply to the question for it, or as the next words of a private chat. */
import { Composer, type Context, type Filter } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { readerLanguage } from '../reader-language.ts';
import type { PossibleAnswer, UploadPrompt } from '../records/upload-prompts.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { cleanText, renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';
import { showTyping } from '../show-typing.ts';
import { askForCorrection } from '../uploads/ask-for-correction.ts';
import { describeUpload } from '../uploads/describe-upload.ts';
import { readRegion, readYear } from '../uploads/read-correction.ts';
import type { UploadServices } from '../uploads/report-intake.ts';
import { inspectUpload, putUpload, withoutRow } from '../uploads/show-upload.ts';
import type { Upload } from '../uploads/upload.ts';

type Said = Filter<Context, 'message:text' | 'edited_message:text'>;

const maxShown = 40;

/** Takes answers of administrators; what answers nothing goes on as a question. */
export function correctUploads(services: BotServices, uploads: UploadServices): Composer<Context> {
  const { records } = services;
  const feature = new Composer();

  feature.on(['message:text', 'edited_message:text'], async (ctx, next) => {
    if (!uploads.isAdmin(ctx) || isCommand(ctx)) return next();
    const answer = answerOf(ctx);
    const prompt = records.uploads.findPrompt(answer) ?? meantPrompt(ctx);
    if (!prompt) return next();
    const language = readerLanguage(ctx);
    const upload = records.uploads.find(prompt.upload, ctx.chat.id);
    if (!upload) return say(ctx, WORDING.uploads.gone[language]);
    if (upload.state === 'over') return say(ctx, WORDING.uploads.over[language]);
    if (upload.state === 'adding') return say(ctx, WORDING.uploads.busy[language]);
    await showTyping(ctx, () => correct(ctx, prompt, upload));
  });

  return feature;

  async function correct(ctx: Said, prompt: UploadPrompt, upload: KeptUpload): Promise<void> {
    const { field } = prompt;
    const said = field === 'region' ? readRegion(ctx.msg.text) : readYear(ctx.msg.text);
    if (!said) return askAgain(ctx, prompt, upload);
    const given: Upload['given'] = { ...upload.given, ...said };
    const inspections = await inspectUpload({ ...upload, given }, services, uploads);
    if (!inspections) {
      records.uploads.remove(upload.id);
      return say(ctx, WORDING.uploads.gone[readerLanguage(ctx)]);
    }
    const card = describeUpload(inspections, upload.language);
    // What is read by form alone may still be no region.
    if (!card) return askAgain(ctx, prompt, upload);
    const corrected = { ...upload, given, card };
    records.uploads.change(upload.id, withoutRow(corrected));
    records.uploads.setAnswer(prompt, answerOf(ctx));
    await putUpload(ctx, services, corrected);
    const what = said.region ?? String(said.year);
    await say(ctx, WORDING.uploads.corrected(what)[readerLanguage(ctx)]);
  }

  async function askAgain(ctx: Said, prompt: UploadPrompt, upload: KeptUpload): Promise<void> {
    const { noRegion, noYear } = WORDING.uploads;
    const words = cleanText(ctx.msg.text.replace(/\s+/gu, ' ')).slice(0, maxShown);
    const again = (prompt.field === 'region' ? noRegion : noYear)(words)[readerLanguage(ctx)];
    records.uploads.setAnswer(prompt, answerOf(ctx));
    await askForCorrection(ctx, services, upload, prompt.field, again);
  }

  /** Without a reply only what can be nothing but an answer is one: who asked something else is not kept waiting. */
  function meantPrompt(ctx: Said): UploadPrompt | undefined {
    const isFree = ctx.message !== undefined && ctx.msg.reply_to_message === undefined;
    if (!isFree || ctx.chat.type !== 'private') return undefined;
    const prompt = records.uploads.openPrompt(ctx.chat.id);
    const read = prompt?.field === 'region' ? readRegion : readYear;
    // A name in Latin letters may be a word of anything.
    const isPlain = /\p{Script=Han}|\d/u.test(ctx.msg.text);
    return prompt && isPlain && read(ctx.msg.text) ? prompt : undefined;
  }
}

function answerOf(ctx: Said): PossibleAnswer {
  return {
    chatId: ctx.chat.id,
    message: ctx.msg.message_id,
    repliesTo: ctx.msg.reply_to_message?.message_id,
  };
}

function isCommand(ctx: Said): boolean {
  return ctx.msg.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) ?? false;
}

async function say(ctx: Context, text: string): Promise<void> {
  await sendMessages(ctx, renderPlainTelegram(text));
}
