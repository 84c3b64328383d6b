/**
 * The files of an archive, with what each `reports.json` in it says of those beside it.
 *
 * An archive may come from anywhere: a register in it speaks of nothing outside, its size is bounded, and a damaged
 * one is a file that cannot be read, while the others go on without it.
 */
import { posix } from 'node:path';
import { ReportError } from '../errors.ts';
import { listArchive, type PackedFile } from '../report/files/list-archive.ts';
import { ReadingBudget } from '../report/reading-budget.ts';
import { type PlacedRegister, settleKnown } from './find-known.ts';
import { parseRegister, REGISTER, type Register, type RegisterEntry } from './register.ts';

/** A file of an archive, with what is known of it. */
export interface KnownPackedFile extends PackedFile {
  readonly known?: RegisterEntry;
  /** One for all. */
  readonly budget: ReadingBudget;
}

/** Of all registers of one archive: as many files as it may hold need half of it. */
const MOST_REGISTER_BYTES = 4 * 1024 * 1024;

/**
 * Lists the files of an archive: registers that cannot be used, then the others by name.
 *
 * @returns `undefined` for a file that is no archive of files.
 * @throws ReportError as `listArchive` does.
 */
export async function listPacked(bytes: Uint8Array, file: string): Promise<KnownPackedFile[] | undefined> {
  const archive = await listArchive(bytes, file);
  if (archive === undefined) return undefined;
  const registers: PlacedRegister[] = [];
  const unusable: PackedFile[] = [];
  let left = MOST_REGISTER_BYTES;
  for (const packed of archive.beside) {
    if (posix.basename(packed.file) !== REGISTER) continue;
    try {
      const register = await readPacked(packed, left);
      registers.push({ within: posix.dirname(packed.file), register });
      left -= packed.size;
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      unusable.push({ ...packed, refusal: error.reason });
    }
  }
  registers.sort((a, b) => b.within.length - a.within.length);
  const budget = new ReadingBudget(archive.files.length);
  return [...unusable, ...settleKnown(archive.files, registers)].map((one) => ({ ...one, budget }));
}

async function readPacked({ file, size, refusal, read }: PackedFile, most: number): Promise<Register> {
  const unusable = (state: string, cause?: unknown) =>
    new ReportError(
      file,
      `it is no list of reports (${state}); correct it or take it out: the files beside it are read without it`,
      undefined,
      { cause },
    );
  if (refusal !== undefined) throw unusable(refusal);
  if (size > most) throw unusable('it is too large');
  return parseRegister(await read(), unusable);
}
