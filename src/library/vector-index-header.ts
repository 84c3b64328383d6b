/**
 * The beginning of a file that hnswlib writes, since its reader does not compare the dimension.
 *
 * Six 64-bit numbers, little-endian: offset of level 0, capacity, count, bytes a point, offset of the label within
 * a point, offset of the vector within a point. The label follows the vector, which gives the dimension.
 */
import { open } from 'node:fs/promises';

const HEADER_BYTES = 48;
const FLOAT_BYTES = 4;

/** What the header says. */
export interface IndexHeader {
  readonly count: number;
  readonly dimension: number;
}

/** The header of an index file; `undefined` when the file is too short or says what no index can. */
export async function readIndexHeader(path: string): Promise<IndexHeader | undefined> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0);
    if (bytesRead < HEADER_BYTES) return undefined;
    const [capacity, count, label, vector] = [8, 16, 32, 40].map((at) => Number(header.readBigUInt64LE(at)));
    const dimension = (label! - vector!) / FLOAT_BYTES;
    const isPossible = count! <= capacity! && Number.isInteger(dimension) && dimension > 0;
    return isPossible ? { count: count!, dimension } : undefined;
  } finally {
    await file.close();
  }
}
