import { describe, expect, it } from 'vitest';
import { describeError } from '../src/log.ts';

describe('describeError()', () => {
  it('names an error and where it happened, without its message', () => {
    const described = describeError(
      Object.assign(new TypeError('a question that nobody may log'), { code: 'E_X' }),
    );

    expect(described.name).toBe('TypeError');
    expect(described.code).toBe('E_X');
    expect(described.at[0]).toContain('log.test.ts');
    expect(JSON.stringify(described)).not.toContain('nobody may log');
  });

  it('leaves no line of a message of several lines', () => {
    expect(JSON.stringify(describeError(new Error('one\ntwo: secret')))).not.toContain('secret');
  });
});
