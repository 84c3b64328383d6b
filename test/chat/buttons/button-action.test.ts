import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ButtonAction,
  hashReport,
  maxCallbackBytes,
  parseButtonAction,
  writeButtonAction,
} from '../../../src/chat/buttons/button-action.ts';

const number = fc.maxSafeNat();
const report = fc.string({ maxLength: 200 }).map(hashReport);
const actions: fc.Arbitrary<ButtonAction> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), reply: number, offer: number }),
  fc.record({ kind: fc.constant('show' as const), reply: number, citation: number }),
  fc.record({
    kind: fc.constant('turn' as const),
    reply: number,
    citation: number,
    paragraph: number,
    part: number,
  }),
  fc.record({ kind: fc.constant('more' as const), reply: number, from: number }),
  fc.record({ kind: fc.constant('rate' as const), reply: number, good: fc.boolean() }),
  fc.record({
    kind: fc.constant('language' as const),
    language: fc.constantFrom('zh' as const, 'en' as const, 'auto' as const),
  }),
  fc.record({ kind: fc.constant('reports' as const), page: number }),
  fc.record({ kind: fc.constant('region' as const), report, page: number }),
  fc.record({ kind: fc.constant('summary' as const), report }),
  fc.record({
    kind: fc.constant('upload' as const),
    upload: number,
    does: fc.constantFrom('add' as const, 'region' as const, 'year' as const, 'discard' as const),
  }),
  fc.record({ kind: fc.constant('stop' as const), update: number }),
);

describe('writeButtonAction()', () => {
  it('writes what parseButtonAction() reads, in at most 64 bytes', () => {
    fc.assert(
      fc.property(actions, (action) => {
        const written = writeButtonAction(action);

        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(maxCallbackBytes);
        expect(parseButtonAction(written)).toEqual(action);
      }),
    );
  });

  it('names a report of any length in twelve characters', () => {
    expect(hashReport('huadu-2019-3c1a')).toMatch(/^[\w-]{12}$/);
    expect(hashReport('a'.repeat(500))).not.toBe(hashReport('a'.repeat(501)));
  });
});

describe('parseButtonAction()', () => {
  it('reads nothing but what it wrote', () => {
    const likely = fc.stringMatching(/^[aptmudlrgsnx]?:?[0-9a-z:_-]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), (text) => {
        const action = parseButtonAction(text);

        if (action) expect(writeButtonAction(action)).toBe(text);
      }),
    );
  });

  it.each([
    '',
    'a',
    'a:',
    'a:01:0',
    'a:1',
    'a:1:2:3',
    'a:-1:0',
    'l:fr',
    'g:short:0',
    'y:1',
    'n:1',
    'n:1:x',
    'n:1:a:0',
    'a:zzzzzzzzzzzzzzz:0',
  ])('takes %j for no button of this program', (data) => {
    expect(parseButtonAction(data)).toBeUndefined();
  });
});
