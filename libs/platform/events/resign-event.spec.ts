import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toInstant, toNumericDate } from '#domain';
import { createEvent, type Signer } from '#protocol';
import { createTestFolder } from '#testing';
import { KeyRing } from '../keys/key-ring.ts';
import { resignEvent } from './resign-event.ts';

describe('an event that is signed anew', () => {
  const made = toInstant(Date.UTC(2026, 2, 1, 9));
  const now = toInstant(Date.UTC(2026, 2, 1, 8));
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let own: KeyRing;
  let foreign: KeyRing;

  beforeAll(async () => {
    folder = await createTestFolder();
    const open = (name: string) => KeyRing.open({ folder: join(folder.path, name), uses: ['statement', 'message'] });
    [own, foreign] = await Promise.all([open('own'), open('foreign')]);
  });

  afterAll(() => folder.remove());

  const eventBy = (signer: Signer) =>
    createEvent({
      ...{ signer, issuer: 'https://bank.example', audience: 'https://manager.example', now: made },
      ...{ type: 'account-link.ended', state: { linkId: 'one' }, subject: 'one' },
    });
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  test('is the same but for the time of its signature', async () => {
    const token = await eventBy(own.signer('statement'));
    const anew = (await resignEvent(token, own, now)) ?? '';
    expect(claimsOf(anew)).toEqual({ ...claimsOf(token), iat: toNumericDate(now) });
  });

  test('was ours before: what someone wrote into the database is not signed', async () => {
    const token = await eventBy(own.signer('statement'));
    const [header, , signature] = token.split('.');
    const altered = Buffer.from(JSON.stringify({ ...claimsOf(token), sub: 'another' })).toString('base64url');
    expect(await resignEvent(`${header}.${altered}.${signature}`, own, now)).toBeUndefined();
    expect(await resignEvent(await eventBy(foreign.signer('statement')), own, now)).toBeUndefined();
    expect(await resignEvent(await eventBy(own.signer('message')), own, now)).toBeUndefined();
    expect(await resignEvent('no token', own, now)).toBeUndefined();
  });
});
