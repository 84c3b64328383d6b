/** The straight lines that a PDF page draws: strokes, and the thin rectangles that Word fills instead. */

import type { PdfRule } from './pdf-page.ts';

/** What pdf.js draws a page by. */
interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly [number, number, number, number, number, number];

const SHORTEST = 6;
const MOST_RULES = 4000;

/**
 * Reads the lines.
 *
 * @param ops The numbers of the operators, by name.
 */
export function readRules(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
): PdfRule[] {
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (rules.length > MOST_RULES) break;
    if (operator === ops.save && saved.length < 1000) saved.push(matrix);
    else if (operator === ops.restore) matrix = saved.pop() ?? matrix;
    else if (operator === ops.transform && isMatrix(args)) matrix = multiply(matrix, args);
    else if (operator === ops.constructPath && Array.isArray(args)) {
      const [paint, paths] = args as [unknown, unknown];
      const isDrawn = paint !== ops.endPath && paint !== ops.clip && paint !== ops.eoClip;
      const path: unknown = Array.isArray(paths) ? paths[0] : undefined;
      if (isDrawn && path instanceof Float32Array) rules.push(...linesOf(path, matrix));
    }
  }
  return rules;
}

/** The horizontal and vertical pieces of a path: 0 moves, 1 draws, 2 and 3 are curves, 4 closes. */
function linesOf(path: Float32Array, matrix: Matrix): PdfRule[] {
  const rules: PdfRule[] = [];
  let start = { x: 0, y: 0 };
  let at = start;
  const draw = (to: { x: number; y: number }) => {
    const [x1, x2] = [Math.min(at.x, to.x), Math.max(at.x, to.x)];
    const [y1, y2] = [Math.min(at.y, to.y), Math.max(at.y, to.y)];
    const isStraight = x2 - x1 < 1.5 || y2 - y1 < 1.5;
    if (isStraight && Math.max(x2 - x1, y2 - y1) >= SHORTEST) rules.push({ x1, y1, x2, y2 });
    at = to;
  };
  for (let index = 0; index < path.length; ) {
    const kind = path[index];
    const length = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
    const point = apply(matrix, path[index + length - 1] ?? 0, path[index + length] ?? 0);
    if (kind === 0) {
      start = point;
      at = point;
    } else if (kind === 1) draw(point);
    else if (kind === 4) draw(start);
    else at = point;
    index += length + 1;
  }
  return rules;
}

function isMatrix(args: unknown): args is Matrix {
  return Array.isArray(args) && args.length === 6 && args.every((value) => typeof value === 'number');
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function apply(m: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
}
