import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds } from '#domain';
import { type GivenConsent, giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;
let consent: GivenConsent;
let sessionId: string;
const digest = 'A'.repeat(43);
const transactions = { type: 'bank.transaction', title: 'Transactions' };

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

const holders = async (person = asha) => (await person.get('/me/data-holders')).json;
const bank = () => ({ id: world.bank.id, name: 'The bank' });

describe('who holds what of a person', () => {
  it('are at first the providers whose accounts she linked', async () => {
    expect(await holders()).toEqual({
      dataProviders: [
        {
          participant: bank(),
          accounts: [
            { id: expect.any(String), label: 'Savings', linkedAt: expect.any(String), dataTypes: [transactions] },
          ],
        },
      ],
      dataUsers: [],
    });
  });

  it('are data users that may ask, while they have nothing yet', async () => {
    consent = await giveConsent(world, asha);
    const [lender] = (await holders()).dataUsers;
    expect(lender).toMatchObject({
      participant: { name: 'The lender' },
      consents: [{ id: consent.id, state: 'ACTIVE', dataTypes: [transactions], dataProviders: [bank()] }],
      held: [],
    });
  });

  it('are data users by what they say to have received, until when', async () => {
    const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
    sessionId = json.sessions[0].sessionId;
    const receivedAt = world.clock.now();
    const eraseBy = addSeconds(receivedAt, 3600);
    const stated = { sessionId, manifestDigest: digest };
    await world.bank.tell('data-session.sent', { ...stated, served: 12, outcomes: { DELIVERED: 1 } });
    await world.lender.tell('data-session.received', { ...stated, records: 12, receivedAt, eraseBy });
    const [lender] = (await holders()).dataUsers;
    expect(lender.held).toEqual([
      {
        consentId: consent.id,
        from: bank(),
        dataTypes: [transactions],
        records: 12,
        since: expect.any(String),
        until: eraseBy,
        overdue: 0,
      },
    ]);
  });

  it('holds too long where it should have erased; then it is no longer among them', async () => {
    world.clock.advance(3601);
    await world.registry.publish({ now: world.clock.now() });
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    const [lender] = (await holders()).dataUsers;
    expect([lender.consents, lender.held[0].overdue]).toEqual([[], 12]);
    const consentId = consent.artefacts[world.lender.id] ?? '';
    const receipt = await world.lender.receipt({
      consentId,
      reason: 'data-life-ended',
      erasedAt: world.clock.now(),
      sessions: [{ sessionId, manifestDigest: digest, rows: 12 }],
      keysDestroyed: 1,
      filesDeleted: 0,
      handOvers: [],
    });
    await world.lender.tell('data-session.erased', { consentId, receipt });
    expect((await holders()).dataUsers).toEqual([]);
  });

  it('are another person’s own', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    expect(await holders(ravi)).toEqual({ dataProviders: [], dataUsers: [] });
  });
});
