import { expect, it } from 'vitest';
import { runIngestKills } from '../support/run-ingest-kills.ts';

const QUESTIONS = [
  '花都2019年综合纠错率是多少?',
  '2020年金海湖民告官的案子一共多少件?',
  '毕节金海湖新区2020年矛盾纠纷化解率是多少?',
];

it('answers on, stays whole and finishes the rest when an ingest is killed at random moments', async () => {
  const figures = await runIngestKills({ reports: 12, questions: QUESTIONS, kills: 4, seed: 5 });

  expect(figures).toMatchObject({
    failures: [],
    changed: [],
    broken: [],
    leftovers: [],
    heldAtEnd: 17,
    tableAfter: 'added 0, replaced 0, unchanged 17, removed 0, skipped 0',
  });
  expect(figures.asked).toBeGreaterThan(figures.kills);
  expect(figures.librariesSeen).toContain(17);
  // Four ingests are started and killed, each a process of its own: a busy machine takes minutes.
}, 900_000);
