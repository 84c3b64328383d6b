/** What the bot says of its memory at `GET /metrics`. */

export interface BotMemory {
  readonly residentMb: number;
  readonly heapUsedMb: number;
}

const bytesPerMb = 2 ** 20;

/** @throws Error where the bot does not answer, or does not name its memory. */
export async function readBotMemory(port: number): Promise<BotMemory> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const text = await response.text();
  const read = (name: string): number => {
    const [, value] = new RegExp(`^\\w*${name} ([\\d.e+]+)$`, 'm').exec(text) ?? [];
    if (value === undefined) throw new Error(`No metric "${name}"`);
    return Number(value) / bytesPerMb;
  };
  return {
    residentMb: read('process_resident_memory_bytes'),
    heapUsedMb: read('nodejs_heap_size_used_bytes'),
  };
}
