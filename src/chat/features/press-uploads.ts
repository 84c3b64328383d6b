/** The buttons under a report that was sent: Add, Correct region, Correct year, Discard; each works once. */
import { Composer, type Context } from 'grammy';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { answerPress, answerStale, onButton } from '../buttons/on-button.ts';
import { readerLanguage } from '../reader-language.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { addUpload } from '../uploads/add-upload.ts';
import { askForCorrection } from '../uploads/ask-for-correction.ts';
import { below } from '../uploads/render-upload.ts';
import type { UploadServices } from '../uploads/report-intake.ts';
import { putUpload } from '../uploads/show-upload.ts';

/** Carries out presses of administrators, in the chat that the report was sent to. */
export function pressUploads(services: BotServices, uploads: UploadServices): Composer<Context> {
  const { records } = services;
  const feature = new Composer();

  onButton(feature, 'upload', async (ctx, { upload: id, does }) => {
    const language = readerLanguage(ctx);
    if (!uploads.isAdmin(ctx)) return answerStale(ctx, WORDING.uploads.adminsOnly[language]);
    const kept = records.uploads.find(id, ctx.chatId!);
    if (!kept) return answerStale(ctx, WORDING.uploads.gone[language]);
    const upload = shownHere(ctx, kept);
    if (upload.state === 'over') {
      // Where the process ended before the card said so.
      await putUpload(ctx, services, upload);
      return answerStale(ctx, WORDING.uploads.over[language]);
    }
    // Begun by an earlier life of the process: presses of one chat come one after the other.
    const isResumed = upload.state === 'adding';
    if (isResumed && does !== 'add') return answerStale(ctx, WORDING.uploads.busy[language]);
    await answerPress(ctx);
    if (does === 'discard') return discard(ctx, upload);
    if (does !== 'add') return askForCorrection(ctx, services, upload, does);
    if (!upload.card || upload.card.addable === 0) return;
    records.uploads.setState(id, 'adding');
    await addUpload(ctx, services, uploads, { ...upload, state: 'adding' }, isResumed);
  });

  return feature;

  /** The card is the message whose button was pressed. */
  function shownHere(ctx: Context, kept: KeptUpload): KeptUpload {
    if (ctx.msgId === undefined || ctx.msgId === kept.message) return kept;
    records.uploads.setMessage(kept.id, ctx.msgId);
    return { ...kept, message: ctx.msgId };
  }

  async function discard(ctx: Context, upload: KeptUpload): Promise<void> {
    const closing = { pieces: below(WORDING.uploads.discarded[upload.language]) };
    records.uploads.close(upload.id, closing);
    await putUpload(ctx, services, { ...upload, state: 'over', closing });
  }
}
