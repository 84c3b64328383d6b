/** Reports written in the test itself, built into a library of its own, with an assistant that remembers. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { ChatMemory } from '../../src/conversation/chat-memory.ts';
import { type Conversation, createConversation } from '../../src/conversation/create-conversation.ts';
import { type ChatState, EMPTY_CHAT } from '../../src/conversation/turn.ts';
import { buildLibrary, openLibrary } from '../../src/library/library.ts';

/** Asks the questions as one chat; the last answer. */
export type AskInTurn = (...questions: readonly string[]) => Promise<Answer>;

/**
 * Builds the library before the tests of the calling file; closes and removes it after them.
 *
 * @param reports - Texts by file name.
 */
export function useOwnReports(reports: Readonly<Record<string, string>>): AskInTurn {
  let folder = '';
  let conversation: Conversation | undefined;
  let chats = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhibao-own-'));
    const [reportsDir, libraryDir] = [join(folder, 'reports'), join(folder, 'library')];
    mkdirSync(reportsDir);
    for (const [name, text] of Object.entries(reports)) writeFileSync(join(reportsDir, name), text);
    await buildLibrary({ reportsDir, libraryDir });
    conversation = createConversation(await openLibrary({ libraryDir }), memoryOfTests());
  }, 60_000);

  afterAll(() => {
    conversation?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return async (...questions) => {
    const chat = String(++chats);
    let answer: Answer | undefined;
    for (const question of questions) answer = await conversation!.ask(question, chat);
    return answer!;
  };
}

function memoryOfTests(): ChatMemory {
  const states = new Map<string, ChatState>();
  return {
    load: (chat) => states.get(chat) ?? EMPTY_CHAT,
    save: (chat, state) => void states.set(chat, state),
    forget: (chat) => void states.delete(chat),
    close: () => {},
  };
}
