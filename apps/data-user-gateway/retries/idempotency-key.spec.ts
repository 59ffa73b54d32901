import { describe, expect, test } from 'vitest';
import { uuid } from '#protocol';
import { requestIdFor } from './idempotency-key.ts';

describe('the requestId of an Idempotency-Key', () => {
  test('is the same for the same key, in the form of the wire', () => {
    expect(requestIdFor('data-request', 'order-7')).toBe(requestIdFor('data-request', 'order-7'));
    expect(uuid.safeParse(requestIdFor('data-request', 'order-7')).success).toBe(true);
  });

  test('is another for another key, and for another kind of request', () => {
    const ids = [
      requestIdFor('data-request', 'order-7'),
      requestIdFor('data-request', 'order-8'),
      requestIdFor('consent-request', 'order-7'),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  test('is fresh each time where there is no key', () => {
    expect(requestIdFor('data-request', undefined)).not.toBe(requestIdFor('data-request', undefined));
  });
});
