/**
 * From the bytes of a file to its lines, whatever kind of file it is: the door of this folder.
 *
 * The heavy readers are imported when a file of their kind comes.
 */

import { ReportError } from '../../errors.ts';
import { declaredCharset } from './declared-charset.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentText } from './document-text.ts';
import { detectKind, type FileKind, kindOfText } from './file-kind.ts';
import { readText } from './read-text.ts';

/** What is known of a file besides its bytes. */
export interface FileOrigin {
  /** The `Content-Type` that a server sent with it. */
  readonly contentType?: string;
}

/**
 * Reads a file of any kind but an archive.
 *
 * @throws ReportError for a file that is none of the kinds, is damaged, or is too large.
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  origin: FileOrigin = {},
): Promise<DocumentText> {
  const found = detectKind(bytes);
  switch (found.kind) {
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return await readPdf(bytes, file);
    }
    case 'zip':
    case 'docx': {
      const { readDocx } = await import('./read-docx.ts');
      return await readDocx(bytes, file);
    }
    case 'other':
      throw notReadable(file, found);
    default:
      return await readDecoded(bytes, file, origin);
  }
}

/** Reads a text; `undefined` for a file of another kind, which only `readDocument` reads. */
export function readPlainText(bytes: Uint8Array, file: string): DocumentText | undefined {
  const found = detectKind(bytes);
  if (found.kind === 'other') throw notReadable(file, found);
  if (found.kind !== 'text') return undefined;
  const text = decodeText(bytes, file);
  return kindOfText(text, file).kind === 'text' ? readText(text, file) : undefined;
}

async function readDecoded(bytes: Uint8Array, file: string, origin: FileOrigin): Promise<DocumentText> {
  const sent = /charset\s*=\s*"?([\w-]+)/i.exec(origin.contentType ?? '')?.[1];
  const text = decodeText(bytes, file, sent ?? declaredCharset(bytes));
  const found = kindOfText(text, file);
  if (found.kind === 'other') throw notReadable(file, found);
  if (found.kind !== 'html' && !/\bhtml\b/i.test(origin.contentType ?? '')) return readText(text, file);
  const { readHtml } = await import('./read-html.ts');
  return readHtml(text, file);
}

/** Says what a file is that cannot be read. */
export function notReadable(file: string, { is, cure }: Extract<FileKind, { kind: 'other' }>): ReportError {
  return new ReportError(file, `it is ${is}`, cure);
}
