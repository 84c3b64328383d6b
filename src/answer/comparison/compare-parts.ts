/** A measure that names two things in one (建议和提案) where the report counts each: both of its figures. */
import { findConcepts } from '../../language/concepts.ts';
import type { Figure } from '../../report/report.ts';
import type { Value } from './find-value.ts';

const JOINED = /^(.{2,}?)(?:和|与|及|以及|、| and | & )(.{2,})$/i;

/** The figures beside the value's own that count the other parts of its name; empty for a measure of one thing. */
export function companionsOf({ measure, found }: Value): Figure[] {
  const joined = measure.question.terms
    .map((term) => JOINED.exec(term.surface))
    .find((match) => match !== null);
  if (!joined) return [];
  const parts = [joined[1]!, joined[2]!].map(namesOf);
  const own = parts.filter((names) => has(found.prepared.label, names));
  if (own.length !== 1) return [];
  const [other] = parts.filter((names) => !own.includes(names));
  const siblings = found.paragraph.figures.filter(
    (one) =>
      one.figure.sentence === found.figure.sentence &&
      one.figure.unit === found.figure.unit &&
      one.figure.index !== found.figure.index,
  );
  const next = siblings.find((one) => has(one.label, other!));
  return next ? [next.figure] : [];
}

/** The part's own words and the names that the lexicon knows for it. */
function namesOf(part: string): string[] {
  return [part, ...findConcepts(part).flatMap((mention) => mention.entry.zh)].filter((name) =>
    /[\u4e00-\u9fff]/.test(name),
  );
}

/** 人大代表议案建议 has 人大代表建议: its characters in order, close together. */
function has(label: string, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      label.includes(name) ||
      (name.length >= 4 && new RegExp([...name].map(literal).join('.{0,2}')).test(label)),
  );
}

function literal(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
