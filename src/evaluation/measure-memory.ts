/** How long remembering takes, and how large the memory grows, when many chats go on for many turns. */
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addTurn } from '../conversation/bound-turns.ts';
import { openMemory } from '../conversation/chat-memory.ts';
import { createConversation } from '../conversation/create-conversation.ts';
import type { Turn } from '../conversation/turn.ts';
import { openLibrary } from '../library/library.ts';
import { percentile } from './percentile.ts';

const TURNS = 50;
const BYTES_PER_MB = 2 ** 20;

/** Sizes hold the log of changes too. */
export interface MemoryLoad {
  readonly chats: number;
  /** Turns of each chat. */
  readonly turns: number;
  /** All turns of all chats, one after another. */
  readonly totalMs: number;
  /** Loading a chat, adding one turn and saving it. */
  readonly turnP50Ms: number;
  readonly turnP95Ms: number;
  readonly turnMaxMs: number;
  /** Halfway, when every chat is full, and at the end. */
  readonly halfwayMb: number;
  readonly endMb: number;
}

/**
 * Lets chats go on in turns, all of them one turn and then all the next, with what real questions leave behind.
 *
 * @param libraryDir - A built library, for the real questions.
 * @param memoryDir - An empty folder, or none yet, for the memory that is measured.
 */
export async function measureMemory(
  libraryDir: string,
  memoryDir: string,
  questions: readonly string[],
  chats: number,
): Promise<MemoryLoad> {
  await mkdir(memoryDir, { recursive: true });
  const samples = await sampleTurns(libraryDir, join(memoryDir, 'samples'), questions);
  const memory = openMemory({ libraryDir: memoryDir });
  const times: number[] = [];
  let halfwayMb = 0;
  const started = performance.now();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (let chat = 0; chat < chats; chat += 1) {
      const sample = samples[(turn + chat) % samples.length]!;
      const began = performance.now();
      memory.save(String(chat), addTurn(memory.load(String(chat)), sample, sample.own));
      times.push(performance.now() - began);
    }
    if (turn + 1 === TURNS / 2) halfwayMb = await memoryMb(memoryDir);
  }
  const totalMs = performance.now() - started;
  const endMb = await memoryMb(memoryDir);
  memory.close();
  return {
    chats,
    turns: TURNS,
    totalMs,
    turnP50Ms: percentile(times, 0.5),
    turnP95Ms: percentile(times, 0.95),
    turnMaxMs: percentile(times, 1),
    halfwayMb,
    endMb,
  };
}

/** What the questions leave behind, each asked in a chat of its own. */
async function sampleTurns(
  libraryDir: string,
  memoryDir: string,
  questions: readonly string[],
): Promise<Turn[]> {
  const memory = openMemory({ libraryDir: memoryDir });
  const conversation = createConversation(await openLibrary({ libraryDir }), memory);
  try {
    for (const question of questions) await conversation.ask(question, question);
    return questions.flatMap((question) => memory.load(question).turns);
  } finally {
    conversation.close();
  }
}

async function memoryMb(memoryDir: string): Promise<number> {
  const path = join(memoryDir, 'chats.sqlite');
  const files = [path, `${path}-wal`].filter((file) => existsSync(file));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / BYTES_PER_MB;
}
