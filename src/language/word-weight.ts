/**
 * How much a word tells: its inverse document frequency in general Chinese, with the boilerplate of such reports
 * (法治, 建设, 推进) set low. A fixed table, so that a word weighs the same on every machine and in every library.
 *
 * The table is `data/lexicon/word-weights.tsv`, sorted, and searched where it stands: parsing it would cost more
 * than all lookups of a question. Source: the frequencies that jieba ships (`idf.txt`).
 */
import { readFileSync } from 'node:fs';

/** Weight of a word in no table: rarer than most. */
const UNKNOWN_WEIGHT = 10.5;
const MOST_REMEMBERED = 50_000;

let table: string | undefined;
const remembered = new Map<string, number>();

/** The weight of a word, from 0.8 (的) to 10.5 (a word in no table). */
export function wordWeight(word: string): number {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  table ??= readFileSync(new URL('../../data/lexicon/word-weights.tsv', import.meta.url), 'utf8');
  const weight = searchTable(table, word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, weight);
  return weight;
}

/** Binary search over the lines of a sorted table. */
function searchTable(lines: string, word: string): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const start = lines.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const tab = lines.indexOf('\t', start);
    const end = lines.indexOf('\n', tab);
    if (tab < 0 || end < 0) break;
    const found = lines.slice(start, tab);
    if (found === word) return Number(lines.slice(tab + 1, end));
    if (found < word) low = end + 1;
    else high = start;
  }
  return UNKNOWN_WEIGHT;
}
