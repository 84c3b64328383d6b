/** A small soak; `npm run bench -- --soak` runs the long one. */
import { describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { buildTestLibrary } from '../support/build-test-library.ts';
import { runSoak } from '../support/run-soak.ts';

describe.each([
  { receiving: 'fetched', webhook: false, count: 200 },
  { receiving: 'delivered', webhook: true, count: 100 },
])('questions that are $receiving', ({ webhook, count }) => {
  it(`are answered exactly once and in order, ${count} from 40 chats, while 1 call in 20 fails`, {
    timeout: 180_000,
  }, async () => {
    await using library = await buildTestLibrary();
    const graded = await readGradedQuestions(['data/eval/dev.jsonl'], { isSingle: true });
    const seed = Math.floor(Math.random() * 2 ** 31);

    const figures = await runSoak({
      libraryDir: library.libraryDir,
      questions: graded.map(({ q }) => q),
      count,
      chats: 40,
      faultRate: 0.05,
      seed,
      webhook,
    });

    expect(figures, `seed ${seed}`).toMatchObject({
      questions: count,
      unanswered: 0,
      repeated: 0,
      outOfOrder: 0,
      refusals: [],
      exitCode: 0,
      stderr: '',
    });
    expect(figures.longest).toBeLessThanOrEqual(4096);
    expect(Object.values(figures.faults).length).toBeGreaterThan(0);
  });
});
