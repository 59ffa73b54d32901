import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, getMember, type LocalNetwork, outboxOf, urlOf } from '../../apps/network-node/network/member.ts';
import { contactOf } from '../sides/record-files.ts';
import { type SideLoad, sessionsHeld } from './side-load.ts';
import { notice, type Size, termsFor } from './terms.ts';

/** Records of each size, by which a fetch is known to be whole. */
const recordsOf: Partial<Record<Size, number>> = { small: 10, large: 1000 };

interface SignedIn {
  readonly person: PersonClient;
  readonly principal: string;
}

/** Drives the product by the APIs that people and own systems have, over kept-alive connections. */
export class ProductLoad implements SideLoad {
  private readonly people: SignedIn[] = [];
  private readonly gateway: DataUserClient;
  private readonly consents = new Map<string, { readonly id: string; readonly consentId: string }>();
  private readonly revocable: { id: string; person: PersonClient; held: string[] }[] = [];

  constructor(private readonly network: LocalNetwork) {
    this.gateway = new DataUserClient(urlOf(network, 'gateway'), apiKeyFileOf(network, 'gateway'));
  }

  async begin(people: number): Promise<void> {
    for (let person = 0; person < people; person += 1) this.people.push(await this.signIn(person));
  }

  async issue(worker: number, size: Size = 'small'): Promise<{ id: string; consentId: string }> {
    const { person, principal } = this.personOf(worker);
    const consentManager = getMember(this.network, 'manager').id;
    const asked = await this.gateway.ask({
      ...{ consentManager, principal, terms: termsFor(size), notice, mayBeNarrowed: false },
    });
    const { id } = await person.approve(asked.handle ?? '');
    const { consentId } = await this.gateway.asked(asked.id, 30);
    if (consentId === undefined) throw new Error('the data user did not hear of the consent');
    return { id, consentId };
  }

  async prepareFetch(size: Size, workers: number): Promise<void> {
    for (let worker = 0; worker < workers; worker += 1) {
      this.consents.set(`${worker} ${size}`, await this.issue(worker, size));
    }
  }

  async fetch(worker: number, size: Size): Promise<void> {
    const { consentId } = this.consentOf(worker, size);
    let view = await this.gateway.fetch({ consentId }, { waitSeconds: 30 });
    while (view.refusal === undefined && !['COMPLETED', 'FAILED', 'EXPIRED', 'PARTIAL'].includes(view.state)) {
      view = await this.gateway.fetched(view.id, 30);
    }
    const records = view.sessions[0]?.records;
    const expected = recordsOf[size] ?? records;
    if (view.state === 'COMPLETED' && records === expected) return;
    throw new Error(`a fetch ended ${view.state} with ${records} records: ${JSON.stringify(view)}`);
  }

  /** Four events: two to each counterpart. */
  async pauseAndResume(worker: number): Promise<void> {
    const { person } = this.personOf(worker);
    const { id } = this.consentOf(worker, 'small');
    await person.pause(id);
    await person.resume(id);
  }

  async prepareRevocation(worker: number): Promise<void> {
    const { id, consentId } = await this.issue(worker);
    const held: string[] = [];
    for (let n = 0; n < sessionsHeld; n += 1) held.push((await this.gateway.fetch({ consentId, fetch: 'later' })).id);
    this.revocable.push({ id, person: this.personOf(worker).person, held });
  }

  async revoke(): Promise<void> {
    const next = this.revocable.shift();
    if (next === undefined) throw new Error('nothing is prepared to be revoked');
    await next.person.revoke(next.id);
    for (const held of next.held) {
      const view = await this.gateway.fetchHeld(held, false, 30);
      if (view.sessions[0]?.refusal?.code === 'consent-revoked') return;
    }
    throw new Error('a revoked consent was fetched under again and again');
  }

  private consentOf(worker: number, size: Size) {
    const consent = this.consents.get(`${worker} ${size}`);
    if (consent === undefined) throw new Error('no consent is prepared');
    return consent;
  }

  private personOf(worker: number): SignedIn {
    const signedIn = this.people[worker % this.people.length];
    if (signedIn === undefined) throw new Error('nobody is signed in');
    return signedIn;
  }

  private async signIn(index: number): Promise<SignedIn> {
    const value = contactOf(index);
    const expectCode = (sender: string) => {
      const mark = markOutbox(outboxOf(this.network, sender));
      return () => waitForCode(outboxOf(this.network, sender), value, mark);
    };
    const person = new PersonClient(urlOf(this.network, 'manager'));
    const { principal } = await person.signIn({ kind: 'email', value }, expectCode('manager'));
    await person.linkAccounts(getMember(this.network, 'provider').id, expectCode('provider'));
    return { person, principal };
  }
}
