import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { modelStorePath, openModelStore } from '../../src/database/open-model-store.ts';
import { ModelError } from '../../src/model/chat-model.ts';
import { openTokenBudget } from '../../src/model/token-budget.ts';
import { makeModelFolder } from './model-folder.ts';

const noon = Date.parse('2026-03-01T12:00:00Z');
const hours = (count: number) => count * 60 * 60 * 1000;

/** Opens a budget as one process does. */
function open(folder: string, now: () => number = () => noon, tokensPerDay = 100) {
  const database = openModelStore(folder);
  onTestFinished(() => database.close());
  return { database, ...openTokenBudget({ database, tokensPerDay, now }) };
}

describe('openTokenBudget()', () => {
  it('refuses who has taken the tokens of the day, until the next day in UTC', () => {
    let now = noon;
    const budget = open(makeModelFolder(), () => now);
    budget.assertLeft('7');
    budget.spend('7', 60);
    budget.assertLeft('7');
    budget.spend('7', 40);

    expect(() => budget.assertLeft('7')).toThrow(ModelError);
    expect(() => budget.assertLeft('7')).toThrow(expect.objectContaining({ code: 'tokens-spent' }));
    budget.assertLeft('8');
    now += hours(12);
    budget.assertLeft('7');
  });

  it('refuses nobody where there is no limit, and counts all the same', () => {
    const budget = open(makeModelFolder(), () => noon, 0);
    budget.spend('7', 1_000_000);

    budget.assertLeft('7');
    expect(budget.spent('7')).toBe(1_000_000);
  });

  it('forgets nothing at a restart, and counts for all processes together', () => {
    const folder = makeModelFolder();
    open(folder).spend('7', 30);
    const [one, other] = [open(folder), open(folder)];
    one.spend('7', 30);
    other.spend('7', 30);

    expect([one.spent('7'), other.spent('7'), open(folder).spent('7')]).toEqual([90, 90, 90]);
  });

  it('removes days that are over, and names nobody in the file', () => {
    let now = noon;
    const folder = makeModelFolder();
    const budget = open(folder, () => now);
    budget.spend('telegram:123456789', 1);
    now += hours(24);
    budget.spend('telegram:123456789', 1);

    const rows = budget.database.prepare<{ day: string }>('SELECT day FROM token_days').all();
    budget.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(rows.map(({ day }) => day)).toEqual(['2026-03-02']);
    expect(readFileSync(modelStorePath(folder)).includes('123456789')).toBe(false);
  });

  it('counts in memory when the file fails', () => {
    const { database } = open(makeModelFolder());
    const budget = openTokenBudget({ database, tokensPerDay: 100, now: () => noon });
    budget.spend('7', 60);
    database.close();
    budget.spend('7', 40);

    expect(() => budget.assertLeft('7')).toThrow(expect.objectContaining({ code: 'tokens-spent' }));
  });
});
