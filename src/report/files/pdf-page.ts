/** What is taken from a page of a PDF: pieces of text with their places, and the lines that are drawn on it. */

/** A piece of text; the origin is the page's lower left corner, units are points. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

/** A straight line that is drawn, as the borders of tables are; horizontal where both `y` are the same. */
export interface PdfRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A page with all that is taken from it; width and height in points. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
  readonly rules: readonly PdfRule[];
}
