/** English words that a dictionary's definitions give for a Chinese word. */
import { stemmer } from 'stemmer';

/** An English word or two-word phrase, stemmed, and how well it says what the Chinese word says, 0 to 1. */
export interface Gloss {
  readonly stem: string;
  readonly weight: number;
}

/** Explanations longer than this say what a word is like, not what it is. */
const MAX_GLOSS_WORDS = 6;
const LATER_MEANING = 0.15;
const NO_MEANING =
  /^(surname|(old |erhua |japanese |archaic )?variant of|see |see also|used in|also written|also pr\.|taiwan pr\.|classifier for|cl:|abbr\. (for|of)|euphemistic)/i;
const FUNCTION_WORDS = new Set(
  `a an the to of in on at by for from with as and or but not be is are was were been being it its this that these
  those one ones oneself sb sth somebody something etc esp also into onto out up down off over under per via than
  such so very do does did have has had can will would may might must shall should who whom whose which what when
  where how if then there here no yes he she they them his her their you your we our us i my me any some all each
  e g lit fig`.split(/\s+/),
);

/**
 * The stems of an English text's content words, in order; without articles, prepositions and the like.
 */
export function contentStems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/['’]s\b/g, '')
      .match(/[a-z]+/g) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => stemmer(word));
}

/**
 * Stems and two-stem phrases of a word's definitions, each once with its best weight.
 *
 * A definition that is the word weighs more than one that has it among others, an early one more than a late one.
 */
export function parseGlosses(definitions: readonly string[]): Gloss[] {
  const best = new Map<string, number>();
  const keep = (stem: string, weight: number) => best.set(stem, Math.max(weight, best.get(stem) ?? 0));
  let position = 0;
  for (const definition of definitions) {
    if (NO_MEANING.test(definition)) continue;
    for (const gloss of withoutBrackets(definition).split(/[/;,]/)) {
      const stems = contentStems(gloss);
      if (stems.length === 0 || stems.length > MAX_GLOSS_WORDS || NO_MEANING.test(gloss.trim())) continue;
      const rank = 1 / (1 + LATER_MEANING * position++);
      for (const stem of stems) keep(stem, rank / stems.length);
      for (const [index, stem] of stems.slice(1).entries()) {
        keep(`${stems[index]} ${stem}`, rank * (stems.length === 2 ? 1 : 0.6));
      }
    }
  }
  return [...best].map(([stem, weight]) => ({ stem, weight }));
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/[()[\]]/g, ' ');
}
