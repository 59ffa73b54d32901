import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds } from '#domain';
import { Database } from '#platform';
import { HandSetClock } from '#testing';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { ConsentKeyStore } from '../data-keys/consent-key-store.ts';
import { DataKeys } from '../data-keys/data-keys.ts';
import type { AskedData } from '../data-requests/asked-data.ts';
import { DataRequestStore } from '../data-requests/data-request-store.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { beginSession, type FetchedSession } from '../data-sessions/fetched-session.ts';
import type { GatewayUnderTest } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';
import { Eraser } from './eraser.ts';

const refusal = { by: 'data-user', code: 'data-erased', detail: 'asked-by-data-user' } as const;
const digest = 'A'.repeat(43);

describe('a consent that is erased in the middle of a statement', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock, { ERASURE_SWEEP_SECONDS: '3600' });
    gateway = network.gateway;
  });
  afterAll(() => network.stop());

  const requests = () => gateway.app.get(DataRequestStore);
  const sessions = () => gateway.app.get(DataSessionStore);
  const keys = () => gateway.app.get(DataKeys);
  const until = () => addSeconds(clock.now(), 60);

  async function waiting(consentId: string): Promise<AskedData> {
    const { dataTypes, dataRange } = gateway.terms();
    const ids = { id: uuidv7(), requestId: uuidv7(), askDigest: digest, consentId, manager: gateway.manager.self.id };
    return requests().add(
      {
        ...{ ...ids, dataTypes, dataRange, jkt: digest, fetch: 'now', ownCheck: true, state: 'PENDING', useId: null },
        ...{ requestedAt: null, refusal: null, tries: 0, nextTryAt: until(), createdAt: clock.now() },
      },
      uuidv7(),
    );
  }

  async function authorise(waits: AskedData, worker = uuidv7()): Promise<FetchedSession | undefined> {
    const { id: dataRequestId, consentId, manager, ownCheck } = waits;
    const session = beginSession({
      ...{
        id: uuidv7(),
        dataRequestId,
        consentId,
        manager,
        provider: gateway.provider.self.id,
        work: 'FETCH',
        ownCheck,
      },
      ...{ accessToken: Buffer.from('token'), tokenExpiresAt: until(), createdAt: clock.now() },
      ...{ recipientKey: Buffer.from('key'), openRequestId: uuidv7() },
    });
    const asked: AskedData = { ...waits, state: 'AUTHORISED', useId: uuidv7(), requestedAt: clock.now() };
    const hold = { worker, until: until() };
    const ground = await requests().authorise({ asked, sessions: [session], hold, nextTryAt: hold.until });
    return ground && session;
  }

  /** Begins `meanwhile` when all is erased, and nobody sees it yet. */
  async function erasing<T>(consentId: string, meanwhile: () => Promise<T>): Promise<T> {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const erased = gateway.app.get(Database).transaction(async (tx) => {
      await gateway.app.get(HeldConsentStore).lock(tx, consentId);
      const erasing = { receiptId: uuidv7(), reason: 'asked-by-data-user', now: clock.now() } as const;
      await gateway.app.get(Eraser).erase(tx, consentId, erasing);
      begin();
      await sleep(200);
    });
    await begun;
    const [after] = await Promise.all([meanwhile(), erased]);
    return after;
  }

  test('begins no session', async () => {
    const consentId = await gateway.consented();
    const asked = await waiting(consentId);
    expect(await erasing(consentId, () => authorise(asked))).toBeUndefined();
    expect(await requests().find(asked.id)).toMatchObject({ asked: { state: 'REFUSED', refusal }, sessions: [] });
  });

  test('keeps no part', async () => {
    const consentId = await gateway.consented();
    const worker = uuidv7();
    const { id: sessionId = '' } = (await authorise(await waiting(consentId), worker)) ?? {};
    const part = { sessionId, consentId, digest, counts: [], ciphertext: Buffer.from('sealed') };
    const keep = (n: number) => ({ part: { ...part, n }, until: until(), version: undefined });
    expect(await sessions().recordPart({ sessionId, worker }, keep(0))).toBe(true);
    const second = () => sessions().recordPart({ sessionId, worker }, keep(1));
    expect(await erasing(consentId, second)).toBe(false);
    expect(await gateway.rowsOf(consentId)).toEqual({ parts: 0, keys: 0, secrets: 0 });
  });

  test('is not written with the key that went', async () => {
    const consentId = await gateway.consented();
    const before = await keys().findOrCreate(consentId);
    const after = await erasing(consentId, () => keys().findOrCreate(consentId));
    expect(after.equals(before)).toBe(false);
    expect((await keys().find(consentId))?.equals(after)).toBe(true);
  });

  test('has one key, however many make it at once', async () => {
    const consentId = await gateway.consented();
    const [one, ...others] = await Promise.all([1, 2, 3, 4].map(() => keys().findOrCreate(consentId)));
    expect(others.every((other) => one?.equals(other))).toBe(true);
    expect(await gateway.app.get(ConsentKeyStore).find(consentId)).toBeDefined();
  });
});
