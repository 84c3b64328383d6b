/**
 * A Word document becomes lines: mammoth turns it into a page, whose lines are read like those of any page.
 *
 * mammoth gets the parts of the document from here and not from the archive itself, so that sizes are bounded,
 * nothing outside the file is opened, and the numbers that Word counts stand in the text.
 */

import { load } from 'cheerio';
import mammoth from 'mammoth';
import { ReportError } from '../../errors.ts';
import { type DocumentText, DocumentWriter } from './document-text.ts';
import { kindOfPacked } from './file-kind.ts';
import { measureNesting } from './measure-nesting.ts';
import { openZip, type ZipEntry } from './open-zip.ts';
import { readPageLines } from './page-lines.ts';
import { writeWordNumbers } from './word-numbering.ts';

/** The largest part that is read; the text of a long report has some 3 MB with all its markup. */
const MOST_PART_BYTES = 24 * 1024 * 1024;
/** Tables in tables in tables have some fifty. */
const DEEPEST = 500;
const CURE = 'Open it in Word or WPS and save it anew, or save it as plain text';

/** Headings in the languages that editors name them; everything else is a paragraph. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='heading ${level}'] => h${level}:fresh`,
    `p[style-name='Heading ${level}'] => h${level}:fresh`,
    `p[style-name='标题 ${level}'] => h${level}:fresh`,
  ]),
];

/**
 * Reads a document.
 *
 * @throws ReportError for a zip that is no document, a damaged or encrypted one, and one with external entities.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<DocumentText> {
  const entries = await openZip(bytes, file);
  const found = kindOfPacked(entries.map(({ name }) => name));
  if (found.kind === 'other') throw new ReportError(file, `it is ${found.is}`, found.cure);
  if (found.kind !== 'docx') {
    throw new ReportError(
      file,
      'it is a zip archive within an archive',
      'Unpack it and pack the reports themselves',
    );
  }
  const parts = await readParts(entries, file);
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? '';
  const numbered = writeWordNumbers(parts.get(main) ?? '', {
    numbering: parts.get('word/numbering.xml'),
    styles: parts.get('word/styles.xml'),
  });
  parts.set(main, numbered);
  const html = await convert(parts, file);
  const writer = new DocumentWriter();
  const body = load(html)('body')[0];
  if (body !== undefined) for (const { text, look } of readPageLines(body)) writer.add(text, look);
  return writer.finish();
}

/** The XML parts, by name. Pictures and embedded files are left where they are. */
async function readParts(entries: readonly ZipEntry[], file: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const refusal =
      entry.refusal ?? (entry.size > MOST_PART_BYTES ? 'it is larger than any report' : undefined);
    if (refusal !== undefined)
      throw new ReportError(file, `its part "${entry.name}" cannot be read: ${refusal}`, CURE);
    const bytes = await entry.read();
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const xml = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(
      bytes,
    );
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
      throw new ReportError(
        file,
        `its part "${entry.name}" declares entities, which no document needs`,
        CURE,
      );
    }
    if (measureNesting(xml, new Set()) > DEEPEST) {
      throw new ReportError(file, `its part "${entry.name}" is nested more than ${DEEPEST} deep`, CURE);
    }
    parts.set(entry.name, xml);
  }
  return parts;
}

async function convert(parts: ReadonlyMap<string, string>, file: string): Promise<string> {
  // What mammoth asks of an archive; its types leave it out.
  const archive = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) =>
      encoding === undefined || encoding === 'base64' ? '' : (parts.get(name) ?? ''),
  };
  try {
    const input = { file: archive } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const result = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    return result.value;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new ReportError(file, `it is damaged (${said})`, CURE, { cause: error });
  }
}
