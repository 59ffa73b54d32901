import { DataUserClient } from '../clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../clients/outbox.ts';
import { PersonClient } from '../clients/person-client.ts';
import { apiKeyFileOf, getMember, type LocalNetwork, outboxOf, urlOf } from '../network/member.ts';
import { demoPerson } from './demo-people.ts';
import type { Stage } from './stage.ts';

/** Opens a client for each part that is played. Close it when the story is told. */
export function setStage(network: LocalNetwork, seed: string): Stage & { close(): Promise<void> } {
  const asha = demoPerson(seed);
  const person = new PersonClient(urlOf(network, 'saathi'));
  const lender = new DataUserClient(urlOf(network, 'lender'), apiKeyFileOf(network, 'lender'));
  const clinic = new DataUserClient(urlOf(network, 'clinic'), apiKeyFileOf(network, 'clinic'));
  const idOf = (name: string) => getMember(network, name).id;
  return {
    person,
    lender,
    clinic,
    contact: asha.contact,
    principalName: asha.principalName,
    expectCode(sender) {
      const outbox = outboxOf(network, sender);
      const mark = markOutbox(outbox);
      return () => waitForCode(outbox, asha.contact.value, mark);
    },
    ids: {
      saathi: idOf('saathi'),
      bank: idOf('bank'),
      hospital: idOf('hospital'),
      lender: idOf('lender'),
      clinic: idOf('clinic'),
    },
    said: {},
    async close() {
      await Promise.all([person.close(), lender.close(), clinic.close()]);
    },
  };
}
