import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../src/model/circuit-breaker.ts';

const resting = expect.objectContaining({ code: 'model-resting' });

describe('CircuitBreaker', () => {
  it('takes failures in a row only', () => {
    const breaker = new CircuitBreaker();
    breaker.enter().failed('model-broken');
    breaker.enter().succeeded();
    breaker.enter().failed('model-broken');

    breaker.assertAwake();
    expect(breaker.failing?.reason).toBe('model-broken');
  });

  it('lets one request through after the rest, and all others once it has succeeded', () => {
    let now = 0;
    const breaker = new CircuitBreaker({ restMs: 1_000, now: () => now });
    breaker.enter().failed('model-broken');
    breaker.enter().failed('model-slow');
    expect(() => breaker.enter()).toThrow(resting);

    now = 1_000;
    const trial = breaker.enter();

    expect(() => breaker.enter()).toThrow(resting);
    trial.succeeded();
    breaker.enter();
    expect(breaker.failing).toBeUndefined();
  });

  it('lets another one try when the trial was stopped', () => {
    let now = 0;
    const breaker = new CircuitBreaker({ maxFailures: 1, restMs: 1_000, now: () => now });
    breaker.enter().failed('model-broken');
    now = 1_000;
    breaker.enter().undecided();

    breaker.enter();
    expect(breaker.failing).toEqual({ reason: 'model-broken', since: '1970-01-01T00:00:00.000Z' });
  });
});
