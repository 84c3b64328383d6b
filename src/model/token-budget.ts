/**
 * How many tokens each user took today, by UTC, in `model.sqlite`, so that a restart or a second process forgets
 * nothing. Users are kept as hashes; days that are over are removed.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { describeError, type Log } from '../log.ts';
import { ModelError } from './chat-model.ts';

/** How much a user may take, and where it is kept. */
export interface TokenBudgetOptions {
  /** Of `openModelStore`; without it, or when it fails, tokens are counted in memory alone. */
  readonly database?: Database | undefined;
  /** Tokens that one user may take in a day; 0: as many as they like. */
  readonly tokensPerDay: number;
  readonly log?: Log;
  /** The time in milliseconds since 1970; default: the clock. */
  readonly now?: () => number;
}

/** Who may still ask. */
export interface TokenBudget {
  /** @throws ModelError `tokens-spent`, never another error */
  assertLeft(user: string): void;
  /** Counts tokens; a request begun with tokens left may take more than those. */
  spend(user: string, tokens: number): void;
  /** Tokens that a user took today. */
  spent(user: string): number;
}

const TABLE = `CREATE TABLE IF NOT EXISTS token_days (
  day TEXT NOT NULL, user TEXT NOT NULL, tokens INTEGER NOT NULL, PRIMARY KEY (day, user)
) STRICT, WITHOUT ROWID`;

/** Opens the budget; makes its table where it is missing. */
export function openTokenBudget({
  database,
  tokensPerDay,
  log,
  now = Date.now,
}: TokenBudgetOptions): TokenBudget {
  const inMemory = createCounts();
  let onDisk: Counts | undefined;
  const withDisk = <Value>(work: (counts: Counts) => Value): Value | undefined => {
    try {
      return onDisk && work(onDisk);
    } catch (error) {
      log?.warn({ error: describeError(error) }, 'Cannot keep the tokens of users; counting in memory');
      onDisk = undefined;
      return undefined;
    }
  };
  try {
    onDisk = database && openCounts(database);
  } catch (error) {
    log?.warn({ error: describeError(error) }, 'Cannot keep the tokens of users; counting in memory');
  }
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const spent = (user: string) => {
    const key = hashOf(user);
    const day = today();
    return Math.max(inMemory.find(day, key), withDisk((counts) => counts.find(day, key)) ?? 0);
  };

  return {
    spent,
    assertLeft(user) {
      if (tokensPerDay === 0 || spent(user) < tokensPerDay) return;
      throw new ModelError('tokens-spent', `The user has taken all ${tokensPerDay} tokens of the day`);
    },
    spend(user, tokens) {
      const key = hashOf(user);
      const day = today();
      inMemory.add(day, key, Math.ceil(tokens));
      withDisk((counts) => counts.add(day, key, Math.ceil(tokens)));
    },
  };
}

/** Tokens by day and user; days before the one that is added to are forgotten. */
interface Counts {
  find(day: string, user: string): number;
  add(day: string, user: string, tokens: number): void;
}

function createCounts(): Counts {
  let current = '';
  const counts = new Map<string, number>();
  return {
    find: (day, user) => (day === current ? (counts.get(user) ?? 0) : 0),
    add(day, user, tokens) {
      if (day !== current) counts.clear();
      current = day;
      counts.set(user, (counts.get(user) ?? 0) + tokens);
    },
  };
}

function openCounts(database: Database): Counts {
  database.exec(TABLE);
  const find = database.prepare<{ tokens: number }>(
    'SELECT tokens FROM token_days WHERE day = ? AND user = ?',
  );
  const add = database.prepare(
    'INSERT INTO token_days VALUES (?, ?, ?) ON CONFLICT (day, user) DO UPDATE SET tokens = tokens + excluded.tokens',
  );
  const forget = database.prepare('DELETE FROM token_days WHERE day < ?');
  let cleaned = '';
  return {
    find: (day, user) => find.get(day, user)?.tokens ?? 0,
    add(day, user, tokens) {
      add.run(day, user, tokens);
      if (cleaned !== day) forget.run(day);
      cleaned = day;
    },
  };
}

function hashOf(user: string): string {
  return createHash('sha256').update(user).digest('base64url');
}
