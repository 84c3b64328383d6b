/**
 * Traditional characters into simplified ones, one for one, so that offsets stay.
 *
 * The tables are OpenCC's. The few characters whose simplified form lies outside the basic plane, and
 * would be two units long, are left as they are. Words that differ between places (軟體, 软件) are not
 * exchanged.
 */
import { Trie } from 'opencc-js/core';
import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';

// Characters of Hong Kong and Taiwan that OpenCC only reaches through their standard traditional form.
const VARIANTS = '敍叙 枱台 粧妆 糭粽 衞卫 痺痹 簷檐';

// Counties that keep 乾, which is 干 elsewhere; OpenCC does not know them.
const NAMES: readonly [string, string][] = [
  ['乾縣', '乾县'],
  ['乾县', '乾县'],
  ['乾安', '乾安'],
];

let simplifiedOf: ReadonlyMap<string, string> | undefined;
let trie: Trie | undefined;

/** The text in simplified characters, of the same length; words decide where a character has two forms. */
export function toSimplified(text: string): string {
  const table = characterTable();
  if (!hasTraditional(text, table)) return text;
  trie ??= phraseTrie(table);
  return trie.convert(text);
}

/**
 * The text with each character simplified by itself, of the same length.
 *
 * For comparing names only: 乾县 gives 干县, whatever stands around it.
 */
export function simplifyCharacters(text: string): string {
  const table = characterTable();
  if (!hasTraditional(text, table)) return text;
  let simplified = '';
  for (let i = 0; i < text.length; i++) simplified += table.get(text[i]!) ?? text[i];
  return simplified;
}

/** By character code: every line of every report is asked, so it has to be quick. */
let marks: Uint8Array | undefined;

function hasTraditional(text: string, table: ReadonlyMap<string, string>): boolean {
  if (marks === undefined) {
    marks = new Uint8Array(65_536);
    for (const character of table.keys()) if (character.length === 1) marks[character.charCodeAt(0)] = 1;
  }
  for (let i = 0; i < text.length; i++) {
    if (marks[text.charCodeAt(i)] === 1) return true;
  }
  return false;
}

function characterTable(): ReadonlyMap<string, string> {
  simplifiedOf ??= new Map([
    ...pairsOf(characters).filter(([from, to]) => from !== to),
    ...VARIANTS.split(' ').map((pair): [string, string] => [pair[0]!, pair[1]!]),
  ]);
  return simplifiedOf;
}

function phraseTrie(table: ReadonlyMap<string, string>): Trie {
  const built = new Trie();
  built.loadDictGroup([pairsOf(phrases), NAMES, [...table]]);
  return built;
}

function pairsOf(words: string): [string, string][] {
  return words
    .split('|')
    .map((entry): [string, string] => {
      const [from = '', to = from] = entry.split(' ');
      return [from, to];
    })
    .filter(([from, to]) => from.length === to.length);
}
