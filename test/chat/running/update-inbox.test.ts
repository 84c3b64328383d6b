import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInbox } from '../../../src/chat/running/update-inbox.ts';

const hour = 60 * 60 * 1000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibao-inbox-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeUpdate(id: number, text = '问'): Update {
  const chat = { id: 7, type: 'private', first_name: 'Reader' } as const;
  return { update_id: id, message: { message_id: id, date: 0, chat, text } } as Update;
}

function ids(updates: readonly Update[]): readonly number[] {
  return updates.map(({ update_id }) => update_id);
}

describe('openInbox()', () => {
  it('keeps updates over a restart, in the order they came, until they are done', () => {
    const before = openInbox(folder, 42);
    before.add([makeUpdate(5, '一\u0000😀\ud800'), makeUpdate(6)]);
    before.add([makeUpdate(3)]);
    before.done(6);
    before.close();

    const after = openInbox(folder, 42);

    expect(after.waiting()).toEqual([makeUpdate(3), makeUpdate(5, '一\u0000😀\ud800')].reverse());
    expect(after.size()).toBe(2);
    after.close();
  });

  it('takes an update once, whether it waits or was handled', () => {
    const inbox = openInbox(folder, 42);
    inbox.add([makeUpdate(1), makeUpdate(2)]);
    inbox.done(1);

    const fresh = inbox.add([makeUpdate(1), makeUpdate(2), makeUpdate(3), makeUpdate(3)]);

    expect(ids(fresh)).toEqual([3]);
    expect(ids(inbox.waiting())).toEqual([2, 3]);
    inbox.close();
  });

  it('keeps the updates of each bot apart', () => {
    const one = openInbox(folder, 42);
    const other = openInbox(folder, 43);
    one.add([makeUpdate(1)]);

    expect(ids(other.add([makeUpdate(1), makeUpdate(2)]))).toEqual([1, 2]);
    other.done(1);

    expect(ids(one.waiting())).toEqual([1]);
    expect([one.size(), other.size()]).toEqual([1, 1]);
    one.close();
    other.close();
  });

  it('knows what it handled for two days', () => {
    let time = 0;
    const inbox = openInbox(folder, 42, () => time);
    inbox.add([makeUpdate(1), makeUpdate(2)]);
    inbox.done(1);

    time = 47 * hour;
    expect(inbox.add([makeUpdate(1)])).toEqual([]);
    time = 49 * hour;
    inbox.add([makeUpdate(9)]);

    expect(ids(inbox.add([makeUpdate(1), makeUpdate(2)]))).toEqual([1]);
    inbox.close();
  });

  it('counts how often an update was begun, over restarts', () => {
    const before = openInbox(folder, 42);
    before.add([makeUpdate(1)]);
    expect(before.begin(1)).toBe(1);
    before.close();

    const after = openInbox(folder, 42);

    expect(after.begin(1)).toBe(2);
    after.close();
  });

  it('leaves nothing on the disk of what was handled', () => {
    const inbox = openInbox(folder, 42);
    inbox.add([makeUpdate(1, 'a-very-private-question')]);
    inbox.done(1);
    inbox.close();

    expect(readFileSync(join(folder, 'chats.sqlite')).includes('a-very-private-question')).toBe(false);
  });

  it('takes no harm from what ends after it was closed', () => {
    const inbox = openInbox(folder, 42);
    inbox.add([makeUpdate(1)]);
    inbox.close();

    inbox.done(1);
    inbox.close();

    expect(ids(openInbox(folder, 42).waiting())).toEqual([1]);
  });
});
