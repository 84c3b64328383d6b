/** A report that was sent is read and shown on its card, which stays one message whatever is corrected. */
import type { Context } from 'grammy';
import type { Inspection, ReportSource } from '../../ingest/ingest.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { openTurnstile } from '../running/open-turnstile.ts';
import { editMessage, sendMessages } from '../send-messages.ts';
import { describeUpload } from './describe-upload.ts';
import { type RenderedUpload, renderUpload } from './render-upload.ts';
import type { UploadServices } from './report-intake.ts';
import type { Upload } from './upload.ts';
import { UploadRefusal } from './upload-refusal.ts';
import { wordRefusal } from './word-refusal.ts';

/** One file at a time is read, so that readers of other chats wait for no more. */
const reading = openTurnstile();

/** What a report that was sent holds, with what a person said of it; `undefined` where its bytes are gone. */
export async function inspectUpload(
  { id, ...upload }: Upload & { readonly id: number },
  { records }: BotServices,
  { intake, cut }: UploadServices,
): Promise<readonly Inspection[] | undefined> {
  const bytes = await records.uploads.bytes(id);
  if (!bytes) return undefined;
  const leave = await reading.enter();
  try {
    return await intake.inspect(sourceOf(upload, bytes), { signal: cut });
  } finally {
    leave();
  }
}

/** What is inspected and entered: the same, so that what was shown is what is added. */
export function sourceOf({ name, url, contentType, given }: Upload, bytes: Uint8Array): ReportSource {
  return {
    kind: 'bytes',
    name,
    bytes,
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
    given,
  };
}

/**
 * Reads a report that was just sent and shows its card.
 *
 * @throws UploadRefusal where it is none; nothing of it is kept.
 */
export async function showUpload(
  ctx: Context,
  services: BotServices,
  uploads: UploadServices,
  upload: KeptUpload,
): Promise<void> {
  const inspections = await inspectUpload(upload, services, uploads);
  const card = inspections && describeUpload(inspections, upload.language);
  if (!card) {
    services.records.uploads.remove(upload.id);
    throw new UploadRefusal(refusalOf(inspections));
  }
  const shown = { ...upload, card };
  services.records.uploads.change(upload.id, withoutRow(shown));
  await putUpload(ctx, services, shown);
}

/** Shows a card as it now is: in its message, or in a new one where there is none or it is gone. */
export async function putUpload(
  ctx: Context,
  { records }: BotServices,
  upload: KeptUpload,
  rendered: RenderedUpload = renderUpload(upload, records, ctx.chatId!),
): Promise<void> {
  const { html, keyboard } = rendered;
  const { id, message } = upload;
  if (message !== undefined && (await editMessage(ctx, message, html, keyboard))) return;
  const [sent] = await sendMessages(ctx, [html], { keyboard });
  if (sent !== undefined) records.uploads.setMessage(id, sent);
}

/** Says why something was not taken. */
export async function tellRefusal(
  ctx: Context,
  name: string,
  { said }: UploadRefusal,
  language: 'zh' | 'en',
) {
  await sendMessages(ctx, renderPlainTelegram(WORDING.uploads.refused(name, said[language])[language]));
}

/** What is kept of an upload besides its row. */
export function withoutRow({ id: _id, state: _state, message: _message, ...upload }: KeptUpload): Upload {
  return upload;
}

function refusalOf(inspections: readonly Inspection[] | undefined) {
  if (!inspections) return WORDING.uploads.gone;
  const first = inspections.find((one) => one.kind === 'refused');
  return first ? wordRefusal(first.reason) : WORDING.uploadRefusals.empty;
}
