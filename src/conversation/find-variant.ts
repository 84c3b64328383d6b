/** `综合的呢?` after 直接纠错率 asks for 综合纠错率: a known measure that shares its end with the last one. */
import { findConcepts } from '../language/concepts.ts';
import type { QuestionTerm } from '../retrieval/question.ts';

/** The name of the variant, in the language of the words; `undefined` when there is no such measure. */
export function findVariant(own: readonly QuestionTerm[], last: readonly QuestionTerm[]): string | undefined {
  if (own.length === 0 || own.length > 2) return undefined;
  const modifier = own.map((term) => term.surface).join(/[a-z]/i.test(own[0]!.surface) ? ' ' : '');
  for (const { surface, kind } of last) {
    if (kind !== 'indicator' || surface.includes(modifier)) continue;
    for (const name of namesWith(modifier, surface)) {
      if (findConcepts(name).some((mention) => mention.start === 0 && mention.end === name.length))
        return name;
    }
  }
  return undefined;
}

/** The modifier before every ending of the name, the longest first. */
function namesWith(modifier: string, name: string): string[] {
  if (/[a-z]/i.test(name)) {
    const words = name.split(' ');
    return words.slice(1).map((_, index) => [modifier, ...words.slice(index + 1)].join(' '));
  }
  return /[a-z]/i.test(modifier)
    ? []
    : [...name].slice(1, -1).map((_, index) => `${modifier}${name.slice(index + 1)}`);
}
