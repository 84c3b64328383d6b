/**
 * The reports of a zip archive: every file in it is one of its own, named `reports.zip/区县/1.html`.
 *
 * Nothing is unpacked to disk. An archive in the archive is looked into; one in that one is refused.
 */

import { ReportError } from '../../errors.ts';
import { ArchiveBounds } from './archive-bounds.ts';
import { detectKind, kindOfPacked } from './file-kind.ts';

/** A file of an archive. */
export interface PackedFile {
  /** The archive's name, `/` and the path in it. */
  readonly file: string;
  readonly size: number;
  /** Why it must not or cannot be read. */
  readonly refusal?: string;
  /** @throws ReportError for a damaged entry. */
  read(): Promise<Uint8Array>;
}

/** What an archive holds. */
export interface ArchiveFiles {
  /** Sorted by name. */
  readonly files: readonly PackedFile[];
  /** What a person put beside them: notes, pictures, lists of the reports. */
  readonly beside: readonly PackedFile[];
}

const DEEPEST = 1;
/** The largest archive in an archive. */
const MOST_INNER_BYTES = 64 * 1024 * 1024;

/**
 * Lists the files of an archive and of those in it; hidden ones and what systems put beside them are left out.
 *
 * @returns `undefined` for a file that is no archive of files, such as a Word document.
 * @throws ReportError for an archive that is damaged, empty or would unpack to too much.
 */
export async function listArchive(bytes: Uint8Array, file: string): Promise<ArchiveFiles | undefined> {
  return await listLevel(bytes, file, 0, new ArchiveBounds(file));
}

async function listLevel(
  bytes: Uint8Array,
  file: string,
  depth: number,
  bounds: ArchiveBounds,
): Promise<ArchiveFiles | undefined> {
  if (detectKind(bytes).kind !== 'zip') return undefined;
  // Imported where there is an archive: every start looks into the folder.
  const { openZip } = await import('./open-zip.ts');
  const entries = await openZip(bytes, file, bounds);
  if (kindOfPacked(entries.map(({ name }) => name)).kind !== 'zip') return undefined;
  const files: PackedFile[] = [];
  const beside: PackedFile[] = [];
  for (const entry of entries) {
    const packed = { ...entry, file: `${file}/${entry.name}` };
    if (isBeside(entry.name)) {
      if (!isHidden(entry.name)) beside.push(packed);
    } else if (!/\.zip$/i.test(entry.name) || entry.refusal !== undefined) {
      files.push(packed);
    } else {
      const inner = await listInner(packed, depth, bounds);
      files.push(...inner.files);
      beside.push(...inner.beside);
    }
  }
  if (files.length === 0) throw new ReportError(file, 'its archive is empty', 'Pack the reports into it');
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), beside };
}

async function listInner(packed: PackedFile, depth: number, bounds: ArchiveBounds): Promise<ArchiveFiles> {
  const only = (one: PackedFile) => ({ files: [one], beside: [] });
  if (depth >= DEEPEST)
    return only({ ...packed, refusal: 'it is an archive within an archive within an archive' });
  if (packed.size > MOST_INNER_BYTES)
    return only({ ...packed, refusal: 'it is an archive that is too large' });
  bounds.addInner(packed.size);
  try {
    return (await listLevel(await packed.read(), packed.file, depth + 1, bounds)) ?? only(packed);
  } catch (error) {
    if (error instanceof ReportError && !bounds.isExceeded) return only({ ...packed, refusal: error.reason });
    throw error;
  }
}

/** `__MACOSX/…`, `.DS_Store`, `Thumbs.db`, what comes with a saved page, and lists of the reports. */
export function isBeside(path: string): boolean {
  const names = path.split('/');
  if (isHidden(path)) return !names.includes('..');
  return BESIDE.test(names.at(-1) ?? '');
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

const BESIDE =
  /^readme(?:\.|$)|^(?:thumbs\.db|desktop\.ini)$|^~\$|~$|\.(?:jsonl?|ya?ml|css|m?js|map|png|jpe?g|gif|webp|svg|ico|bmp|woff2?|ttf|eot|db|ini|tmp|part|crdownload|swp|lnk|url)$/i;
