/**
 * `reports.json` beside report files: what is known of them besides their bytes.
 *
 * An ingest writes one into the folder of reports; a person may write one by hand, beside the files of any folder
 * or archive.
 * Three forms are read: a list of entries, `{ "reports": [entries] }`, and `{ "1.html": entry }`.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { GivenIdentity } from './given-identity.ts';

/** Name of the file. */
export const REGISTER = 'reports.json';

/** What is said of one file; whatever else a person noted stays with it. */
export interface RegisterEntry extends GivenIdentity {
  /** Path from the folder of the register, with `/`. */
  readonly file: string;
  /** Id in the library, kept when a newer version takes the file's place. */
  readonly id?: string;
  /** Name under which the file came. */
  readonly original?: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash?: string;
  /** ISO date and time at which it was entered. */
  readonly added?: string;
  /** File of the version before: it counts no more as soon as `file` is there. */
  readonly replaces?: string;
}

/** The entries of a register, and the files that are no longer to be read. */
export interface Register {
  readonly entries: readonly RegisterEntry[];
  /** Files that cannot be taken away, such as those of an archive. */
  readonly removed: readonly string[];
}

/** A register that says nothing. */
export const EMPTY_REGISTER: Register = { entries: [], removed: [] };

const filled = z.string().trim().min(1);
const known = z.looseObject({
  region: filled.optional(),
  year: z.coerce.number().int().min(1949).max(2100).optional(),
  title: filled.optional(),
  // Not `httpUrl`: it takes no address with a number for a host, as some sites have.
  url: z
    .url({ protocol: /^https?$/, error: 'give an address such as https://example.org/report.html' })
    .optional(),
  published: z.iso.date({ error: 'give a date such as 2020-01-31' }).optional(),
  contentType: filled.optional(),
  id: filled.optional(),
  original: z.string().optional(),
  hash: z.string().optional(),
  added: z.string().optional(),
  replaces: z.string().optional(),
});
const entry = known.extend({ file: filled });
const list = z.array(entry);

/**
 * The register in a folder; one that says nothing where there is none.
 *
 * @throws UserError `register-damaged` that names the place of the mistake.
 */
export async function readRegister(path: string): Promise<Register> {
  const damaged = (state: string, cause?: unknown) =>
    new UserError('register-damaged', `Cannot read "${path}": ${state}`, CURE, { cause });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return EMPTY_REGISTER;
    throw damaged(messageOf(error), error);
  }
  return parseRegister(bytes, damaged);
}

const CURE = 'Correct it, or take it away: the reports are then read without it';

/**
 * The register that the bytes of a `reports.json` hold.
 *
 * @param damaged Makes the error that is thrown, of what is wrong and at which place.
 */
export function parseRegister(
  bytes: Uint8Array,
  damaged: (state: string, cause?: unknown) => Error,
): Register {
  let value: unknown;
  try {
    value = JSON.parse(readUtf8(bytes));
  } catch (error) {
    throw damaged(messageOf(error), error);
  }
  const { entries, removed } = spread(value);
  const parsed = list.safeParse(withoutNull(entries));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw damaged(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a list of reports'}`);
  }
  return { entries: parsed.data as RegisterEntry[], removed };
}

/** In another encoding every name in it would be that of a region nobody knows. */
function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error('it is not UTF-8', { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The entries of each form as a list. */
function spread(value: unknown): { readonly entries: unknown; readonly removed: readonly string[] } {
  if (Array.isArray(value) || !isObject(value)) return { entries: value, removed: [] };
  const { reports, removed } = value;
  const isNamed = Array.isArray(reports) || Array.isArray(removed);
  if (isNamed) {
    const names = Array.isArray(removed) ? removed.filter((name) => typeof name === 'string') : [];
    return { entries: reports ?? [], removed: names };
  }
  const map = isObject(reports) ? reports : value;
  return {
    entries: Object.entries(map).map(([file, one]) => (isObject(one) ? { ...one, file } : one)),
    removed: [],
  };
}

/** Unknown is written as null as often as left out. */
function withoutNull(entries: unknown): unknown {
  if (!Array.isArray(entries)) return entries;
  return entries.map((one: unknown) =>
    isObject(one)
      ? Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null && value !== ''))
      : one,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
