import type { ConsentTerms } from '#domain';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { loanAsk, visitAsk } from '../../apps/network-node/demo/asks.ts';
import type { PersonAtBrowser } from './person-at-browser.ts';
import type { Stage } from './stage.ts';

/** A request that was made of her, and who made it. */
export interface Asking {
  readonly dataUser: DataUserClient;
  /** By which the data user knows it. */
  readonly id: string;
  /** By which she does. */
  readonly handle: string;
}

/** Has the lender ask for a loan, or the clinic for a visit. @param terms where they differ from what it asks usually */
export async function askHer(
  stage: Stage,
  person: PersonAtBrowser,
  by: 'lender' | 'clinic',
  terms: Partial<ConsentTerms> = {},
): Promise<Asking> {
  const dataUser = stage.dataUser(by);
  const asked = { consentManager: stage.demo.here.participantOf('saathi'), principal: await person.principal() };
  const ask = by === 'lender' ? loanAsk(asked) : visitAsk(asked);
  const { id, handle = '' } = await dataUser.ask({ ...ask, terms: { ...ask.terms, ...terms } });
  return { dataUser, id, handle };
}

/** A consent that she gave away from the pages: by its id at her consent manager, and by that of the data user. */
export async function giveConsent(person: PersonAtBrowser, { dataUser, id, handle }: Asking) {
  const given = await person.call<{ id: string }>('POST', `/me/consent-requests/${handle}/approve`, {});
  const { consentId = '' } = await dataUser.asked(id, 20);
  return { own: given.id, consentId };
}
