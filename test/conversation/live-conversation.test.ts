import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Writer } from '../../src/answer/writing/writer.ts';
import { openMemory } from '../../src/conversation/chat-memory.ts';
import { followLibrary } from '../../src/conversation/follow-library.ts';
import { createLiveConversation } from '../../src/conversation/live-conversation.ts';
import { buildLibrary, type Library, openLibrary } from '../../src/library/library.ts';
import { createLog } from '../../src/log.ts';

const REPORTS = fileURLToPath(new URL('../../data/reports', import.meta.url));
const HUADU = '004_a9bec1d6296ff772.txt';
const QUESTION = '花都2019年综合纠错率是多少?';

/** A library of four reports, and the way to build one of five in its place. */
async function fourReports() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
  cpSync(REPORTS, reportsDir, { recursive: true });
  rmSync(join(reportsDir, HUADU));
  await buildLibrary({ reportsDir, libraryDir });
  return {
    libraryDir,
    open: () => openLibrary({ libraryDir }),
    async addHuadu() {
      cpSync(join(REPORTS, HUADU), join(reportsDir, HUADU));
      await buildLibrary({ reportsDir, libraryDir });
    },
  };
}

/** Hands out when the library is closed. */
function watchClosing(library: Library) {
  const state = { isClosed: false };
  const close = () => {
    state.isClosed = true;
    library.close();
  };
  return { library: { ...library, close }, state };
}

/** A writer that waits until it is let go, and changes nothing. */
function slowWriter() {
  const waiting: (() => void)[] = [];
  const writer = {
    write: ({ composed }: Parameters<Writer['write']>[0]) =>
      new Promise((resolve) => waiting.push(() => resolve(composed))),
    report: () => undefined,
  } as unknown as Writer;
  return { writer, waiting };
}

describe('createLiveConversation()', () => {
  it('ends a question on the library it began with, and closes that when it is done', async () => {
    const place = await fourReports();
    const before = watchClosing(await place.open());
    const { writer, waiting } = slowWriter();
    const conversation = createLiveConversation(
      before.library,
      openMemory({ libraryDir: place.libraryDir }),
      writer,
    );
    onTestFinished(() => conversation.close());
    const early = conversation.ask('平桥区2023年的工作有哪些?', 'chat');
    await expect.poll(() => waiting.length).toBe(1);

    await place.addHuadu();
    conversation.switchTo(await place.open());
    const late = conversation.ask(QUESTION);
    await expect.poll(() => waiting.length).toBe(2);

    expect(before.state.isClosed).toBe(false);
    for (const go of waiting) go();
    expect((await early).kind).not.toBe('refusal');
    expect((await late).answer).toBe('21.9%');
    expect(before.state.isClosed).toBe(true);
    expect(conversation.reports()).toHaveLength(5);
  });
});

describe('followLibrary()', () => {
  it('switches to a library that anybody built, and stays with the old one where the new one cannot be opened', async () => {
    const place = await fourReports();
    const library = await place.open();
    const conversation = createLiveConversation(library, openMemory({ libraryDir: place.libraryDir }));
    onTestFinished(() => conversation.close());
    const log = createLog('silent');
    const followed = followLibrary({ libraryDir: place.libraryDir, conversation, log, everyMs: 10 });
    onTestFinished(() => followed.close());
    await followed.refresh();
    expect(conversation.library()).toBe(library);

    await place.addHuadu();
    await expect.poll(() => conversation.reports().length).toBe(5);
    expect((await conversation.ask(QUESTION)).answer).toBe('21.9%');

    rmSync(join(place.libraryDir, 'manifest.json'));
    await followed.refresh();
    expect((await conversation.ask(QUESTION)).answer).toBe('21.9%');
  });
});
