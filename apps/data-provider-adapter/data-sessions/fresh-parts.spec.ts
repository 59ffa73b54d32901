import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FreshParts } from './fresh-parts.ts';

const part = (n: number, bytes = 10) => ({ n, sealed: new Uint8Array(bytes), statement: 'x', digest: `digest-${n}` });

describe('parts that were saved just now', () => {
  let fresh: FreshParts;
  beforeEach(() => {
    vi.useFakeTimers();
    fresh = new FreshParts();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are handed out once', () => {
    fresh.keep('a', part(0));
    expect(fresh.take('a', 0)).toMatchObject({ digest: 'digest-0' });
    expect(fresh.take('a', 0)).toBeUndefined();
  });

  it('are those of one session and one number', () => {
    fresh.keep('a', part(0));
    expect(fresh.take('b', 0)).toBeUndefined();
    expect(fresh.take('a', 1)).toBeUndefined();
  });

  it('are held for seconds, and their memory is given back', () => {
    const kept = part(0);
    fresh.keep('a', kept);
    vi.advanceTimersByTime(10_000);
    expect(fresh.take('a', 0)).toBeUndefined();
    expect(kept.sealed.byteLength).toBe(0);
  });

  it('are left alone once they were taken', () => {
    fresh.keep('a', part(0));
    const taken = fresh.take('a', 0);
    vi.advanceTimersByTime(10_000);
    expect(taken?.sealed.byteLength).toBe(10);
  });

  it('are no more than eight mebibytes, of all sessions together: the oldest go', () => {
    for (let n = 0; n < 9; n += 1) fresh.keep(`session-${n}`, part(n, 1_048_576));
    expect(fresh.take('session-0', 0)).toBeUndefined();
    expect(fresh.take('session-1', 1)).toBeDefined();
    fresh.keep('small', part(1));
    expect(fresh.take('session-2', 2)).toBeDefined();
    expect(fresh.take('small', 1)).toBeDefined();
  });
});
