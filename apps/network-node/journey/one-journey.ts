import { addDuration, type ConsentTerms, toInstant } from '#domain';
import { digestOfCanonical } from '#protocol';
import type { DataRequestView, DataUserClient } from '../clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../clients/outbox.ts';
import { PersonClient } from '../clients/person-client.ts';
import { getMember, type LocalNetwork, outboxOf, urlOf } from '../network/member.ts';

function everything(dataTypes: readonly string[]): ConsentTerms {
  const now = toInstant(Date.now());
  return {
    purpose: { code: 'treatment', text: 'To treat you' },
    dataTypes: dataTypes.map((type) => ({ type })),
    dataRange: { from: '1900-01-01T00:00:00.000Z', to: addDuration(now, 'P1D') },
    consentMode: 'STORE',
    fetchType: 'ONETIME',
    consentPeriod: { start: now, expiry: addDuration(now, 'P1D') },
    dataLife: 'P1D',
    dataFilter: [],
    eraseOnRevocation: true,
  };
}

/** However busy the machine: what is not there by then is not coming. */
const fetchedWithinMs = 120_000;

async function untilFetched(clinic: DataUserClient, requestId: string): Promise<DataRequestView> {
  const end = performance.now() + fetchedWithinMs;
  for (;;) {
    const fetched = await clinic.fetched(requestId, 30);
    if (!['PENDING', 'FETCHING'].includes(fetched.state) || performance.now() > end) return fetched;
  }
}

/**
 * One person links her accounts at a hospital, is asked, approves; the clinic fetches and reads. Public APIs only.
 *
 * @returns sorted digests of the canonical JSON of every record the gateway hands out
 */
export async function travel(
  network: LocalNetwork,
  clinic: DataUserClient,
  hospital: string,
  contact: string,
  dataTypes: readonly string[],
): Promise<string[]> {
  const expectCode = (sender: string) => {
    const mark = markOutbox(outboxOf(network, sender));
    return () => waitForCode(outboxOf(network, sender), contact, mark);
  };
  const person = new PersonClient(urlOf(network, 'saathi'));
  try {
    const { principal } = await person.signIn({ kind: 'email', value: contact }, expectCode('saathi'));
    await person.linkAccounts(getMember(network, hospital).id, expectCode(hospital));
    const asked = await clinic.ask({
      consentManager: getMember(network, 'saathi').id,
      principal,
      terms: everything(dataTypes),
      notice: { language: 'en', text: 'Riverside Clinic asks to read all your records.' },
      mayBeNarrowed: false,
    });
    await person.approve(asked.handle ?? '');
    const { consentId = '' } = await clinic.asked(asked.id, 30);
    const request = await clinic.fetch({ consentId });
    const fetched = await untilFetched(clinic, request.id);
    const unfinished = fetched.sessions.find(({ state }) => state !== 'COMPLETED');
    if (fetched.refusal !== undefined || unfinished !== undefined) {
      throw new Error(
        `the fetch ended with ${fetched.refusal?.code ?? unfinished?.refusal?.code ?? unfinished?.state}`,
      );
    }
    const digests: string[] = [];
    for await (const { record } of clinic.records(consentId)) digests.push(digestOfCanonical(record));
    return digests.sort();
  } finally {
    await person.close();
  }
}
