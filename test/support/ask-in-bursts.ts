/**
 * People who ask without waiting: each chat asks one to three questions at once, waits until all are answered,
 * and asks again.
 *
 * Of ten chats eight are private, one is a group in which two people mention the bot, one is a topic of a forum.
 */

import type { TelegramServer } from './telegram-server.ts';
import { bot } from './telegram-server-messages.ts';

/** A question as it was asked. */
export interface AskedQuestion {
  readonly chatId: number;
  readonly messageId: number;
  /** Until the first reply, in milliseconds; `undefined` while there is none. */
  waitedMs?: number;
}

export interface BurstOptions {
  readonly telegram: TelegramServer;
  readonly chats: number;
  /** What is asked, over and over. */
  readonly questions: readonly string[];
  /** How many of the wanted questions may still be asked; 0 ends a chat. */
  readonly take: (wanted: number) => number;
  readonly random: () => number;
  /** How long a chat waits for a reply before it gives up. */
  readonly patienceMs: number;
  /** Called when a question is answered for the first time. */
  readonly onReply?: () => void;
}

/** Asks in all chats side by side until nothing is left; returns every question in the order asked. */
export async function askInBursts(options: BurstOptions): Promise<readonly AskedQuestion[]> {
  const { telegram, chats, questions, take, random, patienceMs, onReply } = options;
  const asked: AskedQuestion[] = [];
  await Promise.all(Array.from({ length: chats }, (_, index) => talk(index + 1)));
  return asked;

  async function talk(index: number): Promise<void> {
    for (;;) {
      const size = take(1 + Math.floor(random() * 3));
      if (size === 0) return;
      const burst = Array.from({ length: size }, () => ask(index));
      try {
        await answersTo(burst, performance.now());
      } catch {
        // The questions stay unanswered, which is what the count will say.
        return;
      }
    }
  }

  function ask(index: number): AskedQuestion {
    const text = questions[Math.floor(random() * questions.length)] ?? '';
    const question: AskedQuestion = say(telegram, index, text, random);
    asked.push(question);
    return question;
  }

  async function answersTo(burst: readonly AskedQuestion[], beganMs: number): Promise<void> {
    const open = new Map(burst.map((question) => [question.messageId, question]));
    const [{ chatId } = { chatId: 0 }] = burst;
    while (open.size > 0) {
      const { replyTo } = await telegram.nextMessage({ chatId, timeoutMs: patienceMs });
      const question = open.get(replyTo ?? 0);
      if (!question) continue;
      question.waitedMs = performance.now() - beganMs;
      open.delete(question.messageId);
      onReply?.();
    }
  }
}

function say(telegram: TelegramServer, index: number, text: string, random: () => number): AskedQuestion {
  if (index % 10 === 8) {
    const userId = index * 10 + Math.floor(random() * 2);
    const chatId = -index;
    const messageId = telegram.userSays(`@${bot.username} ${text}`, { chatId, userId, chatType: 'group' });
    return { chatId, messageId };
  }
  if (index % 10 === 9) {
    const chatId = -1_000_000_000_000 - index;
    const place = { chatId, userId: index, chatType: 'supergroup', thread: 2 } as const;
    return { chatId, messageId: telegram.userSays(`@${bot.username} ${text}`, place) };
  }
  return { chatId: index, messageId: telegram.userSays(text, { userId: index }) };
}
