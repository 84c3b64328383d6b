/**
 * When what is written so far may be shown again, over all chats and in each.
 *
 * Drafts are a courtesy: one that would come too early is passed over, and none waits in a line, so that replies never
 * stand behind drafts.
 */

/** Says when a chat may be shown its next draft. */
export interface DraftPace {
  /** Milliseconds until a chat may be shown the next draft; 0 takes its place. */
  wait(chatId: number, everyMs: number): number;
  /** Telegram wants to hear nothing more in a chat for so many seconds. */
  pause(chatId: number, seconds: number): void;
}

/** How many drafts may leave. */
export interface PaceOptions {
  /** Drafts that leave in a second, over all chats; 0: no limit. */
  readonly perSecond: number;
  /** The time in milliseconds; default: that of the process. */
  readonly now?: () => number;
}

/** Chats whose next time is remembered before those whose time has come are forgotten. */
const rememberedChats = 1000;

/** Starts with a second's worth of drafts. */
export function createDraftPace({ perSecond, now = () => performance.now() }: PaceOptions): DraftPace {
  const next = new Map<number, number>();
  let left = perSecond;
  let filledAt = now();

  const setNext = (chatId: number, at: number): void => {
    next.set(chatId, Math.max(at, next.get(chatId) ?? 0));
    if (next.size <= rememberedChats) return;
    const time = now();
    for (const [chat, until] of next) if (until <= time) next.delete(chat);
  };

  return {
    wait(chatId, everyMs) {
      const time = now();
      const early = (next.get(chatId) ?? 0) - time;
      if (early > 0) return early;
      if (perSecond > 0) {
        left = Math.min(perSecond, left + ((time - filledAt) / 1000) * perSecond);
        filledAt = time;
        if (left < 1) return everyMs;
        left -= 1;
      }
      setNext(chatId, time + everyMs);
      return 0;
    },
    pause: (chatId, seconds) => setNext(chatId, now() + seconds * 1000),
  };
}
