/** A few kills; `npm run bench -- --kills` runs fifty. */
import { describe, expect, it } from 'vitest';
import { readGradedQuestions } from '../../src/evaluation/graded-question.ts';
import { buildTestLibrary } from '../support/build-test-library.ts';
import { runKills } from '../support/run-kills.ts';

describe.each([
  { receiving: 'fetches', webhook: false, kills: 3 },
  { receiving: 'is delivered', webhook: true, kills: 2 },
])('a bot that $receiving its updates, killed and started again', ({ webhook, kills }) => {
  it('loses no question and repeats at most one reply a chat', { timeout: 180_000 }, async () => {
    await using library = await buildTestLibrary();
    const graded = await readGradedQuestions(['data/eval/dev.jsonl'], { isSingle: true });
    const seed = Math.floor(Math.random() * 2 ** 31);

    const figures = await runKills({
      libraryDir: library.libraryDir,
      questions: graded.map(({ q }) => q),
      kills,
      chats: 20,
      seed,
      webhook,
    });

    expect(figures, `seed ${seed}`).toMatchObject({
      unanswered: 0,
      outOfOrder: 0,
      refusals: [],
      exitCode: 0,
      stderr: '',
    });
    expect(figures.mostRepeatedInChat, `seed ${seed}`).toBeLessThanOrEqual(1);
    expect(figures.questions).toBeGreaterThan(0);
  });
});
