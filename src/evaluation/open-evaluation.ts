/** Opens what is evaluated: a library of the given reports, and the conversation that answers from it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writer } from '../answer/writing/writer.ts';
import { openMemory } from '../conversation/chat-memory.ts';
import { type Conversation, createConversation } from '../conversation/create-conversation.ts';
import {
  type BuildProgress,
  type BuildResult,
  buildLibrary,
  type Library,
  openLibrary,
} from '../library/library.ts';

/** Which reports are asked, and by whom replies are written. */
export interface EvaluationOptions {
  readonly reportsDir: string;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Whose replies are evaluated beside the composed ones. */
  readonly writer?: Writer | undefined;
}

/** A library that was built to be asked; closing it removes it. */
export interface OpenedEvaluation {
  readonly library: Library;
  /** Remembers dialogs as a chat does. */
  readonly assistant: Conversation;
  /** The same with a writer, and with a memory of its own. */
  readonly writing?: Conversation;
  readonly built: BuildResult;
  /** Closes and removes what was built for the evaluation. */
  close(): Promise<void>;
}

/**
 * Builds the library of a folder of reports in a temporary folder and opens it, with an empty memory beside it.
 *
 * @throws LibraryError as `buildLibrary` and `openLibrary` do.
 */
export async function openEvaluation({
  reportsDir,
  onProgress,
  writer,
}: EvaluationOptions): Promise<OpenedEvaluation> {
  const libraryDir = await mkdtemp(join(tmpdir(), 'zhibao-evaluation-'));
  const remove = () => rm(libraryDir, { recursive: true, force: true });
  try {
    const built = await buildLibrary({ reportsDir, libraryDir, ...(onProgress ? { onProgress } : {}) });
    const library = await openLibrary({ libraryDir });
    const assistant = createConversation(library, openMemory({ libraryDir }));
    const memory = writer ? openMemory({ libraryDir: join(libraryDir, 'written') }) : undefined;
    const writing = memory && createConversation(library, memory, writer);
    const close = async () => {
      memory?.close();
      assistant.close();
      await remove();
    };
    return { library, assistant, built, close, ...(writing ? { writing } : {}) };
  } catch (error) {
    await remove();
    throw error;
  }
}
