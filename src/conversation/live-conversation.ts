/**
 * A conversation over a library that may be replaced by a newer one at any time.
 *
 * A question is answered from one library from beginning to end: the one that was current when it came. What came
 * later is answered from the newer one, and the older is closed when its last question is done.
 */
import type { Writer } from '../answer/writing/writer.ts';
import type { Library } from '../library/library.ts';
import type { ChatMemory } from './chat-memory.ts';
import { type Conversation, createConversation } from './create-conversation.ts';
import { createTurns } from './turns.ts';

/** A conversation whose library can be replaced. */
export interface LiveConversation extends Conversation {
  /** The library that a question is answered from which comes now. */
  library(): Library;
  /** Questions from now on are answered from this library; closing the conversation closes it too. */
  switchTo(library: Library): void;
}

/** A library in use. */
interface Lease {
  readonly library: Library;
  readonly conversation: Conversation;
  questions: number;
}

/** A conversation as `createConversation` makes it, that goes on when the library is replaced. */
export function createLiveConversation(
  library: Library,
  kept: ChatMemory,
  writer?: Writer,
): LiveConversation {
  const inTurn = createTurns();
  const take = (next: Library): Lease => ({
    library: next,
    conversation: createConversation(next, kept, writer, inTurn),
    questions: 0,
  });
  let current = take(library);
  const leaving = new Set<Lease>();
  const release = (lease: Lease) => {
    if (lease === current || lease.questions > 0) return;
    leaving.delete(lease);
    lease.library.close();
  };
  const use = async <Result>(work: (conversation: Conversation) => Promise<Result>): Promise<Result> => {
    const lease = current;
    lease.questions += 1;
    try {
      return await work(lease.conversation);
    } finally {
      lease.questions -= 1;
      release(lease);
    }
  };
  return {
    ask: (question, chat, options) => use((conversation) => conversation.ask(question, chat, options)),
    explain: (question) => use((conversation) => conversation.explain(question)),
    choose: (question, choice, options) =>
      use((conversation) => conversation.choose(question, choice, options)),
    followUps: (chat, answer) => use((conversation) => conversation.followUps(chat, answer)),
    reports: () => current.conversation.reports(),
    model: () => current.conversation.model?.(),
    forget: (chat) => current.conversation.forget(chat),
    place: (report, language) => current.conversation.place(report, language),
    paragraph: (report, number) => current.conversation.paragraph(report, number),
    library: () => current.library,
    switchTo(next) {
      if (next === current.library) return;
      const before = current;
      current = take(next);
      leaving.add(before);
      release(before);
    },
    close() {
      for (const { library: left } of leaving) left.close();
      current.conversation.close();
    },
  };
}
