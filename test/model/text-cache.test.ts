import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelStorePath, openModelStore } from '../../src/database/open-model-store.ts';
import { openStoreOrNone } from '../../src/model/open-models.ts';
import { openTextCache } from '../../src/model/text-cache.ts';
import { makeModelFolder } from './model-folder.ts';

/** A log that keeps its warnings. */
function createWarnings() {
  const said: string[] = [];
  return {
    said,
    debug() {},
    info() {},
    error() {},
    warn: (_: object, message: string) => said.push(message),
  };
}

function open(folder: string, maxTexts?: number) {
  const database = openModelStore(folder);
  onTestFinished(() => database.close());
  return openTextCache({ database, ...(maxTexts === undefined ? {} : { maxTexts }) });
}

describe('openTextCache()', () => {
  it('gives back what was set, also after a restart', () => {
    const folder = makeModelFolder();
    const cache = open(folder);
    cache.set('a', '一');
    cache.set('a', '二');

    expect(cache.get('a')).toBe('二');
    expect(open(folder).get('a')).toBe('二');
    expect(cache.get('b')).toBeUndefined();
  });

  it('drops what was not used for longest', () => {
    const cache = open(makeModelFolder(), 2);
    cache.set('a', '一');
    cache.set('b', '二');
    cache.get('a');
    cache.set('c', '三');

    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['一', undefined, '三']);
  });

  it('is no obstacle when the file fails, and says so once', () => {
    const database = openModelStore(makeModelFolder());
    const log = createWarnings();
    const cache = openTextCache({ database, log });
    database.close();

    cache.set('a', '一');
    expect(cache.get('a')).toBeUndefined();
    expect(log.said).toEqual(['Cannot use the kept texts; going on without']);
  });
});

describe('openStoreOrNone()', () => {
  it('goes on without a file that is no database', () => {
    const folder = makeModelFolder();
    writeFileSync(modelStorePath(folder), 'x'.repeat(8_192));
    const log = createWarnings();

    expect(openStoreOrNone(folder, log)).toBeUndefined();
    expect(log.said).toEqual(['Cannot use model.sqlite; going on without what it keeps']);
  });

  it('goes on without a folder that cannot be made', () => {
    const file = join(makeModelFolder(), 'file');
    writeFileSync(file, '');

    expect(openStoreOrNone(join(file, 'library'), createWarnings())).toBeUndefined();
  });
});
