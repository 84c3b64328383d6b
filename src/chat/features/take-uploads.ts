/**
 * Documents that administrators send, and pages that they name by /add: read and shown, and entered by nothing but a
 * press.
 */
import { Composer, type Context } from 'grammy';
import { FetchError } from '../../fetch/fetch-error.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { isForBot } from '../is-for-bot.ts';
import { memoryKey } from '../memory-key.ts';
import { onCommand } from '../on-command.ts';
import { personOf } from '../person-of.ts';
import { readTelegramMessage } from '../read-telegram-message.ts';
import { readerLanguage } from '../reader-language.ts';
import { cleanText, renderPlainTelegram } from '../render-telegram.ts';
import { sendMessages } from '../send-messages.ts';
import { showTyping } from '../show-typing.ts';
import type { UploadServices } from '../uploads/report-intake.ts';
import { showUpload, tellRefusal } from '../uploads/show-upload.ts';
import type { Upload } from '../uploads/upload.ts';
import { UploadRefusal } from '../uploads/upload-refusal.ts';

const maxName = 120;

/** What is to be shown, before anybody has read it. */
interface Received {
  readonly upload: Omit<Upload, 'language' | 'given'>;
  readonly bytes: Uint8Array;
}

/** Takes documents and addresses of administrators; others are told once that they cannot send any. */
export function takeUploads(services: BotServices, uploads: UploadServices): Composer<Context> {
  const { records } = services;
  const feature = new Composer();

  feature.on('message:document', async (ctx, next) => {
    // Telegram calls a moving picture a document too.
    if (ctx.msg.animation || !isForBot(ctx)) return next();
    if (!uploads.isAdmin(ctx)) return refuseStranger(ctx, next);
    const name = nameOf(ctx.msg.document.file_name);
    await receive(ctx, name, async () => ({ upload: { name }, bytes: await uploads.download(ctx) }));
  });

  // Its caption is no question, and what was read of it does not change.
  feature.on('edited_message:document', (ctx, next) => (uploads.isAdmin(ctx) ? undefined : next()));

  onCommand(feature, 'add', async (ctx, words) => {
    const language = readerLanguage(ctx);
    if (!uploads.isAdmin(ctx)) return say(ctx, WORDING.uploads.adminsOnly[language]);
    const [address, ...others] = words.trim().split(/\s+/u);
    if (!address || others.length > 0) return say(ctx, WORDING.uploads.addUsage[language]);
    await receive(ctx, cleanText(address).slice(0, maxName), () => fetchPage(address));
  });

  return feature;

  /** Told once: whoever goes on sending files is answered as before. */
  async function refuseStranger(ctx: Context, next: () => Promise<void>): Promise<void> {
    const person = `user:${personOf(ctx)}`;
    const asks = readTelegramMessage(ctx).kind !== 'media';
    if (asks || records.uploads.isTold(person)) return next();
    await say(ctx, WORDING.uploads.adminsOnly[readerLanguage(ctx)]);
    records.uploads.setTold(person);
  }

  async function receive(ctx: Context, shownAs: string, get: () => Promise<Received>): Promise<void> {
    const language = readerLanguage(ctx);
    const origin = { owner: memoryKey(ctx), chatId: ctx.chatId!, update: ctx.update.update_id };
    try {
      await showTyping(ctx, async () => {
        let kept = records.uploads.findByUpdate(origin.chatId, origin.update);
        if (!kept) {
          const { upload, bytes } = await get();
          const id = await records.uploads.add({ ...upload, language, given: {} }, bytes, origin);
          kept = records.uploads.find(id, origin.chatId);
        }
        if (kept) await showUpload(ctx, services, uploads, kept);
      });
    } catch (error) {
      if (!(error instanceof UploadRefusal)) throw error;
      await tellRefusal(ctx, shownAs, error, language);
    }
  }

  async function fetchPage(address: string): Promise<Received> {
    try {
      const { bytes, url, contentType, charset, fileName } = await uploads.intake.fetch(address, uploads.cut);
      const type = contentType && charset ? `${contentType}; charset=${charset}` : contentType;
      return { upload: { name: fileName, url, ...(type ? { contentType: type } : {}) }, bytes };
    } catch (error) {
      uploads.cut.throwIfAborted();
      if (!(error instanceof FetchError)) throw error;
      throw new UploadRefusal(wordFetchError(error));
    }
  }
}

/** What a site refuses to programs it often gives to people. */
function wordFetchError({ code, status }: FetchError) {
  const { zh, en } = WORDING.fetchRefusals[code];
  const { byHand } = WORDING.uploads;
  const isOpen = ['url-robots', 'url-robots-unreachable', 'url-slow', 'url-too-large'].includes(code);
  const isRefused = code === 'url-status' && status !== 404 && status !== 410;
  return isOpen || isRefused ? { zh: `${zh}${byHand.zh}`, en: `${en} ${byHand.en}` } : { zh, en };
}

/** The last step of a name that somebody else chose; it is shown, and tells a newer version by it. */
function nameOf(given: string | undefined): string {
  const last =
    cleanText((given ?? '').replace(/\p{Cf}/gu, ''))
      .split(/[/\\]/u)
      .at(-1)
      ?.trim() ?? '';
  return last.slice(-maxName) || 'document';
}

async function say(ctx: Context, text: string): Promise<void> {
  await sendMessages(ctx, renderPlainTelegram(text));
}
