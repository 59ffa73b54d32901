import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { askConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

const detail = async (changed: object = {}) => {
  const handle = await askConsent(world, asha.principal, changed);
  return (await asha.get(`/me/consent-requests/${handle}`)).json;
};

describe('what a person reads before she decides', () => {
  it('names who asks, and since when the trust list vouches for it in which roles', async () => {
    const [key] = world.lender.participant.keys.map(({ validFrom }) => validFrom).sort();
    expect((await detail()).dataUser).toEqual({
      id: world.lender.id,
      name: 'The lender',
      verified: { since: key, roles: ['data-user'] },
    });
  });

  it('says what the purpose means, beside the words of the one who asks', async () => {
    expect((await detail()).purpose).toEqual({
      code: 'credit-assessment',
      title: 'Deciding on a loan',
      description: expect.stringContaining('whether to lend to you'),
      text: 'Your loan application',
    });
  });

  it('titles each field that is asked for, and shows an invented record of just these', async () => {
    const asked = await detail({ dataTypes: [{ type: 'bank.transaction', fields: ['amount', 'currency'] }] });
    expect(asked.dataTypes).toEqual([
      {
        type: 'bank.transaction',
        title: 'Transactions',
        description: expect.any(String),
        fields: [
          { name: 'amount', title: 'Amount' },
          { name: 'currency', title: 'Currency' },
        ],
        example: { amount: 42.9, currency: 'EUR' },
      },
    ]);
    const [whole] = (await detail()).dataTypes;
    expect(RecordSchemas.load().checkRecord('bank.transaction', whole.example)).toBeUndefined();
  });

  it('says which template binds the request, and what becomes of the data', async () => {
    expect((await detail()).template).toBeNull();
    const start = world.clock.now();
    const changed = {
      template: 'loan-application',
      consentPeriod: { start, expiry: new Date(Date.parse(start) + 30 * 86_400_000).toISOString() },
      eraseOnRevocation: false,
    };
    const asked = await detail(changed);
    expect(asked.template).toMatchObject({ id: 'loan-application', maxDataLife: 'P6M', maxDataRange: 'P2Y' });
    expect(asked.afterApproval).toEqual({
      consentMode: 'STORE',
      keptFor: 'P30D',
      mayBeAskedUntil: changed.consentPeriod.expiry,
      erasedOnRevocation: false,
    });
  });
});
