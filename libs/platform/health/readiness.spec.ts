import { describe, expect, test } from 'vitest';
import { Readiness } from './readiness.ts';

describe('readiness', () => {
  test('is had when every check passes', async () => {
    const readiness = new Readiness();
    readiness.add('database', async () => true);
    readiness.add('trust-list', () => true);
    expect(await readiness.ask()).toEqual({ ready: true, checks: { database: true, 'trust-list': true } });
  });

  test('is not had when one fails, whichever way', async () => {
    const readiness = new Readiness();
    readiness.add('database', () => Promise.reject(new Error('gone')));
    readiness.add('trust-list', () => false);
    readiness.add('clock', () => true);
    expect(await readiness.ask()).toEqual({
      ready: false,
      checks: { database: false, 'trust-list': false, clock: true },
    });
  });

  test('is had without what the process can go on without, and that is told', async () => {
    const readiness = new Readiness();
    readiness.add('database', () => true);
    readiness.add('queues', () => false, false);
    expect(await readiness.ask()).toEqual({ ready: true, checks: { database: true, queues: false } });
  });

  test('is not waited for without end', async () => {
    const readiness = new Readiness();
    readiness.add('database', () => new Promise(() => undefined));
    expect(await readiness.ask()).toEqual({ ready: false, checks: { database: false } });
  });
});
