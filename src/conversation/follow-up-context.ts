/** What a message is read from when it goes on with its chat. */
import type { Library } from '../library/library.ts';
import type { Vocabulary } from '../retrieval/understand.ts';
import type { Language } from '../wording/language.ts';
import type { Message } from './read-message.ts';
import type { Topic } from './topic.ts';
import type { Draft } from './whole-question.ts';

/** The message, what the chat is about, and what both are understood with. */
export interface FollowUpContext {
  readonly message: Message;
  readonly topic: Topic;
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
}

/** Makes a draft of texts in the scope that the message settles. */
export type MakeDraft = (texts: readonly string[], more?: Partial<Draft>) => Draft;
