/** Compares what was asked with what was sent: what is missing, what came twice, and what out of order. */
import type { AskedQuestion } from './ask-in-bursts.ts';
import type { SentMessage } from './telegram-server-messages.ts';

/** What is wrong with the replies to many questions; all zero where nothing is. */
export interface RepliesJudged {
  readonly questions: number;
  readonly unanswered: number;
  /** Replies besides the first of each question. */
  readonly repeated: number;
  /** First replies that came before that to an earlier question of the same chat. */
  readonly outOfOrder: number;
  /** Repeated replies of one chat between two marks, at most. */
  readonly mostRepeatedInChat: number;
  /** UTF-16 units of the longest message. */
  readonly longest: number;
}

/**
 * Judges by the message that a reply answers; further messages of a long reply answer none.
 *
 * @param marks - Counts of sent messages, such as when the bot was killed: repeats are counted between them.
 */
export function judgeReplies(
  asked: readonly Pick<AskedQuestion, 'chatId' | 'messageId'>[],
  sent: readonly SentMessage[],
  marks: readonly number[] = [],
): RepliesJudged {
  const seen = new Set<string>();
  const last = new Map<string, number>();
  const repeats = new Map<string, number>();
  let outOfOrder = 0;
  for (const [index, { method, chatId, replyTo }] of sent.entries()) {
    if (method !== 'sendMessage' || replyTo === undefined) continue;
    const question = `${chatId}:${replyTo}`;
    if (seen.has(question)) {
      const span = `${chatId}:${marks.filter((mark) => mark <= index).length}`;
      repeats.set(span, (repeats.get(span) ?? 0) + 1);
      continue;
    }
    seen.add(question);
    if (replyTo < (last.get(String(chatId)) ?? 0)) outOfOrder += 1;
    last.set(String(chatId), replyTo);
  }
  const counts = [...repeats.values()];
  return {
    questions: asked.length,
    unanswered: asked.filter(({ chatId, messageId }) => !seen.has(`${chatId}:${messageId}`)).length,
    repeated: counts.reduce((sum, count) => sum + count, 0),
    outOfOrder,
    mostRepeatedInChat: Math.max(0, ...counts),
    longest: sent.reduce((most, { text }) => Math.max(most, text.length), 0),
  };
}
