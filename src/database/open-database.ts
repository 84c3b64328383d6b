/**
 * SQLite through libsql, the one module that imports the driver, because the driver has traps.
 *
 * It aborts the process on a bound boolean or on a Buffer outside an array, keeps the value of the call before
 * for a parameter that is missing, cuts text at NUL, stores NaN as NULL, ignores `readonly`, and goes on to
 * execute statements after `close`. Nothing that passes through here can meet one of these. One trap remains: it
 * keeps the file open after `close` until its statements are garbage-collected.
 */
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { countParameters } from './count-parameters.ts';

/** What a statement takes; booleans are stored as 0 and 1. */
export type BindValue = string | number | bigint | boolean | null | Uint8Array;

/** A prepared statement; every call takes exactly as many values as the SQL has `?`. */
export interface Statement<Row> {
  run(...values: readonly BindValue[]): void;
  get(...values: readonly BindValue[]): Row | undefined;
  all(...values: readonly BindValue[]): Row[];
}

/** An open file; its methods block until they are done. */
export interface Database {
  readonly path: string;
  /** @throws Error with the driver's code when the SQL is not valid or names no known table. */
  prepare<Row extends object = Record<string, unknown>>(sql: string): Statement<Row>;
  /** Executes statements without parameters. */
  exec(sql: string): void;
  /** Commits what `work` did, or undoes all of it and throws what `work` threw. */
  transaction<Result>(work: () => Result): Result;
  /** Releases the file; a second call does nothing. */
  close(): void;
}

/** `create` makes the file when there is none; `read` opens a finished file that nobody changes any more. */
export type OpenMode = 'create' | 'read';

/**
 * A connection to the SQLite file at `path`.
 *
 * @throws Error when the file cannot be opened, in mode `read` also when there is none.
 */
export function openDatabase(path: string, mode: OpenMode = 'create'): Database {
  // `immutable` reads without locks and without files beside it, so a read-only folder suffices.
  const name = mode === 'read' ? `${pathToFileURL(path).href}?mode=ro&immutable=1` : path;
  const driver = new Libsql(name);
  let open = true;
  const assertOpen = () => {
    if (!open) throw new Error(`The database "${path}" is closed`);
  };

  const exec = (sql: string) => {
    assertOpen();
    driver.exec(sql);
  };

  return {
    path,
    exec,
    prepare<Row extends object>(sql: string): Statement<Row> {
      assertOpen();
      const expected = countParameters(sql);
      const statement = driver.prepare(sql);
      const bind = (values: readonly BindValue[]) => {
        assertOpen();
        if (values.length !== expected) {
          throw new TypeError(`Expected ${expected} values, got ${values.length}, for the statement: ${sql}`);
        }
        return values.map(toBindable);
      };
      return {
        run: (...values) => {
          statement.run(bind(values));
        },
        get: (...values) => withoutTiming<Row>(statement.get(bind(values))),
        all: (...values) => statement.all(bind(values)) as Row[],
      };
    },
    transaction<Result>(work: () => Result): Result {
      exec('BEGIN');
      try {
        const result = work();
        exec('COMMIT');
        return result;
      } catch (error) {
        rollBack(exec);
        throw error;
      }
    },
    close() {
      if (open) driver.close();
      open = false;
    },
  };
}

/** Whether an error of the driver or of the file system says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}

function toBindable(value: BindValue): string | number | bigint | null | Uint8Array {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isNaN(value)) throw new TypeError('NaN cannot be stored');
  if (typeof value === 'string' && value.includes('\0'))
    throw new TypeError('Text with NUL cannot be stored');
  if (value === null || typeof value !== 'object') {
    if (value === undefined) throw new TypeError('undefined cannot be stored');
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError('Only text, numbers, null and bytes can be stored');
}

/** The driver adds `_metadata` with its timing to a row from `get`. */
function withoutTiming<Row extends object>(row: unknown): Row | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  if ('_metadata' in row) delete row._metadata;
  return row as Row;
}

function rollBack(exec: (sql: string) => void): void {
  try {
    exec('ROLLBACK');
  } catch {
    // A full disk ends the transaction by itself; the first error is the one to report.
  }
}
