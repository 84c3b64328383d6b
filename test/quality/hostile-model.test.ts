/**
 * A model that writes falsely: right replies with one thing changed have to be caught, and right replies that our own
 * composer did not write have to pass. `npm run bench -- --mutants` prints more of them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllReports, openAllReports } from '../support/mutants/all-reports.ts';
import { repliesToGraded, writtenReplies } from '../support/mutants/gather-replies.ts';
import { mutantKinds } from '../support/mutants/mutate-reply.ts';
import type { RightReply } from '../support/mutants/right-replies.ts';
import { isProved, type MutantRow, renderMutants, runMutants } from '../support/mutants/run-mutants.ts';
import { readFalsehoods, readRightReplies } from '../support/read-rewordings.ts';

let all: AllReports;
let graded: RightReply[];
let written: RightReply[];

beforeAll(async () => {
  all = await openAllReports();
  graded = await repliesToGraded(all, 'data/eval/dev.jsonl');
  written = writtenReplies(all.library, readRightReplies());
});
afterAll(() => all[Symbol.dispose]());

/** Of two hundred denials two are missed: the clause that they deny has a 不 or 未 of its own. */
const LEAST_DENIAL = 0.99;

describe('a model that writes falsely', () => {
  let rows: MutantRow[];
  beforeAll(() => {
    const replies = [...graded.filter(isProved), ...written.filter(isProved)];
    rows = runMutants(all.library, replies, { seed: 20_261_122, perReply: 1 });
  }, 240_000);
  const countOf = (of: (row: MutantRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);

  it('is tried with at least 5,000 false replies', () => {
    expect(countOf((row) => row.made - row.true)).toBeGreaterThanOrEqual(5000);
  });

  it('is caught in at least 99.9 % of them', () => {
    const share = countOf((row) => row.caught) / countOf((row) => row.made - row.true);

    expect(share, renderMutants(rows)).toBeGreaterThanOrEqual(0.999);
  });

  it.each(mutantKinds)('is caught in at least 99.5 % of them by kind, of denials in 99 %: %s', (kind) => {
    const row = rows.find((one) => one.kind === kind)!;

    expect(row.made - row.true).toBeGreaterThan(50);
    expect(row.caught / (row.made - row.true), row.missed.join('\n')).toBeGreaterThanOrEqual(
      kind === 'denial' ? LEAST_DENIAL : 0.995,
    );
  });
});

describe('a model that writes rightly', () => {
  it('is suspected in at most 2 % of the replies that people wrote', () => {
    const suspected = written.filter((reply) => !isProved(reply));

    expect(written.length).toBeGreaterThanOrEqual(300);
    expect(suspected.length / written.length, suspected.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(
      0.02,
    );
  });

  it('is suspected in at most 2 % of the replies made of quotations', () => {
    const suspected = graded.filter((reply) => !isProved(reply));

    expect(suspected.length / graded.length, suspected.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(
      0.02,
    );
  });
});

describe('a model that writes what is subtly false', () => {
  it('is caught in at least 80 % of the falsehoods that people wrote', () => {
    const falsehoods = writtenReplies(all.library, readFalsehoods());
    const passed = falsehoods.filter(isProved);

    expect(
      1 - passed.length / falsehoods.length,
      passed.map(({ id }) => id).join(', '),
    ).toBeGreaterThanOrEqual(0.8);
  });
});
