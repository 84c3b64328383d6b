import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countParameters } from '../../src/database/count-parameters.ts';
import { type BindValue, type Database, openDatabase } from '../../src/database/open-database.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao 库 #%?'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function openTable(): Database {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE t (a, b)');
  return database;
}

describe('openDatabase()', () => {
  it('gives every kind of value back as it was stored, booleans as 0 and 1', () => {
    const database = openTable();
    const insert = database.prepare('INSERT INTO t VALUES (?, ?)');

    insert.run(new Uint8Array([1, 2, 3]), true);
    insert.run(Buffer.from('法治'), false);
    insert.run('法治', null);

    const rows = database.prepare<{ a: unknown; b: unknown }>('SELECT a, b FROM t').all();
    expect(rows.map(({ b }) => b)).toEqual([1, 0, null]);
    expect(new Uint8Array(rows[0]?.a as Uint8Array)).toEqual(new Uint8Array([1, 2, 3]));
    expect(rows[2]?.a).toBe('法治');
  });

  it('refuses too few and too many values instead of keeping those of the call before', () => {
    const insert = openTable().prepare('INSERT INTO t VALUES (?, ?)');
    insert.run('first', 'call');

    expect(() => insert.run('second')).toThrow('Expected 2 values, got 1');
    expect(() => insert.run('a', 'b', 'c')).toThrow(TypeError);
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['text with NUL', 'a\0b'],
    ['an object', {}],
  ])('refuses %s, which the driver would store as something else', (_, value) => {
    const insert = openTable().prepare('INSERT INTO t VALUES (?, ?)');

    expect(() => insert.run(value as BindValue, 1)).toThrow(TypeError);
  });

  it('returns rows with the columns of the query only, and undefined for none', () => {
    const database = openTable();
    database.prepare('INSERT INTO t VALUES (?, ?)').run('x', 1);

    expect(database.prepare('SELECT a FROM t').get()).toEqual({ a: 'x' });
    expect(database.prepare('SELECT a FROM t WHERE b = ?').get(2)).toBeUndefined();
  });

  it('undoes a transaction that throws and passes the error on', () => {
    const database = openTable();
    const failing = () => {
      database.prepare('INSERT INTO t VALUES (?, ?)').run(1, 2);
      throw new Error('stop');
    };

    expect(() => database.transaction(failing)).toThrow('stop');
    expect(database.prepare('SELECT * FROM t').all()).toEqual([]);
  });

  it('executes nothing after close', () => {
    const database = openTable();
    const insert = database.prepare('INSERT INTO t VALUES (?, ?)');

    database.close();
    database.close();

    expect(() => insert.run(1, 2)).toThrow('is closed');
    expect(() => database.prepare('SELECT 1')).toThrow('is closed');
  });

  it('reads a finished file without writing anything, under a path with any characters', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'b c?.sqlite');
    const writer = openDatabase(path);
    writer.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    writer.close();

    const reader = openDatabase(path, 'read');

    expect(reader.prepare('SELECT a FROM t').all()).toEqual([{ a: 1 }]);
    expect(() => reader.exec('INSERT INTO t VALUES (2)')).toThrow('readonly');
    expect(readdirSync(folder)).toEqual(['b c?.sqlite']);
    reader.close();
  });

  it('makes no file when it opens one for reading that is not there', () => {
    const folder = temporaryFolder();

    expect(() => openDatabase(join(folder, 'none.sqlite'), 'read')).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps any text without NUL as it is', () => {
    const database = openTable();
    const echo = database.prepare<{ a: string }>('SELECT ? AS a');

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(echo.get(text)?.a).toBe(text);
      }),
    );
  });
});

describe('countParameters()', () => {
  it.each([
    ['SELECT ?', 1],
    ['SELECT \'?\', "?", [?], `?`, ? -- ?', 1],
    ["SELECT 'it''s ?', ? /* ? \n ? */, ?", 2],
    ['SELECT 1', 0],
  ])('counts in %s', (sql, count) => {
    expect(countParameters(sql)).toBe(count);
  });

  it.each(['SELECT :name', 'SELECT @name', 'SELECT $name', 'SELECT ?1'])('refuses %s', (sql) => {
    expect(() => countParameters(sql)).toThrow(TypeError);
  });
});
