import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTurn,
  byteLength,
  isOpening,
  MAX_CHAT_BYTES,
  MAX_TURNS,
} from '../../src/conversation/bound-turns.ts';
import { EMPTY_CHAT, type Turn } from '../../src/conversation/turn.ts';
import { makeTurn } from './make-turn.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 3000 });
const anyTurn: fc.Arbitrary<Turn> = fc.record({
  own: anyText,
  texts: fc.array(anyText, { maxLength: 5 }),
  reports: fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }),
  kind: fc.constant('answer'),
  language: fc.constantFrom('zh' as const, 'en' as const),
  places: fc.array(fc.record({ report: fc.string({ maxLength: 40 }), paragraph: fc.nat(), quote: anyText }), {
    maxLength: 20,
  }),
});

describe('addTurn()', () => {
  it('keeps any chat within 20 turns and 8 kB', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 30 }), (turns) => {
        const state = turns.reduce((before, turn) => addTurn(before, turn, turn.own), EMPTY_CHAT);

        expect(state.turns.length).toBeLessThanOrEqual(MAX_TURNS);
        expect(byteLength(state)).toBeLessThanOrEqual(MAX_CHAT_BYTES);
      }),
      { numRuns: 40 },
    );
  });

  it('drops the oldest turns and keeps the last', () => {
    let state = EMPTY_CHAT;
    for (let turn = 1; turn <= 50; turn += 1)
      state = addTurn(state, makeTurn({ own: `第${turn}问` }), `第${turn}问`);

    expect(state.turns.at(-1)?.own).toBe('第50问');
    expect(state.turns).toHaveLength(MAX_TURNS);
  });

  it('keeps the message that opened the chat, however long it goes on', () => {
    let state = EMPTY_CHAT;
    for (let turn = 1; turn <= 50; turn += 1) state = addTurn(state, makeTurn(), `第${turn}问`);

    expect(isOpening(state, '第1问')).toBe(true);
    expect(isOpening(state, '第2问')).toBe(false);
  });
});

describe('isOpening()', () => {
  it('is false for a chat that has not begun', () => {
    expect(isOpening(EMPTY_CHAT, '')).toBe(false);
  });
});
