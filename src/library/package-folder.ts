/** Where a dependency is installed, for its data files that it does not export. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @throws Error when the package is not installed. */
export function packageFolder(name: string): string {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const folder = places
    .map((place) => join(place, name))
    .find((path) => existsSync(join(path, 'package.json')));
  if (!folder) throw new Error(`The package "${name}" is not installed`);
  return folder;
}
