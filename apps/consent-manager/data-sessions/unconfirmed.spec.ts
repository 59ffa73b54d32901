import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addSeconds } from '#domain';
import type { EventState } from '#protocol';
import { giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { DataSessionStore } from './data-session-store.ts';
import { SessionTimers } from './session-timers.ts';

let world: ManagerUnderTest;
let asha: Person;
const manifestDigest = 'A'.repeat(43);

beforeAll(async () => {
  world = await startManager({ UNCONFIRMED_AFTER_SECONDS: '1800', SIGN_IN_LIFE_SECONDS: '864000' });
  const accounts = [{ linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] }];
  world.counterparts.accounts.set(world.bank.id, accounts);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

interface Row {
  /** Records the provider says it sent, and the data user that it received; absent where it is silent. */
  readonly sent?: number;
  readonly received?: number;
  readonly becomes: string | undefined;
}

const table: Record<string, Row> = {
  'neither speaks': { becomes: undefined },
  'the data user is silent': {
    sent: 3,
    becomes: 'The lender has not confirmed what was handed over to it.',
  },
  'the data user is silent of nothing': { sent: 0, becomes: undefined },
  'the provider is silent': {
    received: 3,
    becomes: 'The bank has not confirmed what others received from it about you.',
  },
  'the provider is silent of nothing': { received: 0, becomes: undefined },
  'both speak': { sent: 3, received: 3, becomes: undefined },
  'one speaks of records, the other of none': {
    sent: 3,
    received: 0,
    becomes: 'What was handed over and what The lender says it received differ.',
  },
};

describe('half an hour after the first word on a session', () => {
  it.each(Object.entries(table))('%s', async (_what, { sent, received, becomes }) => {
    const consent = await giveConsent(world, asha);
    const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
    const { sessionId } = json.sessions[0];
    world.clock.advance(7200);
    await world.registry.publish({ now: world.clock.now() });
    const receivedAt = world.clock.now();
    if (sent !== undefined) {
      const outcomes = { [sent > 0 ? 'DELIVERED' : 'NO_DATA']: 1 };
      await world.bank.tell('data-session.sent', { sessionId, manifestDigest, served: sent, outcomes });
    }
    if (received !== undefined) {
      const eraseBy = addSeconds(receivedAt, 86_400);
      const state = { sessionId, manifestDigest, records: received, receivedAt, eraseBy };
      await world.lender.tell('data-session.received', state);
    }
    const flags = async () => {
      const page = (await asha.get('/me/timeline?limit=200')).json;
      const own = page.entries.filter(
        ({ kind, facts }: { kind: string; facts: { sessionId?: string } }) =>
          facts.sessionId === sessionId && /mismatched|unconfirmed|unstated/.test(kind),
      );
      return own.map(({ text }: { text: string }) => text);
    };
    const atOnce = sent !== undefined && received !== undefined && becomes !== undefined;
    world.clock.advance(1700);
    await world.part(SessionTimers).sweep();
    expect(await flags()).toEqual(atOnce ? [becomes] : []);
    world.clock.advance(110);
    await world.part(SessionTimers).sweep();
    await world.part(SessionTimers).sweep();
    expect(await flags()).toEqual(becomes === undefined ? [] : [becomes]);
  });
});

describe('what does not match', () => {
  const told = (to: string, sessionId: string) =>
    world.counterparts
      .told(to, 'data-session.unmatched')
      .map(({ state }) => state as unknown as EventState<'data-session.unmatched'>)
      .filter((state) => state.sessionId === sessionId)
      .sort((a, b) => a.version - b.version);
  const flags = async (sessionId: string): Promise<string[]> => {
    const { entries } = (await asha.get('/me/timeline?limit=200')).json;
    const own = entries.filter(({ facts }: { facts: { sessionId?: string } }) => facts.sessionId === sessionId);
    return own.map(({ kind }: { kind: string }) => kind).filter((kind: string) => !/sent|received$/.test(kind));
  };

  it('is told to both operators, and withdrawn from all three when the late word agrees', async () => {
    const consent = await giveConsent(world, asha);
    const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
    const { sessionId } = json.sessions[0];
    await world.bank.tell('data-session.sent', { sessionId, manifestDigest, served: 3, outcomes: { DELIVERED: 1 } });
    world.clock.advance(1900);
    await world.part(SessionTimers).sweep();
    const late = { sessionId, finding: 'not-received-in-time', version: 1 };
    for (const { id } of [world.bank, world.lender]) {
      await vi.waitFor(() => expect(told(id, sessionId)).toEqual([late]), 5000);
    }
    const receivedAt = world.clock.now();
    const state = { sessionId, manifestDigest, records: 2, misfits: 1, receivedAt };
    await world.lender.tell('data-session.received', { ...state, eraseBy: addSeconds(receivedAt, 86_400) });
    for (const { id } of [world.bank, world.lender]) {
      const agrees = { sessionId, finding: 'agrees', version: 2 };
      await vi.waitFor(() => expect(told(id, sessionId)).toEqual([late, agrees]), 5000);
    }
    expect(await flags(sessionId)).toEqual(['data-session.matched', 'data-session.unconfirmed']);
  });

  it('may turn out to differ in another way', async () => {
    const consent = await giveConsent(world, asha);
    const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
    const { sessionId } = json.sessions[0];
    await world.bank.tell('data-session.sent', { sessionId, manifestDigest, served: 3, outcomes: { DELIVERED: 1 } });
    world.clock.advance(1900);
    await world.part(SessionTimers).sweep();
    const receivedAt = world.clock.now();
    const state = { sessionId, manifestDigest: `${'B'.repeat(42)}A`, records: 3, receivedAt };
    await world.lender.tell('data-session.received', { ...state, eraseBy: addSeconds(receivedAt, 86_400) });
    await vi.waitFor(() => expect(told(world.bank.id, sessionId)).toHaveLength(2), 5000);
    expect(told(world.bank.id, sessionId)[1]).toEqual({ sessionId, finding: 'digests-differ', version: 2 });
    expect(await flags(sessionId)).toEqual(['data-session.mismatched', 'data-session.unconfirmed']);
    expect(await world.part(DataSessionStore).countUnmatched()).toBeGreaterThan(0);
  });
});
