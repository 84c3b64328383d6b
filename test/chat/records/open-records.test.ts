import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRecords, type Records } from '../../../src/chat/records/open-records.ts';
import type { Asking, Reply } from '../../../src/chat/records/reply-records.ts';
import { openMemory } from '../../../src/conversation/chat-memory.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const reply: Reply = {
  question: '花都2019年综合纠错率',
  kind: 'answer',
  language: 'zh',
  answer: '21.9%',
  citations: [],
  offers: [],
  messages: ['<b>21.9%</b>'],
};
const asking: Asking = { owner: 'telegram:1', chatId: 1, message: 10 };

function open(now: () => number = Date.now): { records: Records; libraryDir: string } {
  const libraryDir = mkdtempSync(join(tmpdir(), 'zhibao-records-'));
  const records = openRecords({ libraryDir, now });
  onTestFinished(() => {
    records.close();
    rmSync(libraryDir, { recursive: true, force: true });
  });
  return { records, libraryDir };
}

function bytesOf(libraryDir: string): string {
  const files = readdirSync(libraryDir).filter((name) => name.startsWith('chats.sqlite'));
  return files.map((name) => readFileSync(join(libraryDir, name), 'utf8')).join('');
}

describe('replies', () => {
  it('are found by number and by question, in their own chat only', () => {
    const { records } = open();
    const id = records.replies.add(reply, asking);
    records.replies.setSent(id, [11, 12]);

    expect(records.replies.find(id, 1)).toEqual({ ...reply, id, sent: [11, 12] });
    expect(records.replies.find(id, 2)).toBeUndefined();
    expect(records.replies.findByQuestion(1, 10)?.id).toBe(id);
    expect(records.replies.findByQuestion(2, 10)).toBeUndefined();
  });

  it('keep their numbers to themselves after they are gone', () => {
    const { records } = open();
    const first = records.replies.add(reply, asking);
    records.replies.remove(first);

    expect(records.replies.add(reply, asking)).toBeGreaterThan(first);
  });

  it('are kept to the last fifty of an asker', () => {
    const { records } = open();
    const other = records.replies.add(reply, { owner: 'telegram:2', chatId: 2 });
    const ids = Array.from({ length: 60 }, () => records.replies.add(reply, asking));

    const kept = ids.filter((id) => records.replies.find(id, 1));

    expect(kept).toEqual(ids.slice(10));
    expect(records.replies.find(other, 2)).toBeDefined();
  });

  it('are kept for ninety days', () => {
    let now = 0;
    const { records } = open(() => now);
    const id = records.replies.add(reply, asking);
    now = 90 * DAY_MS;
    const before = records.replies.find(id, 1);
    now += 1;

    expect(before).toBeDefined();
    expect(records.replies.find(id, 1)).toBeUndefined();
  });

  it('are gone from the disk when their asker is forgotten', () => {
    const { records, libraryDir } = open();
    const memory = openMemory({ libraryDir });
    onTestFinished(() => memory.close());
    records.replies.add(reply, asking);
    records.forget('telegram:1');

    expect(bytesOf(libraryDir)).not.toContain('21.9%');
  });

  it('know the latest of an asker', () => {
    const { records } = open();
    const first = records.replies.add(reply, asking);
    const second = records.replies.add(reply, asking);

    expect([first, second].map((id) => records.replies.isLatest(id, 'telegram:1'))).toEqual([false, true]);
  });
});

describe('feedback', () => {
  it('does not name who gave it', () => {
    const { records, libraryDir } = open();
    const id = records.replies.add(reply, asking);
    records.feedback.rate({ ...reply, id, sent: [] }, 'telegram:123456789', 'bad');

    expect(bytesOf(libraryDir)).not.toContain('123456789');
  });

  it('says nothing of a note without words', () => {
    const { records } = open();
    records.feedback.open('telegram:1');

    expect(records.feedback.list()).toEqual([]);
  });
});

describe('drafts', () => {
  it('are found by chat and update for two days, until they are removed', () => {
    let now = 0;
    const { records, libraryDir } = open(() => now);
    records.drafts.set(-5, 1, 11);
    records.drafts.set(-5, 2, 12);
    records.drafts.set(-5, 2, 13);
    records.drafts.remove(-5, 3);

    const found = [records.drafts.find(-5, 1), records.drafts.find(-5, 2), records.drafts.find(-6, 1)];
    records.drafts.remove(-5, 2);
    now = 2 * DAY_MS + 1;
    records.drafts.set(-7, 9, 14);

    expect(found).toEqual([11, 13, undefined]);
    expect([records.drafts.find(-5, 1), records.drafts.find(-5, 2)]).toEqual([undefined, undefined]);
    expect(records.drafts.find(-7, 9)).toBe(14);
    expect(bytesOf(libraryDir)).not.toContain('"-7"');
  });
});

describe('uploads', () => {
  const upload = { name: 'a.txt', language: 'zh', given: {} } as const;
  const origin = { owner: 'telegram:1', chatId: 1, update: 5 };
  const files = (libraryDir: string) => readdirSync(join(libraryDir, 'uploads'));

  it('are found by number and by update, in their own chat only, with their bytes', async () => {
    const { records } = open();
    const id = await records.uploads.add(upload, Buffer.from('48件'), origin);
    records.uploads.setMessage(id, 12);

    expect(records.uploads.find(id, 1)).toEqual({ ...upload, id, state: 'open', message: 12 });
    expect(records.uploads.find(id, 2)).toBeUndefined();
    expect(records.uploads.findByUpdate(1, 5)?.id).toBe(id);
    expect(records.uploads.findByUpdate(2, 5)).toBeUndefined();
    expect(Buffer.from((await records.uploads.bytes(id)) ?? []).toString()).toBe('48件');
  });

  it('go after 48 hours with their bytes, and when they are over the bytes go at once', async () => {
    let now = Date.now();
    const { records, libraryDir } = open(() => now);
    const first = await records.uploads.add(upload, Buffer.from('1'), origin);
    const second = await records.uploads.add(upload, Buffer.from('2'), { ...origin, update: 6 });
    records.uploads.close(second, { pieces: [] });
    expect(files(libraryDir)).toHaveLength(1);

    now += 2 * DAY_MS + 60_000;
    expect(records.uploads.find(first, 1)).toBeUndefined();
    await records.uploads.add(upload, Buffer.from('3'), { ...origin, update: 7 });

    expect(files(libraryDir)).toHaveLength(1);
    expect(await records.uploads.bytes(first)).toBeUndefined();
  });

  it('are asked about once, and an answer that comes again answers the same question', async () => {
    let now = Date.now();
    const { records } = open(() => now);
    const id = await records.uploads.add(upload, Buffer.from('1'), origin);
    const prompt = { upload: id, field: 'year', message: 20 } as const;
    records.uploads.addPrompt(prompt, 1);

    expect(records.uploads.openPrompt(1)).toEqual(prompt);
    expect(records.uploads.openPrompt(2)).toBeUndefined();
    records.uploads.setAnswer(prompt, { chatId: 1, message: 21 });
    expect(records.uploads.openPrompt(1)).toBeUndefined();
    expect(records.uploads.findPrompt({ chatId: 1, message: 21 })).toEqual(prompt);
    expect(records.uploads.findPrompt({ chatId: 1, message: 22, repliesTo: 20 })).toEqual(prompt);
    expect(records.uploads.findPrompt({ chatId: 1, message: 22 })).toBeUndefined();

    records.uploads.addPrompt({ ...prompt, message: 30 }, 1);
    now += 11 * 60_000;
    expect(records.uploads.openPrompt(1)).toBeUndefined();
  });
});
