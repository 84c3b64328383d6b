/** Messages of one chat are answered one after the other, in the order they came. */

/** Runs `work` when what came before in the chat is done. */
export type InTurn = <Result>(chat: string, work: () => Promise<Result>) => Promise<Result>;

/** An order for every chat. */
export function createTurns(): InTurn {
  const waiting = new Map<string, Promise<unknown>>();
  return (chat, work) => {
    const before = waiting.get(chat) ?? Promise.resolve();
    const result = before.then(work, work);
    waiting.set(chat, result);
    const done = () => {
      if (waiting.get(chat) === result) waiting.delete(chat);
    };
    result.then(done, done);
    return result;
  };
}
