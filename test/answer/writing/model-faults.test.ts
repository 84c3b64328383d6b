/** Whatever a model does, the reader gets one reply, and nothing in it that the reports do not bear out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistant } from '../../../src/assemble.ts';
import { parseConfig } from '../../../src/config.ts';
import { type BuiltLibrary, buildTestLibrary } from '../../support/build-test-library.ts';
import { MODEL_FAULTS } from '../../support/model-fault-rows.ts';
import { startModelServer } from '../../support/model-server.ts';
import { renderModelFaults } from '../../support/render-model-faults.ts';
import { FAULT_QUESTIONS, type FaultOutcome, runModelFaults } from '../../support/run-model-faults.ts';
import { writeFromPrompt } from '../../support/write-from-prompt.ts';

let built: BuiltLibrary;
let outcomes: readonly FaultOutcome[];

beforeAll(async () => {
  built = await buildTestLibrary();
  outcomes = await runModelFaults({ libraryDir: built.libraryDir, inTurn: true });
});
afterAll(() => built?.[Symbol.asyncDispose]());

describe.each(MODEL_FAULTS.map((fault) => ({ fault, name: fault.name })))('a model: $name', ({ fault }) => {
  const own = () => outcomes.filter((outcome) => outcome.fault === fault);

  it('leads to what is sent, for every kind of question', () => {
    expect(own().map(({ sent }) => sent)).toEqual([fault.sent, fault.sent]);
  });

  it('is asked as often as it may help', () => {
    expect(own().map(({ requests }) => requests)).toEqual([fault.requests, fault.requests]);
  });

  it('leaves one reply, verified, and the offline answer where nothing was written', () => {
    for (const { replies, violations, isOffline, sent } of own()) {
      expect({ replies, violations }).toEqual({ replies: 1, violations: [] });
      expect(isOffline).toBe(sent.startsWith('composed'));
    }
  });
});

it('prints a row for each fault', () => {
  const [head, ...rows] = renderModelFaults(outcomes).split('\n');

  expect(head).toMatch(/^the model +requests +what was sent/);
  expect(rows).toHaveLength(MODEL_FAULTS.length);
});

it('rests after two failures, so that nobody waits for a model that is down', async () => {
  await using server = await startModelServer();
  server.says(writeFromPrompt);
  server.fails(500, Number.POSITIVE_INFINITY);
  const settings = { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'resting', LOG_LEVEL: 'silent' };
  const assistant = await openAssistant(parseConfig({ LIBRARY_DIR: built.libraryDir, ...settings }));
  for (const question of FAULT_QUESTIONS.slice(0, 3)) await assistant.ask(question);
  const report = assistant.model?.();
  assistant.close();

  expect(server.chats).toHaveLength(4);
  expect(report?.composed).toEqual({ 'model-broken': 2, 'model-resting': 1 });
  expect(report?.state).toMatchObject({ state: 'failing', reason: 'model-broken' });
});
