import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** A folder or file of `src` imports only from lower ranks; those of one rank do not meet. */
const ranks = [
  ['errors.ts', 'config.ts', 'log.ts', 'schema.ts', 'parse-retry-after.ts'],
  ['wording'],
  ['database', 'language'],
  ['model', 'fetch'],
  ['report'],
  ['library'],
  ['ingest'],
  ['retrieval'],
  ['answer'],
  ['conversation'],
  ['chat', 'web'],
  ['evaluation'],
  ['assemble.ts'],
  ['main.ts'],
];

/** Read by all and reading, besides each other, nobody. */
const everywhere = ranks[0] ?? [];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'));

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Files of `src` that a file names in `import`, `export … from`, `import()` and `import type`. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const paths = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(
    ([, path]) => path ?? '',
  );
  return paths.map((path) =>
    relative(source, resolve(source, dirname(file), path))
      .split(sep)
      .join('/'),
  );
}

/** The folder of a file, or the file itself where it stands in `src`. */
function partOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function rankOf(part: string): number {
  return ranks.findIndex((parts) => parts.includes(part));
}

function isBackward(from: string, to: string): boolean {
  const [part, imported] = [partOf(from), partOf(to)];
  if (part === imported) return false;
  if (everywhere.includes(part)) return !everywhere.includes(imported);
  return rankOf(imported) >= rankOf(part);
}

function findCycle(): readonly string[] | undefined {
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  }
  return files.map((file) => visit(file, [])).find((cycle) => cycle !== undefined);
}

describe('src', () => {
  it('has only the folders and files that the design names', () => {
    const unknown = files.map(partOf).filter((part) => rankOf(part) < 0);

    expect(unknown).toEqual([]);
  });

  it('imports one way', () => {
    const backward = [...imports].flatMap(([from, all]) =>
      all.filter((to) => isBackward(from, to)).map((to) => `${from} imports ${to}`),
    );

    expect(backward).toEqual([]);
  });

  it('imports in no circle', () => {
    expect(findCycle()).toBeUndefined();
  });

  it('names every file after what it exports', () => {
    const drawers = files.filter((file) =>
      /(?:^|\/)(?:index|utils?|helpers?|common|types?|misc)(?:\.ts|\/)/.test(file),
    );

    expect(drawers).toEqual([]);
  });

  it('writes file names in kebab-case', () => {
    expect(files.filter((file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.d)?\.ts$/.test(file))).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('sees imports of values, of types, and at run time', () => {
    expect(imports.get('chat/start-chat.ts')).toEqual(
      expect.arrayContaining([
        'conversation/create-conversation.ts',
        'config.ts',
        'log.ts',
        'chat/run-bot.ts',
      ]),
    );
  });

  it('takes an import from above, or from beside, for backward', () => {
    expect(isBackward('report/report.ts', 'chat/terminal.ts')).toBe(true);
    expect(isBackward('web/server.ts', 'chat/terminal.ts')).toBe(true);
    expect(isBackward('log.ts', 'report/report.ts')).toBe(true);
    expect(isBackward('wording/wording.ts', 'language/region.ts')).toBe(true);
    expect(isBackward('chat/terminal.ts', 'report/report.ts')).toBe(false);
  });
});
