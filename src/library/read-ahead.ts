/** Starts on what comes next while what came before is still being used. */

/** Starting a thread takes as long as reading some ten reports. */
const MANY = 24;

/** Whether there are so many that threads are worth starting for them. */
export function isMany(items: readonly unknown[]): boolean {
  return items.length > MANY;
}

/**
 * Results in the order of what they are for, with up to `width` under way at once.
 *
 * Whoever stops early leaves the rest to itself; `work` is to end errors in its result.
 */
export async function* readAhead<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<readonly [Item, Result]> {
  const underWay: Promise<Result>[] = [];
  const start = (item: Item) => {
    const result = work(item);
    // Heard of when its turn comes.
    result.catch(() => undefined);
    underWay.push(result);
  };
  for (const item of items.slice(0, width)) start(item);
  for (const [index, item] of items.entries()) {
    const result = await underWay.shift()!;
    if (index + width < items.length) start(items[index + width]!);
    yield [item, result];
  }
}
