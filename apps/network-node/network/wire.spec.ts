import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '#platform';
import { Wire } from './wire.ts';

let taken = 0;
const role = createServer((_, answer) => {
  taken += 1;
  answer.end('x'.repeat(1000));
});
let wire: Wire;
let url: string;

beforeAll(async () => {
  role.listen(0, '127.0.0.1');
  await once(role, 'listening');
  const open = await findFreePort();
  wire = await Wire.start('saathi', { open, role: (role.address() as AddressInfo).port }, new Map(), Date.now);
  url = `http://127.0.0.1:${open}/me`;
});
afterAll(async () => {
  await wire.stop();
  role.close();
});
beforeEach(() => {
  taken = 0;
  wire.cuts.clear();
});

const call = async () => (await request(url)).body.text();

describe('a wire', () => {
  it('passes calls on, and has seen them', async () => {
    expect(await call()).toHaveLength(1000);
    expect(wire.seen.at(-1)).toMatchObject({ callee: 'saathi', caller: 'person', path: '/me', status: 200 });
  });

  it('that refuses lets nothing through', async () => {
    wire.cuts.set('person', 'refuse');
    await expect(call()).rejects.toThrow();
    expect(taken).toBe(0);
  });

  it.each(['swallow', 'reset'] as const)(
    'that has to %s lets the call through and not the whole answer',
    async (how) => {
      wire.cuts.set('person', how);
      await expect(call()).rejects.toThrow();
      expect(taken).toBe(1);
    },
  );

  it('breaks nothing between others', async () => {
    wire.cuts.set('bank', 'refuse');
    expect(await call()).toHaveLength(1000);
  });
});
