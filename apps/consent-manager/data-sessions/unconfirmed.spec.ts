import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds } from '#domain';
import { giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
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
