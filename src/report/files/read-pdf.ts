/**
 * A PDF with a text layer becomes lines.
 *
 * pdf.js (in the build of unpdf, which needs no canvas) says which text stands where and what is drawn; what
 * reads as one paragraph is decided in `pdf-layout.ts`. Pictures are not decoded.
 */

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { ReportError } from '../../errors.ts';
import { countHan } from '../report-lines.ts';
import type { DocumentText } from './document-text.ts';
import { layOutPdf } from './pdf-layout.ts';
import type { PdfPage, PdfPiece, PdfRule } from './pdf-page.ts';
import { formLines, type PdfLine } from './pdf-rows.ts';
import { readRules } from './pdf-rules.ts';

const MOST_PAGES = 600;
/** Fewer Chinese characters a page are a scan's stamp or page number. */
const LEAST_HAN = 20;
const TEXT_CURE = 'Save it as .docx or text from where it was written, or run text recognition over it';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** @throws ReportError for a file that is damaged, locked, too long, or a scan without text. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<DocumentText> {
  supplyTransfer();
  const pdf = await open(bytes, file);
  try {
    if (pdf.numPages > MOST_PAGES) {
      throw new ReportError(
        file,
        `it has ${pdf.numPages} pages, at most ${MOST_PAGES} are read`,
        'Take out the report itself',
      );
    }
    const { OPS } = await getResolvedPDFJS();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number, OPS));
    assertText(pages, file);
    const laid = layOutPdf(pages);
    const empty = pages.filter(({ pieces }) => pieces.length === 0).length;
    const problems = empty === 0 ? [] : [`${empty} of ${pages.length} pages hold no text and were not read`];
    return { ...laid, problems: [...laid.problems, ...problems] };
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw damaged(file, error);
  } finally {
    await pdf.destroy().catch(() => undefined);
  }
}

async function open(bytes: Uint8Array, file: string): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      // Pictures are nothing to read; a picture of a million pixels would fill memory.
      maxImageSize: 1,
      stopAtErrors: false,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ReportError(file, 'it is protected by a password', 'Save it without a password', {
        cause: error,
      });
    }
    throw damaged(file, error);
  }
}

async function readPage(
  pdf: PdfDocument,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item): PdfPiece[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Text that runs upwards or aslant is a watermark.
    if (Math.abs(b) > Math.abs(a) * 0.1) return [];
    const size = Math.hypot(c, d) || 10;
    // A wide blank is the way to the next column.
    if (item.str.trim() === '' && item.width > size) return [];
    return [{ text: item.str, x: x - left, y: y - bottom, width: item.width, size }];
  });
  // Borders are asked for only where text stands in columns.
  const hasColumns = formLines(pieces, 0).filter(standsInColumns).length >= 2;
  const rules = hasColumns ? readRules(await page.getOperatorList(), ops) : [];
  page.cleanup();
  const moved = rules.map(
    ({ x1, y1, x2, y2 }): PdfRule => ({ x1: x1 - left, x2: x2 - left, y1: y1 - bottom, y2: y2 - bottom }),
  );
  return { width: right - left, height: top - bottom, pieces, rules: moved };
}

/** Of narrow columns, a line is told by the number without a unit that it ends with: `县市场监管局210 256`. */
function standsInColumns({ parts, text }: PdfLine): boolean {
  return parts.length >= 2 || /[^\d.,]\d[\d,.]*$/.test(text);
}

function assertText(pages: readonly PdfPage[], file: string): void {
  const text = pages.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('');
  const unknown = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  if (text.length > 0 && unknown > text.length / 5) {
    throw new ReportError(file, 'its fonts do not say which characters they show', TEXT_CURE);
  }
  if (countHan(text) < LEAST_HAN * Math.min(pages.length, 5)) {
    throw new ReportError(file, 'it holds pictures of pages and no text, as a scan does', TEXT_CURE);
  }
}

function damaged(file: string, error: unknown): ReportError {
  const said = error instanceof Error ? error.message : String(error);
  return new ReportError(
    file,
    `it is damaged (${said})`,
    'Open it in a PDF viewer and print it to a new PDF',
    { cause: error },
  );
}

/** pdf.js uses what Node has only from version 21 on. */
function supplyTransfer(): void {
  for (const name of ['transfer', 'transferToFixedLength']) {
    if (name in ArrayBuffer.prototype) continue;
    Object.defineProperty(ArrayBuffer.prototype, name, {
      configurable: true,
      writable: true,
      value(this: ArrayBuffer, length = this.byteLength) {
        const moved = new ArrayBuffer(length);
        new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
        return moved;
      },
    });
  }
}
