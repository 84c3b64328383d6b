/** A cache that keeps what was used last. */
export class RecentlyUsed<Key, Value> {
  readonly #values = new Map<Key, Value>();

  constructor(readonly capacity: number) {}

  /** The kept value, or what `load` returns, which is kept from now on; `undefined` is not kept. */
  get(key: Key, load: () => Value): Value {
    const kept = this.#values.get(key);
    const value = kept === undefined ? load() : kept;
    if (value === undefined) return value;
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.capacity) {
      const [oldest] = this.#values.keys();
      this.#values.delete(oldest as Key);
    }
    return value;
  }

  /** Keeps a value no longer. */
  delete(key: Key): void {
    this.#values.delete(key);
  }
}
