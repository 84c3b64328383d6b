/** What a chat is about at the moment, looked up in the library as it is now. */
import type { Library } from '../library/library.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { ChatState, Place, Turn } from './turn.ts';

/** What the recent turns of a chat were about. */
export interface Topic {
  readonly last: Turn;
  /** The reports of the last turn that are still held. */
  readonly reports: readonly StoredReport[];
  /** Reports of the recent turns, the last first, each once. */
  readonly recent: readonly StoredReport[];
  /** The texts of the last question, its own first. */
  readonly texts: readonly string[];
  /** The questions of recent turns that were answered with a figure, the last first. */
  readonly measured: readonly Turn[];
  /** What the last reply offered to choose from. */
  readonly choices: readonly StoredReport[];
  /** The last place cited, where it still stands in the library. */
  readonly place?: Place;
  /** The figure given there, as printed. */
  readonly figure?: string;
}

/** The topic of a chat; `undefined` before the first question. */
export function topicOf(state: ChatState, library: Library): Topic | undefined {
  const last = state.turns.at(-1);
  if (!last) return undefined;
  const held = new Map(library.reports().map((report) => [report.id, report]));
  const reportsOf = (ids: readonly string[]) => ids.flatMap((id) => held.get(id) ?? []);
  const turns = state.turns.toReversed();
  const placed = turns.find((turn) => turn.places.some((place) => stands(place, library)));
  const place = placed?.places.find((one) => stands(one, library));
  return {
    last,
    reports: reportsOf(last.reports),
    recent: [...new Set(reportsOf(turns.flatMap((turn) => turn.reports)))],
    texts: last.texts,
    measured: turns.filter((turn) => turn.figure !== undefined),
    choices: reportsOf(last.choices ?? []),
    ...(place ? { place } : {}),
    ...(placed?.figure !== undefined ? { figure: placed.figure } : {}),
  };
}

/** A rebuilt library may have lost the report, or hold it with other words. */
function stands({ report, paragraph, quote, heading }: Place, library: Library): boolean {
  const held = library.report(report);
  if (!held) return false;
  if (heading !== undefined) return held.sections.some((section) => section.heading === heading);
  if (paragraph === 0) return held.metadata.some((line) => line.text.startsWith(quote));
  return held.paragraphs[paragraph - 1]?.text.includes(quote) ?? false;
}
