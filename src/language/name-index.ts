/** Looks for many names at once in a text, by first character and length. */

/** Names with what they stand for. */
export interface NameIndex<T> {
  readonly values: ReadonlyMap<string, readonly T[]>;
  /** Lengths of the names that begin with a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

/** An index of the names given; a name may come several times. */
export function createNameIndex<T>(names: Iterable<readonly [name: string, value: T]>): NameIndex<T> {
  const values = new Map<string, T[]>();
  const lengths = new Map<string, Set<number>>();
  for (const [name, value] of names) {
    const held = values.get(name);
    if (held) held.push(value);
    else values.set(name, [value]);
    const first = name[0] ?? '';
    const known = lengths.get(first);
    if (known) known.add(name.length);
    else lengths.set(first, new Set([name.length]));
  }
  const sorted = [...lengths].map(([first, set]): [string, number[]] => [
    first,
    [...set].sort((a, b) => b - a),
  ]);
  return { values, lengths: new Map(sorted) };
}

/** The names that begin at `at`, longest first, with what they stand for. */
export function* namesAt<T>(
  index: NameIndex<T>,
  text: string,
  at: number,
): Generator<[number, readonly T[]]> {
  for (const length of index.lengths.get(text[at] ?? '') ?? []) {
    const values = at + length <= text.length ? index.values.get(text.slice(at, at + length)) : undefined;
    if (values) yield [length, values];
  }
}
