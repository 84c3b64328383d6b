/** PDFs for tests: text at places, lines between places, and nothing else. */

/** What stands on a page; the origin is its lower left corner, units are points, the page is A4. */
export interface PdfContent {
  readonly texts: readonly (readonly [x: number, y: number, text: string, size?: number])[];
  readonly rules?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
}

/** The bytes of a PDF with these pages. */
export function makePdf(pages: readonly PdfContent[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}] >>`,
    // Every character is one em wide, whatever it is.
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(sameCharacters(pages)),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream(draw(page)),
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** A map that says that every code is the character of this number; a range must not leave its last byte. */
function sameCharacters(pages: readonly PdfContent[]): string {
  const used = pages.flatMap(({ texts }) =>
    texts.flatMap(([, , text]) => [...text].map((sign) => sign.charCodeAt(0) >> 8)),
  );
  const ranges = [...new Set(used)].map((high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const block = `${ranges.length} beginbfrange\n${ranges.join('\n')}\nendbfrange`;
  return `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${block}\nendcmap end`;
}

function draw({ texts, rules = [] }: PdfContent): string {
  const lines = rules.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`);
  const words = texts.map(([x, y, text, size = 16]) => `BT /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`);
  return [...lines, ...words].join('\n');
}

function hex(text: string): string {
  return [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
