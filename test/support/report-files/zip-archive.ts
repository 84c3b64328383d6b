/** Writes zip archives whose bytes depend on their content alone: every entry has the same date. */

import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Path within the archive; bytes where it is not UTF-8, as old Windows tools write it. */
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
}

/** 2024-01-02 00:00, as MS-DOS writes it. */
const DATE = ((2024 - 1980) << 9) | (1 << 5) | 2;

/** The bytes of an archive that holds the entries in their order. */
export function zipArchive(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const path = typeof name === 'string' ? Buffer.from(name, 'utf8') : Buffer.from(name);
    const packed = deflateRawSync(data, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Bit 11 says that the name is UTF-8.
    common.writeUInt16LE(typeof name === 'string' ? 0x800 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
