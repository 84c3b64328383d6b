/** Chooses which points a summary shows: each theme its best, then the most telling of what is left. */
import type { Point } from './summarise-points.ts';
import { THEMES, type Theme } from './summarise-themes.ts';

/** The points of one theme in the order of the report; without a theme, honours and firsts. */
export interface ThemePoints {
  readonly theme: Theme | undefined;
  readonly points: readonly Point[];
}

/** How much a summary may hold. */
export interface Room {
  /** Most points altogether. */
  readonly points: number;
  /** Most characters of all points together. */
  readonly characters: number;
  readonly perTheme: number;
  readonly honours: number;
}

/** Points for the room there is; themes without a telling point are left out. */
export function choosePoints(found: readonly Point[], room: Room): ThemePoints[] {
  const honours = byScore(found.filter((point) => point.honour)).slice(0, room.honours);
  const chosen: Point[] = [...honours];
  let characters = honours.reduce((sum, point) => sum + length(point), 0);
  const take = (point: Point): void => {
    if (chosen.length >= room.points || characters + length(point) > room.characters) return;
    chosen.push(point);
    characters += length(point);
  };
  const rest = found.filter((point) => !honours.includes(point));
  for (const theme of THEMES) {
    const best = byScore(rest.filter((point) => point.theme === theme))[0];
    if (best) take(best);
  }
  for (
    let left = rest.filter((point) => !chosen.includes(point));
    left.length > 0 && chosen.length < room.points;
  ) {
    const next = left.reduce((a, b) => (value(b, chosen) > value(a, chosen) ? b : a));
    left = left.filter((point) => point !== next);
    if (
      chosen.filter((point) => !honours.includes(point) && point.theme === next.theme).length < room.perTheme
    )
      take(next);
  }
  return [undefined, ...THEMES].flatMap((theme) => {
    const points = chosen
      .filter((point) =>
        theme ? !honours.includes(point) && point.theme === theme : honours.includes(point),
      )
      .sort(inOrder);
    return points.length > 0 ? [{ theme, points }] : [];
  });
}

/** A point beside others of its theme or under the same heading tells less that is new. */
function value(point: Point, chosen: readonly Point[]): number {
  const same = chosen.filter((other) => other.theme === point.theme).length;
  const beside = chosen.filter((other) => other.group === point.group).length;
  const paragraph = chosen.filter((other) => other.paragraph === point.paragraph).length;
  return point.score * 0.85 ** same * 0.6 ** beside * 0.85 ** paragraph;
}

const length = (point: Point) => point.end - point.start;
const inOrder = (a: Point, b: Point) => a.paragraph.number - b.paragraph.number || a.start - b.start;

function byScore(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => b.score - a.score);
}
