/**
 * The tables of a PDF page, told by the lines that are drawn around their cells.
 *
 * A PDF has no tables, only text and lines: the places between two neighbouring lines are cells, and where no
 * line is drawn between two of them they are one merged cell.
 */

import type { PdfPiece, PdfRule } from './pdf-page.ts';
import { formLines } from './pdf-rows.ts';
import { splitPiece } from './split-pieces.ts';

/** A table with its place on the page. */
export interface PdfTable {
  readonly top: number;
  readonly bottom: number;
  /** Where the columns begin and end. */
  readonly columns: readonly number[];
  readonly cells: readonly (readonly string[])[];
  readonly pieces: ReadonlySet<PdfPiece>;
}

/** In points: lines of one border lie that near. */
const NEAR = 3;
const MOST_LINES = 400;

/** Finds the tables of a page, from top to bottom. */
export function findTables(rules: readonly PdfRule[], pieces: readonly PdfPiece[]): PdfTable[] {
  return groupRules(rules)
    .flatMap((group) => readGrid(group, pieces))
    .sort((a, b) => b.top - a.top);
}

/** Lines that touch or cross each other. */
function groupRules(rules: readonly PdfRule[]): PdfRule[][] {
  const groups: PdfRule[][] = [];
  for (const rule of rules.slice(0, MOST_LINES * 10)) {
    const touching = groups.filter((group) => group.some((other) => touches(rule, other)));
    const merged = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

function touches(a: PdfRule, b: PdfRule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
}

function readGrid(rules: readonly PdfRule[], pieces: readonly PdfPiece[]): PdfTable[] {
  const across = rules.filter(({ y1, y2 }) => y2 - y1 < NEAR);
  const down = rules.filter(({ x1, x2 }) => x2 - x1 < NEAR);
  const xs = cluster(down.map(({ x1 }) => x1));
  const ys = cluster(across.map(({ y1 }) => y1)).reverse();
  if (xs.length < 3 || ys.length < 3 || xs.length > 60 || ys.length > MOST_LINES) return [];
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const inside = pieces.filter((piece) => {
    const { x, y } = middle(piece);
    return x > left && x < right && y < top && y > bottom;
  });
  if (inside.length === 0) return [];
  const owner = mergeCells(xs, ys, across, down);
  const held = new Map<number, PdfPiece[]>();
  for (const piece of inside.flatMap((one) => splitPiece(one, down))) {
    const { x, y } = middle(piece);
    const row = ys.findIndex((line, index) => index > 0 && y > line) - 1;
    const column = xs.findIndex((line, index) => index > 0 && x < line) - 1;
    const cell = owner(row, column);
    held.set(cell, [...(held.get(cell) ?? []), piece]);
  }
  const cells = ys.slice(1).map((_, row) =>
    xs.slice(1).map((__, column) =>
      formLines(held.get(owner(row, column)) ?? [], 0)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  return [{ top, bottom, columns: xs, cells, pieces: new Set(inside) }];
}

function middle({ x, y, width, size }: PdfPiece): { x: number; y: number } {
  return { x: x + Math.min(width, size) / 2, y: y + size * 0.35 };
}

/** Which cells are one: a number for each, the same for those between which no line is drawn. */
function mergeCells(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly PdfRule[],
  down: readonly PdfRule[],
): (row: number, column: number) => number {
  const width = xs.length - 1;
  const parent = Array.from({ length: width * (ys.length - 1) }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const index = row * width + column;
      const [rightOf = 0, below = 0] = [xs[column + 1], ys[row + 1]];
      const hasRight = down.some((line) => Math.abs(line.x1 - rightOf) < NEAR && line.y1 < y && line.y2 > y);
      const hasBelow = across.some((line) => Math.abs(line.y1 - below) < NEAR && line.x1 < x && line.x2 > x);
      if (column < width - 1 && !hasRight) parent[find(index + 1)] = find(index);
      if (row < ys.length - 2 && !hasBelow) parent[find(index + width)] = find(index);
    }
  }
  return (row, column) => find(row * width + column);
}

/** Places of lines, those of one border taken together. */
function cluster(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) places.push(value);
  }
  return places;
}
