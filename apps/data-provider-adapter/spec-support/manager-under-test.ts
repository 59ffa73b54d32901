import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type ConsentState, type ConsentTerms } from '#domain';
import {
  type AccountLinkConfirmAnswer,
  accountLinkConfirmMessage,
  accountLinkDiscoverMessage,
  type ConsentArtefactFields,
  consentArtefactMessage,
  createAccessToken,
  createCallToken,
  createEvent,
  createMessage,
  type DataSessionAuthorization,
  type EventTypeName,
  sha256Base64url,
} from '#protocol';
import { eventually, sampleIds } from '#testing';
import type { VerifiedIdentifier } from '../record-sources/record-source.ts';
import type { ProviderUnderTest } from './provider-under-test.ts';

export interface IssuedConsent {
  readonly artefactId: string;
  readonly token: string;
  readonly digest: string;
  readonly terms: ConsentTerms;
}

/** The consent manager's side, played by a test with real keys. */
export class Manager {
  readonly principal = sha256Base64url('Mara at the bank');

  constructor(private readonly world: ProviderUnderTest) {}

  get signers() {
    return this.world.network.members.manager.signers;
  }

  private get signing() {
    return { signer: this.signers.message, issuer: sampleIds.manager, audience: sampleIds.provider, now: this.now() };
  }

  now(): string {
    return this.world.clock.now();
  }

  post(path: string, body: string): Promise<Response> {
    const headers = { 'content-type': 'application/jwt' };
    return fetch(`${this.world.url}${path}`, { method: 'POST', headers, body });
  }

  async discover(identifiers: VerifiedIdentifier[], principal = this.principal): Promise<string> {
    const raw = await createMessage(accountLinkDiscoverMessage, { principal, identifiers }, this.signing);
    const answer = await this.post('/account-links/discover', raw);
    if (answer.status !== 202) throw new Error(await answer.text());
    return ((await answer.json()) as { linkRequestId: string }).linkRequestId;
  }

  async confirm(
    linkRequestId: string,
    code: string,
    requestId?: string,
    principal = this.principal,
  ): Promise<Response> {
    const options = { ...this.signing, ...(requestId === undefined ? {} : { requestId }) };
    const raw = await createMessage(accountLinkConfirmMessage, { linkRequestId, principal, code }, options);
    return this.post(`/account-links/${linkRequestId}/confirm`, raw);
  }

  /** @returns link ids, in the order of the account keys */
  async link(identifier: VerifiedIdentifier, principal = this.principal): Promise<string[]> {
    const before = (await this.letters()).length;
    const linkRequestId = await this.discover([identifier], principal);
    const [letter] = await eventually(async () => {
      const letters = (await this.letters()).slice(before);
      return letters.length > 0 ? letters : undefined;
    });
    const answer = await this.confirm(linkRequestId, codeIn(letter?.text ?? ''), undefined, principal);
    return ((await answer.json()) as AccountLinkConfirmAnswer).links.map(({ linkId }) => linkId);
  }

  async letters(): Promise<Array<{ to: VerifiedIdentifier; subject: string; text: string }>> {
    const folder = join(this.world.folder, 'outbox');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  }

  async unlink(linkId: string, as: 'manager' | 'user' = 'manager'): Promise<Response> {
    const url = `${this.world.url}/account-links/${linkId}`;
    const { signers } = this.world.network.members[as];
    const call = { issuer: sampleIds[as], audience: sampleIds.provider, method: 'DELETE', url, now: this.now() };
    const token = await createCallToken({ signer: signers.message, ...call });
    return fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  }

  async signArtefact(accounts: string[], more: Partial<ConsentTerms> = {}, id = uuidv7()): Promise<IssuedConsent> {
    const terms: ConsentTerms = {
      purpose: { code: 'credit-assessment', text: 'To decide on a loan' },
      dataTypes: [{ type: 'bank.transaction' }],
      dataRange: { from: '2026-01-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
      consentMode: 'STORE',
      fetchType: 'PERIODIC',
      frequency: { max: 1000, per: 'DAY' },
      consentPeriod: { start: addSeconds(this.now(), -3600), expiry: addSeconds(this.now(), 90 * 86_400) },
      dataLife: 'P30D',
      dataFilter: [],
      eraseOnRevocation: false,
      ...more,
    };
    const fields = {
      artefactId: id,
      for: 'data-provider',
      dataUser: sampleIds.user,
      principal: this.principal,
      terms,
      noticeDigest: sha256Base64url('notice'),
      noticeLanguage: 'en',
      approval: { method: 'one-time-code', approvedAt: this.now(), evidenceDigest: sha256Base64url('evidence') },
      dataProvider: sampleIds.provider,
      accounts,
    } as unknown as ConsentArtefactFields;
    const signing = { ...this.signing, signer: this.signers.statement };
    const token = await createMessage(consentArtefactMessage, fields, signing);
    return { artefactId: id, token, digest: sha256Base64url(token), terms };
  }

  /** The same words, signed so many seconds later. */
  async signAgain(consent: IssuedConsent, seconds: number): Promise<IssuedConsent> {
    const payload = JSON.parse(Buffer.from(consent.token.split('.')[1] ?? '', 'base64url').toString());
    const typ = consentArtefactMessage.typ;
    const token = await this.signers.statement.sign({ typ, payload: { ...payload, iat: payload.iat + seconds } });
    return { ...consent, token, digest: sha256Base64url(token) };
  }

  issuedEvent({ artefactId, token }: IssuedConsent, state: ConsentState = 'ACTIVE', version = 1): Promise<string> {
    return this.signEvent('consent-artefact.issued', { artefactId, state, version, artefact: token });
  }

  signEvent(type: EventTypeName, state: object): Promise<string> {
    return createEvent({ ...this.signing, signer: this.signers.statement, type, state });
  }

  async tell(event: string): Promise<number> {
    const headers = { 'content-type': 'application/secevent+jwt' };
    const answer = await fetch(`${this.world.url}/events`, { method: 'POST', headers, body: event });
    return answer.status;
  }

  async issue(accounts: string[], more: Partial<ConsentTerms> = {}): Promise<IssuedConsent> {
    const consent = await this.signArtefact(accounts, more);
    const status = await this.tell(await this.issuedEvent(consent));
    if (status !== 202) throw new Error(`the artefact was not taken: ${status}`);
    return consent;
  }

  async state(
    consent: IssuedConsent,
    became: 'paused' | 'resumed' | 'revoked' | 'expired',
    version = 2,
  ): Promise<number> {
    const states = { paused: 'PAUSED', resumed: 'ACTIVE', revoked: 'REVOKED', expired: 'EXPIRED' };
    const { artefactId } = consent;
    return this.tell(
      await this.signEvent(`consent-artefact.${became}`, { artefactId, state: states[became], version }),
    );
  }

  authorise(
    { artefactId, digest, terms }: IssuedConsent,
    jkt: string,
    more: Partial<DataSessionAuthorization> = {},
    options: { lifeSeconds?: number; audience?: string } = {},
  ): Promise<string> {
    const authorization: DataSessionAuthorization = {
      type: 'urn:assent:data-session',
      sessionId: uuidv7(),
      artefactId,
      artefactDigest: digest,
      dataRequestId: uuidv7(),
      requestedAt: this.now(),
      dataUser: sampleIds.user,
      dataTypes: terms.dataTypes,
      dataRange: terms.dataRange,
      ...more,
    };
    const signing = { ...this.signing, signer: this.signers['access-token'] };
    return createAccessToken({ ...signing, authorization, jkt, ...options });
  }
}

export function codeIn(text: string): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}
