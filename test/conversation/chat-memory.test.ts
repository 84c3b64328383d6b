import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addTurn } from '../../src/conversation/bound-turns.ts';
import { type ChatMemory, type MemoryOptions, openMemory } from '../../src/conversation/chat-memory.ts';
import { type ChatState, EMPTY_CHAT } from '../../src/conversation/turn.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { makeTurn } from './make-turn.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-chats-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function open(libraryDir: string, options: Partial<MemoryOptions> = {}): ChatMemory {
  const memory = openMemory({ libraryDir, ...options });
  onTestFinished(() => memory.close());
  return memory;
}

const stateAbout = (own: string): ChatState => addTurn(EMPTY_CHAT, makeTurn({ own }), own);

/** Everything that stands in the files of the memory. */
function bytesOf(libraryDir: string): string {
  const files = readdirSync(libraryDir).filter((name) => name.startsWith('chats.sqlite'));
  return files.map((name) => readFileSync(join(libraryDir, name), 'utf8')).join('');
}

describe('openMemory()', () => {
  it('makes no file before there is something to remember', () => {
    const libraryDir = temporaryFolder();
    const memory = open(libraryDir);

    expect(memory.load('a')).toEqual(EMPTY_CHAT);
    memory.forget('a');
    expect(existsSync(join(libraryDir, 'chats.sqlite'))).toBe(false);
  });

  it('remembers a chat after it was closed and opened again', () => {
    const libraryDir = temporaryFolder();
    const before = open(libraryDir);
    before.save('a', stateAbout('综合纠错率'));
    before.close();

    expect(open(libraryDir).load('a')).toEqual(stateAbout('综合纠错率'));
  });

  it.each([
    ['a', 'A'],
    ['1', '1 '],
    ['a\0b', 'a b'],
    ['x'.repeat(5000), `${'x'.repeat(4999)}y`],
    ['\ud800', '\ud801'],
    ["'; DROP TABLE chats; --", ''],
  ])('keeps the chats %j and %j apart', (one, other) => {
    const memory = open(temporaryFolder());
    memory.save(one, stateAbout('一'));
    memory.save(other, stateAbout('二'));

    expect(memory.load(one).turns[0]?.own).toBe('一');
    expect(memory.load(other).turns[0]?.own).toBe('二');
  });

  it('forgets a chat and leaves none of its words in the file', () => {
    const libraryDir = temporaryFolder();
    const memory = open(libraryDir);
    memory.save('a', stateAbout('机密的问题'));
    memory.save('b', stateAbout('别的问题'));

    memory.forget('a');

    expect(memory.load('a')).toEqual(EMPTY_CHAT);
    expect(memory.load('b').turns).toHaveLength(1);
    expect(bytesOf(libraryDir)).not.toContain('机密的问题');
  });

  it('forgets what nobody went on with for 90 days, and removes it', () => {
    const libraryDir = temporaryFolder();
    let now = 0;
    const memory = open(libraryDir, { now: () => now });
    memory.save('old', stateAbout('旧问题'));
    now = 89 * DAY_MS;
    expect(memory.load('old').turns).toHaveLength(1);
    now = 91 * DAY_MS;
    expect(memory.load('old')).toEqual(EMPTY_CHAT);

    memory.save('new', stateAbout('新问题'));
    memory.close();

    expect(bytesOf(libraryDir)).not.toContain('旧问题');
  });

  it('keeps no more chats than it may, the longest silent go first', () => {
    let now = 0;
    const memory = open(temporaryFolder(), { now: () => now, maxChats: 30 });
    for (let chat = 0; chat < 200; chat += 1) {
      now += 1;
      memory.save(`chat ${chat}`, stateAbout('问题'));
    }

    const kept = Array.from({ length: 200 }, (_, chat) => memory.load(`chat ${chat}`).turns.length);
    expect(kept.at(-1)).toBe(1);
    expect(kept[0]).toBe(0);
    expect(kept.filter((turns) => turns > 0).length).toBeLessThanOrEqual(50);
  });

  it('stays as large as it is however often the same chats go on', () => {
    const libraryDir = temporaryFolder();
    const memory = open(libraryDir);
    const size = () => {
      openDatabase(join(libraryDir, 'chats.sqlite')).exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return readFileSync(join(libraryDir, 'chats.sqlite')).length;
    };
    const states = new Map<string, ChatState>();
    const goOn = (turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) {
        for (let chat = 0; chat < 20; chat += 1) {
          const state = addTurn(states.get(`${chat}`) ?? EMPTY_CHAT, makeTurn({ own: `第${turn}问` }), '问');
          states.set(`${chat}`, state);
          memory.save(`${chat}`, state);
        }
      }
    };

    goOn(30);
    const grown = size();
    goOn(60);

    expect(size()).toBeLessThan(grown * 1.2);
    expect(grown).toBeLessThan(20 * 16_384);
  });

  it('says clearly that the file is no memory of chats', () => {
    const libraryDir = temporaryFolder();
    writeFileSync(
      join(libraryDir, 'chats.sqlite'),
      'not a database at all, but long enough to look like one'.repeat(40),
    );

    expect(() => open(libraryDir).load('a')).toThrow(
      /^Cannot open the memory of chats in ".*chats\.sqlite"$/,
    );
  });

  it('refuses a file of a later version', () => {
    const libraryDir = temporaryFolder();
    const database = openDatabase(join(libraryDir, 'chats.sqlite'));
    database.exec('PRAGMA user_version = 7');
    database.close();

    expect(() => open(libraryDir).load('a')).toThrow(/written in version 7, this program reads 1$/);
  });

  it('starts a chat over whose record cannot be read', () => {
    const libraryDir = temporaryFolder();
    const memory = open(libraryDir);
    memory.save('a', stateAbout('问题'));
    const database = openDatabase(join(libraryDir, 'chats.sqlite'));
    database.exec(`UPDATE chats SET state = '{"turns"'`);
    database.close();

    expect(memory.load('a')).toEqual(EMPTY_CHAT);
  });
});
