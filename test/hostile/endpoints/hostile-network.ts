import { readFileSync } from 'node:fs';
import type { KeyUse } from '#domain';
import { createCallToken, createDpopProof } from '#protocol';
import type { PersonClient } from '../../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, getMember, listedAs, urlOf } from '../../../apps/network-node/network/member.ts';
import { dataUser, type Granted, grant, signInAndLink } from '../../support/grant.ts';
import { Impostor } from '../../support/impostor.ts';
import { asha, startTestNetwork, type TestNetwork } from '../../support/test-network.ts';
import { allOf, WireDataUser } from '../../support/wire-data-user.ts';
import { type Operation, readOperations } from './operations.ts';

const members = ['registry', 'saathi', 'bank', 'lender'] as const;

/** What a call may carry to show who makes it. */
export type Credentials = 'none' | 'good' | 'page' | 'another site' | 'made up' | 'of another';

/** Whether what a call carries lets it in. A cookie that comes along from another site reads, and changes nothing. */
export const isGood = (credentials: Credentials, { method }: Pick<Operation, 'method'>): boolean =>
  credentials === 'good' || credentials === 'page' || (credentials === 'another site' && method === 'GET');

/** A network with something in each role, and everyone's keys. */
export class HostileNetwork {
  private constructor(
    readonly net: TestNetwork,
    readonly operations: readonly Operation[],
    readonly person: PersonClient,
    readonly granted: Granted,
    /** Ids that lead somewhere. */
    readonly ids: readonly string[],
    private readonly impostors: ReadonlyMap<string, Impostor>,
    private readonly session: { readonly user: WireDataUser; readonly accessToken: string },
    /** An operator's cookie at each member. */
    private readonly operators: ReadonlyMap<string, string>,
  ) {}

  static async start(): Promise<HostileNetwork> {
    const quick = { REQUEST_TIMEOUT_SECONDS: '3', DEMO_SIGN_IN: 'on' };
    const demo = { DEMO_SIGN_IN: 'on' };
    const net = await startTestNetwork({ bank: quick, registry: quick, saathi: demo, lender: demo });
    const person = await signInAndLink(net, asha);
    const gateway = dataUser(net);
    const { principal } = await person.me();
    const granted = await grant(net, person, gateway, principal);
    const user = await WireDataUser.create(net);
    const authorised = await user.authorised(allOf(granted.consentId, granted.terms));
    const { links } = await person.accounts();
    const asked = await gateway.fetch({ consentId: granted.consentId, fetch: 'later' });
    await gateway.close();
    const names = [...members, 'rival'] as const;
    const made = await Promise.all(
      names.slice(1).map(async (name) => [name, await Impostor.of(net.network, name)] as const),
    );
    const operations = await Promise.all(
      members.map(async (name) =>
        readOperations(name, await (await fetch(`${urlOf(net.network, name)}/openapi.json`)).json()),
      ),
    );
    const ids = [granted.consentId, granted.id, authorised.sessionId, asked.id, ...links.map(({ id }) => id)];
    const session = { user, accessToken: authorised.accessToken };
    const cookies = await Promise.all(
      members.map(async (name) => [name, await signInOperator(urlOf(net.network, name))] as const),
    );
    return new HostileNetwork(net, operations.flat(), person, granted, ids, new Map(made), session, new Map(cookies));
  }

  async stop(): Promise<void> {
    await this.person.close();
    await this.net.stop();
  }

  url(member: string): string {
    return urlOf(this.net.network, member);
  }

  idOf(member: string): string {
    return getMember(this.net.network, member).id;
  }

  /** Whoever may call this role and is not it. */
  counterpartOf(member: string): Impostor {
    const name = listedAs[getMember(this.net.network, member).role] === 'consent-manager' ? 'lender' : 'saathi';
    return this.impostors.get(name) as Impostor;
  }

  signer(member: string, use: KeyUse) {
    return this.impostors.get(member)?.signer(use);
  }

  /** The headers by which a call shows who makes it. */
  async show(
    credentials: Credentials,
    operation: Operation,
    path: string,
    body: string | undefined,
  ): Promise<Record<string, string>> {
    if (credentials === 'none' || operation.security === 'none') return {};
    const { member, method, security } = operation;
    const isByCookie = security === 'operator' || security === 'session';
    if (credentials === 'made up' || (credentials === 'another site' && !isByCookie))
      return { authorization: `Bearer ${'x'.repeat(40)}` };
    const other = credentials === 'of another';
    const site = { 'sec-fetch-site': credentials === 'another site' ? 'cross-site' : 'same-origin' };
    if (security === 'operator')
      return { ...site, cookie: this.operators.get(other ? otherMember(member) : member) ?? '' };
    if (security === 'session' && (credentials === 'page' || credentials === 'another site'))
      return { ...site, cookie: `assent-consent-manager-${new URL(this.url(member)).port}=${this.person.token}` };
    if (security === 'session') return { authorization: `Bearer ${other ? this.key('lender') : this.person.token}` };
    if (security === 'api-key') return { authorization: `Bearer ${this.key(other ? 'rival' : member)}` };
    const url = `${this.url(member)}${path}`;
    const now = this.net.clock.now();
    if (security === 'access-token') {
      const { user, accessToken } = this.session;
      const signer = other ? this.counterpartOf(member).signer('message') : user.dpop;
      return {
        authorization: `DPoP ${accessToken}`,
        dpop: await createDpopProof({ signer, method, url, accessToken, now }),
      };
    }
    const caller = this.counterpartOf(member);
    const token = await createCallToken({
      signer: other ? caller.signer('statement') : caller.signer('message'),
      issuer: caller.id,
      audience: this.idOf(member),
      method,
      url,
      now,
      ...(body === undefined ? {} : { body }),
    });
    return { authorization: `Bearer ${token}` };
  }

  private key(member: string): string {
    return readFileSync(apiKeyFileOf(this.net.network, member), 'utf8').trim();
  }
}

/** As anyone is in a demo. @returns the cookie of the session */
async function signInOperator(url: string): Promise<string> {
  const answer = await fetch(`${url}/operator/demo-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ may: 'admin' }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const otherMember = (member: string) => (member === 'saathi' ? 'bank' : 'saathi');
