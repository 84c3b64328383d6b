/**
 * A zip archive, looked into without unpacking more than is wanted.
 *
 * Nothing is written to disk and every size is known before anything is inflated: yauzl ends a stream that
 * gives more than its entry declares, so that declared sizes can be summed and bounded.
 */

import { type Entry, fromBufferPromise } from 'yauzl';
import { ReportError } from '../../errors.ts';
import { ArchiveBounds } from './archive-bounds.ts';

/** A file within an archive. */
export interface ZipEntry {
  /** Path within the archive, with `/`. */
  readonly name: string;
  readonly size: number;
  /** Why it must not or cannot be read. */
  readonly refusal?: string;
  /** @throws ReportError for a damaged entry. */
  read(): Promise<Uint8Array>;
}

/** Text packs to a tenth, at most a fiftieth of its size; what packs far better is made to fill memory. */
const MOST_RATIO = 150;
const RATIO_FREE_BYTES = 4 * 1024 * 1024;
const CURE = 'Pack the reports again, as an ordinary .zip without password';

/**
 * @param bounds Shared with the archive that this one stands in.
 * @throws ReportError for an archive that is damaged or would unpack to too much.
 */
export async function openZip(
  bytes: Uint8Array,
  file: string,
  bounds = new ArchiveBounds(file),
): Promise<ZipEntry[]> {
  const damaged = (error: unknown) =>
    new ReportError(file, `its archive is damaged (${messageOf(error)})`, CURE, { cause: error });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: Entry[] = [];
  const zip = await fromBufferPromise(buffer, { decodeStrings: false, lazyEntries: true }).catch((error) => {
    throw damaged(error);
  });
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      bounds.addEntry(entry.uncompressedSize);
    }
  } catch (error) {
    throw error instanceof ReportError ? error : damaged(error);
  }
  return entries.flatMap((entry): ZipEntry[] => {
    const name = decodeName(entry);
    if (name.endsWith('/')) return [];
    const refusal = refuseEntry(entry, name);
    const read = async () => {
      try {
        const stream = await zip.openReadStreamPromise(entry);
        const parts: Uint8Array[] = [];
        for await (const part of stream) parts.push(part as Uint8Array);
        return new Uint8Array(Buffer.concat(parts));
      } catch (error) {
        throw damaged(error);
      }
    };
    return [{ name, size: entry.uncompressedSize, read, ...(refusal !== undefined && { refusal }) }];
  });
}

function refuseEntry(entry: Entry, name: string): string | undefined {
  if (/^\/|^[A-Za-z]:/.test(name)) return 'its name in the archive is absolute';
  if (name.split('/').includes('..')) return 'its name in the archive leads out of it';
  if (name.includes('\0')) return 'its name in the archive is broken';
  if (entry.isEncrypted()) return 'it is protected by a password';
  if (![0, 8].includes(entry.compressionMethod)) return 'it is packed in a way that cannot be read';
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * MOST_RATIO;
  return isBomb ? 'it would unpack to more than any report' : undefined;
}

/** Windows packs names in GBK without saying so. */
function decodeName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('gb18030').decode(raw);
  }
  return name.replaceAll('\\', '/');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
