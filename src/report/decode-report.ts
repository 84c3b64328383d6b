/**
 * From the bytes of a file to its text.
 *
 * Reports come from many sites and editors: UTF-8 with and without a byte order mark, UTF-16, and
 * GB18030 (which contains GBK and GB2312). The bytes tell which; nothing has to be configured.
 */

import { ReportError } from '../errors.ts';

/** The largest file that is read: the longest reports stay below a hundredth of it. */
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * The text of a report file, without byte order mark; line ends stay as they are.
 *
 * @throws ReportError for a file that is empty, binary or larger than 20 MB.
 */
export function decodeReport(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_BYTES) {
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    throw new ReportError(
      file,
      `it is ${megabytes} MB, at most 20 MB are read`,
      'Split the file, one report each',
    );
  }
  const text = decode(bytes);
  if (text === undefined) {
    throw new ReportError(file, 'it is binary', 'Save the report as plain text (UTF-8) and try again');
  }
  if (text.trim() === '') {
    throw new ReportError(file, 'it is empty', "Put the report's text into the file or remove the file");
  }
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return accept(tryDecode(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return accept(tryDecode(bytes, 'utf-16be'));
  if (bytes.includes(0)) return undefined;
  return accept(tryDecode(bytes, 'utf-8')) ?? acceptChinese(tryDecode(bytes, 'gb18030')) ?? salvage(bytes);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text with many control characters is a binary file that happens to decode. */
function accept(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > text.length / 100 ? undefined : text;
}

/** GB18030 decodes almost any bytes; only a result that is mostly common Chinese is believed. */
function acceptChinese(text: string | undefined): string | undefined {
  const accepted = accept(text);
  if (accepted === undefined) return undefined;
  const common = accepted.match(/[的一是在和法治政府行政建设工作,。、:;()\s\dA-Za-z]/gu)?.length ?? 0;
  return common > accepted.length / 12 ? accepted : undefined;
}

/** A UTF-8 file with a few broken bytes, such as one cut off in the middle of a character. */
function salvage(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken > Math.max(3, text.length / 200) ? undefined : accept(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROLS = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/g;
