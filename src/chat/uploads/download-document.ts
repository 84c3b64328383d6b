/**
 * Downloads a document that was sent to the bot, through the Bot API server that it uses.
 *
 * What the server names is only ever asked for below its own address of files: a server in local mode names paths on
 * its disk, and those are neither read nor asked for. Errors hold no address, since it holds the token.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, GrammyError, HttpError } from 'grammy';
import type { File } from 'grammy/types';
import { WORDING } from '../../wording/wording.ts';
import { UploadRefusal } from './upload-refusal.ts';

/** Which bot and server a document is fetched from; waits are in milliseconds. */
export interface DownloadOptions {
  readonly token: string;
  /** Bot API server, without a closing slash. */
  readonly apiRoot: string;
  /** Aborted when what has begun may not go on. */
  readonly cut: AbortSignal;
  /** The first wait, doubled at each further one. Default: 250. */
  readonly firstWaitMs?: number | undefined;
}

/** What the Bot API hands to bots. */
const maxBytes = 20 * 1024 * 1024;
const shownLimit = '20 MB';
const tries = 4;
const timeoutMs = 120_000;

/**
 * The bytes of the message's document.
 *
 * @throws UploadRefusal when it is too large or cannot be had; whatever ends it when `cut` aborts.
 */
export async function downloadDocument(ctx: Context, options: DownloadOptions): Promise<Uint8Array> {
  const { cut, firstWaitMs = 250 } = options;
  const { document } = ctx.msg ?? {};
  if (!document) throw new Error('The message holds no document');
  assertSize(document.file_size);
  for (let count = 1; ; count += 1) {
    const file = await askForFile(ctx, document.file_id, cut);
    assertSize(file.file_size);
    try {
      return await fetchFile(file, options);
    } catch (error) {
      cut.throwIfAborted();
      if (error instanceof UploadRefusal) throw error;
      if (count >= tries) throw new UploadRefusal(WORDING.uploadRefusals.unreachable);
    }
    await wait(firstWaitMs * 2 ** (count - 1), undefined, { signal: cut });
  }
}

async function askForFile(ctx: Context, id: string, cut: AbortSignal): Promise<File> {
  try {
    return await ctx.api.getFile(id);
  } catch (error) {
    cut.throwIfAborted();
    if (error instanceof GrammyError && /too big/.test(error.description)) throw tooLarge();
    if (!(error instanceof GrammyError) && !(error instanceof HttpError)) throw error;
    throw new UploadRefusal(WORDING.uploadRefusals.unreachable);
  }
}

async function fetchFile(file: File, { token, apiRoot, cut }: DownloadOptions): Promise<Uint8Array> {
  const url = `${apiRoot}/file/bot${token}/${pathOf(file)}`;
  const signal = AbortSignal.any([cut, AbortSignal.timeout(timeoutMs)]);
  const response = await fetch(url, { redirect: 'error', signal });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`The file was answered with status ${response.status}`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    assertSize(length);
    parts.push(part);
  }
  if (file.file_size !== undefined && length !== file.file_size)
    throw new Error('The file did not come whole');
  return Buffer.concat(parts);
}

/** The path below the address of files, with every step escaped. */
function pathOf({ file_path: path }: File): string {
  if (path === undefined) throw new UploadRefusal(WORDING.uploadRefusals.unreachable);
  const steps = path.split('/');
  const leadsOut = steps.some((step) => step === '' || step === '.' || step === '..');
  if (leadsOut || /^[A-Za-z]:|\\/.test(path)) throw new UploadRefusal(WORDING.uploadRefusals.localServer);
  return steps.map(encodeURIComponent).join('/');
}

function assertSize(bytes: number | undefined): void {
  if (bytes !== undefined && bytes > maxBytes) throw tooLarge();
}

function tooLarge(): UploadRefusal {
  return new UploadRefusal(WORDING.uploadRefusals.tooLarge(shownLimit));
}
