/**
 * From the bytes of a text file or page to its text.
 *
 * Reports come from many sites and editors: UTF-8 and UTF-16 with and without a byte order mark, GB18030
 * (which contains GBK and GB2312), Big5. The bytes tell which; what a page declares counts only where they
 * do not speak against it, since pages are often saved in another encoding than they say.
 */

import { createRequire } from 'node:module';
import type JsChardet from 'jschardet';
import { ReportError } from '../../errors.ts';

/** The largest text that is read: the longest reports stay below a hundredth of it. */
const MAX_TEXT_BYTES = 20 * 1024 * 1024;

/** As much of a file as tells its encoding. */
const SAMPLE_BYTES = 64 * 1024;

const require = createRequire(import.meta.url);

/**
 * The text of a file, without byte order mark; line ends stay as they are.
 *
 * @param declared The encoding that a page or server names, if any.
 * @throws ReportError for a file that is empty, binary or larger than 20 MB.
 */
export function decodeText(bytes: Uint8Array, file: string, declared?: string): string {
  if (bytes.length > MAX_TEXT_BYTES) {
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    throw new ReportError(
      file,
      `it is ${megabytes} MB, at most 20 MB are read`,
      'Split the file, one report each',
    );
  }
  const text = decode(bytes, declared);
  if (text === undefined) {
    throw new ReportError(file, 'it is binary', 'Save the report as plain text (UTF-8) and try again');
  }
  if (text.trim() === '') {
    throw new ReportError(file, 'it is empty', "Put the report's text into the file or remove the file");
  }
  return text;
}

function decode(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return accept(repaired(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return accept(repaired(bytes, 'utf-16be'));
  if (bytes.includes(0)) return decodeUnmarked16(bytes);
  const utf8 = accept(repaired(bytes, 'utf-8'));
  if (utf8 !== undefined) return utf8;
  const named = ENCODINGS[declared?.trim().toLowerCase() ?? ''];
  for (const encoding of [named, detectEncoding(bytes), 'gb18030', 'big5']) {
    const text = encoding === undefined ? undefined : acceptChinese(repaired(bytes, encoding));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Names that pages use for the encodings of Chinese text. */
const ENCODINGS: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-8': 'utf-8',
  utf8: 'utf-8',
};

/** What the frequency of characters says; asked only where the bytes are no UTF-8. */
function detectEncoding(bytes: Uint8Array): string | undefined {
  const { detect } = require('jschardet') as typeof JsChardet;
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES));
  return ENCODINGS[String(detect(sample)?.encoding ?? '').toLowerCase()];
}

/** UTF-16 without a byte order mark: right where nearly all of it is Chinese, ASCII or punctuation. */
function decodeUnmarked16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = strict(bytes, encoding);
    const known = text?.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uff5e\s -~“”‘’—…]/g)?.length ?? 0;
    if (text !== undefined && known > text.length * 0.95) return accept(text);
  }
  return undefined;
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text where few bytes are broken, as in a file cut off in the middle of a character; many say that it is another
 * encoding.
 */
function repaired(bytes: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const foreign = broken === 0 ? 0 : (text.match(/[\u0080-\uffff]/g)?.length ?? 0);
  return broken > Math.max(3, foreign / 100) ? undefined : text;
}

/** Text with many control characters is a binary file that happens to decode. */
function accept(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > text.length / 100 ? undefined : text;
}

/** GB18030 and Big5 decode almost any bytes; only a result that is mostly common Chinese is believed. */
function acceptChinese(text: string | undefined): string | undefined {
  const accepted = accept(text);
  if (accepted === undefined) return accepted;
  const common =
    accepted.match(/[的一是在和法治政府行政建設设工作,。、:;()\s\dA-Za-z，：；（）]/gu)?.length ?? 0;
  return common > accepted.length / 12 ? accepted : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROLS = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/g;
