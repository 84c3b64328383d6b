/**
 * A name for the file of a page: the one its server gives, else the end of its address.
 *
 * It is a single name without a folder, safe to write on any file system.
 */
import { decodeExtended, parse } from 'content-disposition';

const extensions: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/msword': '.doc',
  'application/zip': '.zip',
  'application/x-zip-compressed': '.zip',
};

const known = /\.(?:s?html?|xhtml|txt|md|pdf|docx?|wps|zip)$/i;

/** What most file systems take is 255; a caller may put something before it. */
const MAX_BYTES = 200;

/** Never empty; ends as the kind of the page demands, where that is known. */
export function nameFile(url: URL, contentType: string | undefined, disposition: string | undefined): string {
  const given = clean(nameIn(disposition));
  const name = given || clean(lastStep(url)) || 'report';
  const extension = extensions[contentType ?? ''] ?? '';
  // `content.jsp` is the program that wrote the page, not its kind.
  return shorten(known.test(name) ? name : `${name}${extension}`);
}

function nameIn(disposition: string | undefined): string {
  if (disposition === undefined) return '';
  const { parameters } = parse(disposition);
  const name = parameters.filename ?? '';
  const isExtended = decodeExtended(parameters['filename*'] ?? '') !== undefined;
  return isExtended ? name : decodePercent(decodeBytes(name));
}

/** Headers come as one character a byte; servers write names in UTF-8 or in GBK. */
function decodeBytes(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lastStep(url: URL): string {
  return decodePercent(url.pathname.split('/').pop() ?? '');
}

function clean(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  return last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}:*?"<>|]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i, '_');
}

function shorten(name: string): string {
  const extension = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  const letters = [...name.slice(0, name.length - extension.length)];
  while (Buffer.byteLength(letters.join('') + extension) > MAX_BYTES) letters.pop();
  return letters.join('') + extension;
}
