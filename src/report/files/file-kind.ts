/**
 * What kind of file bytes are, told by their content: names lie, and `.txt` files are pages more often than not.
 */

/** A kind that can be read, or one that is known and cannot. */
export type FileKind =
  | { readonly kind: 'text' | 'html' | 'pdf' | 'docx' | 'zip' }
  | { readonly kind: 'other'; readonly is: string; readonly cure: string };

/** The kinds that can be read, for messages. */
const READABLE = 'Text, Markdown, HTML, Word (.docx), PDF with text and zip archives of these can be read';

const SAVE_AS_DOCX = 'Open it in Word or WPS and save it as .docx or PDF';

const MAGIC: readonly { readonly bytes: string; readonly is: string; readonly cure?: string }[] = [
  {
    bytes: '\xd0\xcf\x11\xe0',
    is: 'a document of an old Office version (.doc, .wps, .xls)',
    cure: SAVE_AS_DOCX,
  },
  { bytes: '{\\rtf', is: 'an RTF document', cure: SAVE_AS_DOCX },
  { bytes: '\x89PNG', is: 'a picture (PNG)' },
  { bytes: '\xff\xd8\xff', is: 'a picture (JPEG)' },
  { bytes: 'GIF8', is: 'a picture (GIF)' },
  { bytes: 'II*\0', is: 'a picture (TIFF)' },
  { bytes: 'MM\0*', is: 'a picture (TIFF)' },
  { bytes: 'BM', is: 'a picture (BMP)' },
  { bytes: 'RIFF', is: 'a picture, sound or film' },
  { bytes: 'Rar!', is: 'a RAR archive', cure: 'Unpack it and pack the reports as .zip' },
  { bytes: "7z\xbc\xaf'\x1c", is: 'a 7z archive', cure: 'Unpack it and pack the reports as .zip' },
  { bytes: '\x1f\x8b', is: 'a gzip archive', cure: 'Unpack it first' },
  { bytes: '\x7fELF', is: 'a program' },
  { bytes: 'MZ', is: 'a program' },
];

/** What the names of entries say about a zip; the first that fits counts. */
const PACKED: readonly { readonly entry: RegExp; readonly kind: FileKind }[] = [
  { entry: /^word\/document\d*\.xml$/, kind: { kind: 'docx' } },
  {
    entry: /^xl\/workbook\./,
    kind: other('an Excel table', 'Save the report itself as .docx, PDF or text'),
  },
  {
    entry: /^ppt\/presentation\./,
    kind: other('a presentation', 'Save the report itself as .docx, PDF or text'),
  },
  { entry: /^OFD\.xml$/i, kind: other('an OFD document', 'Export it as PDF') },
  { entry: /^content\.xml$/, kind: other('an OpenDocument file (.odt)', SAVE_AS_DOCX) },
  {
    entry: /^META-INF\/container\.xml$/,
    kind: other('an e-book', 'Save the report itself as .docx, PDF or text'),
  },
];

/** The kind that the first bytes tell; a zip may turn out to be a Word document (see `kindOfPacked`). */
export function detectKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (head.includes('%PDF-')) return { kind: 'pdf' };
  const magic = MAGIC.find((one) => head.startsWith(one.bytes) && isBinary(bytes, one.bytes));
  return magic ? other(magic.is, magic.cure) : { kind: 'text' };
}

/** `BM` and `MZ` may also begin a text. */
function isBinary(bytes: Uint8Array, magic: string): boolean {
  return magic.length > 2 || /[^\x20-\x7e]/.test(magic) || bytes.subarray(0, 512).includes(0);
}

/** What a zip with these entries is: an archive, or a document that is packed as one. */
export function kindOfPacked(entries: readonly string[]): FileKind {
  const found = PACKED.find(({ entry }) => entries.some((name) => entry.test(name)));
  return found?.kind ?? { kind: 'zip' };
}

/** Whether a decoded text is a web page, or something else that only looks like text. */
export function kindOfText(text: string, file: string): FileKind {
  const head = text.slice(0, 65_536).trimStart();
  if (
    /^(?:from|mime-version|subject|date)\s*:/i.test(head) &&
    /multipart\/related/i.test(head.slice(0, 4096))
  )
    return other('a web archive (.mht)', 'Save the page as "HTML only"');
  if (/^(?:<\?xml[^>]*>\s*)?<\?mso-application/.test(head) || /^<\?xml[^>]*>\s*<w:wordDocument/.test(head))
    return other('a Word 2003 XML document', SAVE_AS_DOCX);
  const tags =
    head.match(/<\/?(?:p|div|br|span|td|tr|table|a|li|html|body|head|h\d)\b[^<>]*>/gi)?.length ?? 0;
  const named = /\.(?:x?html?|shtml|jsp|aspx?|php)$/i.test(file);
  if (tags >= 2 && (OPENS.test(head.slice(skipPreamble(head))) || named)) return { kind: 'html' };
  // A text with some leftovers of a page stays a text.
  return tags >= 20 && tags * 40 > head.length / 10 ? { kind: 'html' } : { kind: 'text' };
}

const OPENS =
  /^<(?:!doctype\s+html|html|head|body|meta|title|script|style|link|div|p|table|span|article|section|center|font|h\d|b|strong|ul|ol|br)\b/i;

/**
 * Where declarations and comments before the first tag end. Searched for one by one: a pattern that may end a comment
 * at any later `-->` tries all ways to divide many of them, which takes time without end.
 */
function skipPreamble(head: string): number {
  const notSpace = /\S/g;
  let at = 0;
  for (;;) {
    const close = head.startsWith('<!--', at)
      ? '-->'
      : /^<\?xml/i.test(head.slice(at, at + 5))
        ? '>'
        : undefined;
    const end = close === undefined ? -1 : head.indexOf(close, at + 4);
    if (close === undefined || end === -1) return at;
    notSpace.lastIndex = end + close.length;
    at = notSpace.exec(head)?.index ?? head.length;
  }
}

function other(is: string, cure = READABLE): FileKind {
  return { kind: 'other', is, cure };
}
