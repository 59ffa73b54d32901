import { v7 as uuidv7 } from 'uuid';
import type { ConsentTerms, KeyUse } from '#domain';
import type { Clock } from '#platform';
import {
  type ConsentRequestFields,
  consentRequestMessage,
  createCallToken,
  createEvent,
  createMessage,
  type DataRequestFields,
  type DeletionReceiptFields,
  dataRequestMessage,
  deletionReceiptMessage,
  type EventState,
  type EventTypeName,
  type Participant,
  type Signer,
} from '#protocol';
import { type Answer, answerOf } from './person-under-test.ts';

/** Options of a signed message that a test changes. */
export interface Changed {
  readonly requestId?: string;
  readonly jti?: string;
}

/** A data provider or data user, played by a test with real keys. */
export class Member {
  constructor(
    readonly participant: Participant,
    readonly signers: Readonly<Record<KeyUse, Signer>>,
    private readonly managerId: string,
    private readonly managerUrl: string,
    private readonly clock: Clock,
  ) {}

  get id(): string {
    return this.participant.id;
  }

  async ask(fields: Partial<ConsentRequestFields> & { principal: string }, changed: Changed = {}): Promise<Answer> {
    const whole: ConsentRequestFields = {
      terms: sampleTerms(this.clock.now()) as ConsentRequestFields['terms'],
      notice: { language: 'en', text: 'We look at your account to decide on your loan.' },
      mayBeNarrowed: true,
      ...fields,
    };
    return this.post(
      '/consent-requests',
      await createMessage(consentRequestMessage, whole, this.options('message', changed)),
    );
  }

  async askForData(fields: DataRequestFields, changed: Changed = {}): Promise<Answer> {
    const message = await createMessage(dataRequestMessage, fields, this.options('message', changed));
    return this.post('/data-requests', message);
  }

  async tell<T extends EventTypeName>(type: T, state: EventState<T>): Promise<Answer> {
    const { signer, issuer, audience, now } = this.options('statement');
    return this.post('/events', await createEvent({ signer, issuer, audience, type, state, now }));
  }

  async receipt(fields: DeletionReceiptFields): Promise<string> {
    return createMessage(deletionReceiptMessage, fields, this.options('statement'));
  }

  /** A call that carries a `call+jwt`. */
  async call(method: 'GET' | 'POST', path: string): Promise<Answer> {
    const { signer, issuer, audience, now } = this.options('message');
    const url = `${this.managerUrl}${path}`;
    const token = await createCallToken({ signer, issuer, audience, method, url, now });
    return answerOf(await fetch(url, { method, headers: { authorization: `Bearer ${token}` } }));
  }

  async post(path: string, body: string): Promise<Answer> {
    const headers = { 'content-type': 'application/jwt' };
    return answerOf(await fetch(`${this.managerUrl}${path}`, { method: 'POST', headers, body }));
  }

  private options(use: KeyUse, changed: Changed = {}) {
    const { managerId: audience, clock } = this;
    return { signer: this.signers[use], issuer: this.id, audience, now: clock.now(), ...changed };
  }
}

/** A year of bank transactions, once, for a loan. */
export function sampleTerms(now: string, changed: Partial<ConsentTerms> = {}): ConsentTerms {
  const day = now.slice(0, 10);
  const year = Number(now.slice(0, 4));
  return {
    purpose: { code: 'credit-assessment', text: 'Your loan application' },
    dataTypes: [{ type: 'bank.transaction' }],
    dataRange: { from: `${year - 1}-01-01T00:00:00.000Z`, to: `${year}-01-01T00:00:00.000Z` },
    consentMode: 'STORE',
    fetchType: 'ONETIME',
    consentPeriod: { start: `${day}T00:00:00.000Z`, expiry: `${year + 1}-01-01T00:00:00.000Z` },
    dataLife: 'P30D',
    dataFilter: [],
    eraseOnRevocation: true,
    ...changed,
  };
}

export function jktOf(member: Member): string {
  return member.signers['access-token'].kid;
}

export { uuidv7 };
