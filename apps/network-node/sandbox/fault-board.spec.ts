import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '#platform';
import { Wire } from '../network/wire.ts';
import { FaultBoard } from './fault-board.ts';
import type { SandboxFault } from './sandbox-fault.ts';
import { wrongWays } from './wrong-answers.ts';

const signed = `${'h'.repeat(20)}.${'c'.repeat(30)}.${'s'.repeat(86)}`;
let heard = 0;
const role = createServer((asked, answer) => {
  heard += 1;
  if (asked.url === '/sealed') {
    answer.setHeader('data-part', signed);
    answer.setHeader('content-type', 'application/octet-stream').end(Buffer.from([1, 2, 3]));
  } else answer.setHeader('content-type', 'application/json').end(JSON.stringify({ token: signed }));
});
let board: FaultBoard;
let wire: Wire;
let address: string;

beforeAll(async () => {
  role.listen(0, '127.0.0.1');
  await once(role, 'listening');
  const open = await findFreePort();
  wire = await Wire.start('bank', { open, role: (role.address() as AddressInfo).port }, new Map(), Date.now, 'anyone');
  wire.meddle = (call) => board.meddle('bank', call);
  address = `http://127.0.0.1:${open}`;
});
beforeEach(() => {
  heard = 0;
  board = new FaultBoard();
});
afterAll(async () => {
  await wire.stop();
  role.close();
});

const call = async (path = '/told') => {
  const { statusCode, headers, body } = await request(`${address}${path}`);
  return { status: statusCode, headers, body: Buffer.from(await body.arrayBuffer()) };
};
const broken = (fault: Omit<SandboxFault, 'who'>) => board.set({ who: 'bank', ...fault });

describe('a member that is broken', () => {
  it('and deaf hears nothing', async () => {
    broken({ kind: 'deaf' });
    await expect(call()).rejects.toThrow();
    expect(heard).toBe(0);
  });

  it('and loses its answers has heard all the same', async () => {
    broken({ kind: 'lost-answers' });
    await expect(call()).rejects.toThrow();
    expect(heard).toBe(1);
  });

  it('and slow hears so much later', async () => {
    broken({ kind: 'slow', byMs: 120 });
    const pending = call();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(heard).toBe(0);
    expect((await pending).status).toBe(200);
    expect(heard).toBe(1);
  });

  it('and wrong does what it is asked, whichever way it answers', async () => {
    for (const how of wrongWays) {
      broken({ kind: 'wrong', how });
      await call().catch(() => undefined);
    }
    expect(heard).toBe(wrongWays.length);
  });
});

describe('a wrong answer', () => {
  it('is a breakdown', async () => {
    broken({ kind: 'wrong', how: 'error' });
    expect(await call()).toMatchObject({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });

  it('is half of the message, and says that it is whole', async () => {
    broken({ kind: 'wrong', how: 'malformed' });
    const { status, body, headers } = await call();
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/json' });
    expect(() => JSON.parse(body.toString())).toThrow();
  });

  it('is a page for browsers', async () => {
    broken({ kind: 'wrong', how: 'type' });
    const { status, headers, body } = await call();
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.toString()).toContain('<!doctype html>');
  });

  it('breaks off half-way', async () => {
    broken({ kind: 'wrong', how: 'truncated' });
    await expect(call()).rejects.toThrow();
  });

  it('has the form of the right one, and a signature that does not fit', async () => {
    broken({ kind: 'wrong', how: 'signature' });
    const { token } = JSON.parse((await call()).body.toString());
    expect(token).not.toBe(signed);
    expect([token.length, token.split('.').slice(0, 2)]).toEqual([signed.length, signed.split('.').slice(0, 2)]);
    const sealed = await call('/sealed');
    expect(sealed.headers['data-part']).not.toBe(signed);
    expect([...sealed.body]).toEqual([1, 2, 2]);
  });
});

describe('a fault comes over', () => {
  const from = (caller: string, path = '/events') => board.meddle('bank', { caller, method: 'POST', path });
  const isDeaf = (caller: string, path?: string) => from(caller, path).isDeaf === true;

  it('calls of participants, not over those of people and own systems', () => {
    broken({ kind: 'deaf' });
    expect(['lender', 'anyone', 'person', 'systems', 'nobody'].filter((who) => isDeaf(who))).toEqual([
      'lender',
      'anyone',
    ]);
  });

  it('those of one, or of everyone, where that is said', () => {
    broken({ kind: 'deaf', callsOf: 'lender' });
    expect(['lender', 'saathi', 'person'].filter((who) => isDeaf(who))).toEqual(['lender']);
    broken({ kind: 'deaf', callsOf: 'everyone' });
    expect(['lender', 'saathi', 'person'].every((who) => isDeaf(who))).toBe(true);
  });

  it('those to one path, so many times', () => {
    broken({ kind: 'deaf', path: '/data-sessions', times: 2 });
    expect(
      ['/events', '/data-sessions', '/data-sessions/1', '/data-sessions'].map((path) => isDeaf('lender', path)),
    ).toEqual([false, true, true, false]);
    expect(board.list()).toEqual([]);
  });

  it('a share of them, the same for the same seed', () => {
    const drawn = (seed: number) => {
      broken({ kind: 'deaf', share: 0.3, seed });
      return Array.from({ length: 200 }, () => isDeaf('lender'));
    };
    const first = drawn(7);
    expect(first.filter((is) => is).length).toBeGreaterThan(30);
    expect(first.filter((is) => is).length).toBeLessThan(90);
    expect(drawn(7)).toEqual(first);
    expect(drawn(8)).not.toEqual(first);
  });

  it('nobody once it is healed, and several at once until then', () => {
    broken({ kind: 'slow', byMs: 5 });
    broken({ kind: 'lost-answers' });
    board.set({ who: 'saathi', kind: 'deaf' });
    expect(from('lender')).toMatchObject({ delayMs: 5, change: expect.any(Function) });
    expect(board.heal('bank')).toBe(2);
    expect(from('lender')).toEqual({});
    expect(board.heal()).toBe(1);
    expect(board.list()).toEqual([]);
  });
});
