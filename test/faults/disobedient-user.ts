import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import { toInstant } from '#domain';
import { KeyRing } from '#platform';
import { createCallToken, createDpopProof, nodeCryptography, type PrivateJwk, type Signer } from '#protocol';
import { getMember, keysFolderOf, urlOf } from '../../apps/network-node/network/member.ts';
import { roles } from './fault.ts';
import type { FaultNetwork } from './fault-network.ts';

const pauseMs = 60;
const patienceMs = 3000;

/**
 * A process of the data user that obeys nobody. It has the data user's keys, and the access token of each session that
 * was opened, and asks for them again and again, whatever it hears: for where the session stands, for its first part, and
 * for the token's renewal. What it is given the wires see.
 */
export class DisobedientUser {
  private isOver = false;
  private readonly pools: Record<'bank' | 'saathi', Pool>;
  private readonly ended: Promise<void>;
  /** Calls that were answered, with whatever. */
  answered = 0;

  private constructor(
    private readonly at: FaultNetwork,
    private readonly keys: KeyRing,
    private readonly dpop: Signer,
  ) {
    const open = (name: string) => new Pool(urlOf(at.network, name), { connections: 1 });
    this.pools = { bank: open(roles.provider), saathi: open(roles.manager) };
    this.ended = this.goOn();
  }

  static async begin(at: FaultNetwork): Promise<DisobedientUser> {
    const folder = keysFolderOf(at.network, roles.user);
    const key = await readFile(join(folder, 'dpop.jwk.json'), 'utf8');
    const dpop = await nodeCryptography.createSigner(JSON.parse(key) as PrivateJwk);
    return new DisobedientUser(at, await KeyRing.open({ folder, uses: ['message'] }), dpop);
  }

  /** Once, on every token there is. */
  async askForAll(): Promise<void> {
    for (const { sessionId, token } of this.at.wires.get(roles.provider)?.tokens.values() ?? []) {
      for (const ask of this.asks(sessionId, token)) await ask().catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(Object.values(this.pools).map((pool) => pool.destroy()));
    await this.ended;
  }

  private async goOn(): Promise<void> {
    while (!this.isOver) {
      await sleep(pauseMs);
      await this.askForAll();
    }
  }

  private asks(sessionId: string, token: string): (() => Promise<void>)[] {
    const path = `/data-sessions/${sessionId}`;
    return [
      () => this.fetch(`${path}/parts/0`, token),
      () => this.fetch(path, token),
      () => this.renew(`${path}/token`),
    ];
  }

  private async fetch(path: string, accessToken: string): Promise<void> {
    const url = `${urlOf(this.at.network, roles.provider)}${path}`;
    const proof = { signer: this.dpop, method: 'GET', url, accessToken, now: toInstant(Date.now()) };
    const headers = { authorization: `DPoP ${accessToken}`, dpop: await createDpopProof(proof) };
    await this.call('bank', { method: 'GET', path, headers });
  }

  private async renew(path: string): Promise<void> {
    const token = await createCallToken({
      ...{ signer: this.keys.signer('message'), issuer: getMember(this.at.network, roles.user).id, method: 'POST' },
      ...{ audience: getMember(this.at.network, roles.manager).id, now: toInstant(Date.now()) },
      url: `${urlOf(this.at.network, roles.manager)}${path}`,
    });
    await this.call('saathi', { method: 'POST', path, headers: { authorization: `Bearer ${token}` } });
  }

  private async call(whom: 'bank' | 'saathi', call: Dispatcher.RequestOptions): Promise<void> {
    const answer = await this.pools[whom].request({ ...call, signal: AbortSignal.timeout(patienceMs) });
    await answer.body.dump();
    this.answered += 1;
  }
}
