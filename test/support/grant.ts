import { addDuration, type ConsentTerms, type Narrowing } from '#domain';
import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import { type Contact, PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, getMember, type LocalNetwork, outboxOf, urlOf } from '../../apps/network-node/network/member.ts';

/** Where a story is played. */
export interface Place {
  readonly network: LocalNetwork;
  readonly clock: { now(): string };
}

export function loanTerms(now: string, change: Partial<ConsentTerms> = {}): ConsentTerms {
  return {
    purpose: { code: 'credit-assessment', text: 'To decide on a loan' },
    dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }],
    dataRange: { from: addDuration(now, 'P1Y', -1), to: now },
    consentMode: 'STORE',
    fetchType: 'PERIODIC',
    frequency: { max: 20, per: 'DAY' },
    consentPeriod: { start: now, expiry: addDuration(now, 'P1M') },
    dataLife: 'P30D',
    dataFilter: [],
    eraseOnRevocation: false,
    ...change,
  };
}

/** A person signed in at the consent manager, her accounts at the bank linked. */
export async function signInAndLink({ network }: Pick<Place, 'network'>, contact: Contact): Promise<PersonClient> {
  const expectCode = (sender: string) => {
    const mark = markOutbox(outboxOf(network, sender));
    return () => waitForCode(outboxOf(network, sender), contact.value, mark);
  };
  const person = new PersonClient(urlOf(network, 'saathi'));
  await person.signIn(contact, expectCode('saathi'));
  await person.linkAccounts(getMember(network, 'bank').id, expectCode('bank'));
  return person;
}

export function dataUser({ network }: Pick<Place, 'network'>, name = 'lender'): DataUserClient {
  return new DataUserClient(urlOf(network, name), apiKeyFileOf(network, name));
}

export interface Granted {
  /** The data user's consent id. */
  readonly consentId: string;
  /** The person's own id of it. */
  readonly id: string;
  readonly terms: ConsentTerms;
}

/** A data user asks, the person says yes, and the data user has heard it. */
export async function grant(
  { network, clock }: Place,
  person: PersonClient,
  user: DataUserClient,
  principal: string,
  change: { terms?: Partial<ConsentTerms>; narrowing?: Narrowing } = {},
): Promise<Granted> {
  const asked = await user.ask({
    consentManager: getMember(network, 'saathi').id,
    principal,
    terms: loanTerms(clock.now(), change.terms),
    notice: { language: 'en', text: 'Please.' },
    mayBeNarrowed: true,
  });
  const decision = change.narrowing === undefined ? {} : { narrowing: change.narrowing };
  const consent = await person.approve(asked.handle ?? '', decision);
  const { consentId } = await user.asked(asked.id, 20);
  if (consentId === undefined) throw new Error('the data user did not hear of the consent');
  return { consentId, id: consent.id, terms: consent.terms };
}
