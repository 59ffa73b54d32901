import { Pool } from 'undici';
import type { LoadTargets } from './load-messages.ts';
import { type SideLoad, sessionsHeld } from './side-load.ts';
import { notice, type Size, termsFor } from './terms.ts';

type Answer = Readonly<Record<string, string>>;

const secretOf = (worker: number) => `${worker}`.padStart(43, 'S');
const principalOf = (worker: number) => `person-${worker}@manager.example`;

/** The same acts at the floor's processes. */
export class FloorLoad implements SideLoad {
  private readonly gateway: Pool;
  private readonly manager: Pool;
  private readonly consents = new Map<string, string>();
  private readonly revocable: { consentId: string; held: string[]; worker: number }[] = [];
  private people = 1;

  constructor({ gateway, manager }: NonNullable<LoadTargets['floor']>) {
    this.gateway = new Pool(gateway, { connections: 16, headersTimeout: 60_000 });
    this.manager = new Pool(manager, { connections: 16 });
  }

  async begin(people: number): Promise<void> {
    this.people = people;
    for (let worker = 0; worker < people; worker += 1) {
      await call(this.manager, '/people', { principal: principalOf(worker), secret: secretOf(worker) });
    }
  }

  async issue(worker: number, size: Size = 'small'): Promise<string> {
    const person = worker % this.people;
    const ask = { principal: principalOf(person), terms: termsFor(size), notice, mayBeNarrowed: false };
    const asked = await call(this.gateway, '/consent-requests', ask);
    await call(this.manager, `/approve/${asked['handle']}`, {}, secretOf(person));
    const heard = await call(this.gateway, `/heard/${asked['handle']}`, {});
    return heard['consentId'] ?? '';
  }

  async prepareFetch(size: Size, workers: number): Promise<void> {
    for (let worker = 0; worker < workers; worker += 1) {
      this.consents.set(`${worker} ${size}`, await this.issue(worker, size));
    }
  }

  async fetch(worker: number, size: Size): Promise<void> {
    const fetched = await call(this.gateway, '/data-requests', { consentId: this.consents.get(`${worker} ${size}`) });
    if (fetched['state'] !== 'COMPLETED') throw new Error(`a fetch of the floor ended ${JSON.stringify(fetched)}`);
  }

  async prepareRevocation(worker: number): Promise<void> {
    const consentId = await this.issue(worker);
    const held: string[] = [];
    for (let n = 0; n < sessionsHeld; n += 1) {
      held.push((await call(this.gateway, '/data-requests', { consentId, later: true }))['sessionId'] ?? '');
    }
    this.revocable.push({ consentId, held, worker: worker % this.people });
  }

  async revoke(): Promise<void> {
    const next = this.revocable.shift();
    if (next === undefined) throw new Error('nothing is prepared to be revoked');
    await call(this.manager, `/revoke/${next.consentId}`, {}, secretOf(next.worker));
    for (const held of next.held) {
      const tried = await call(this.gateway, `/fetch/${held}`, {});
      if (tried['state'] === 'REFUSED') return;
    }
    throw new Error('the floor fetched under a revoked consent again and again');
  }
}

async function call(pool: Pool, path: string, body: object, secret?: string): Promise<Answer> {
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path,
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
    },
  });
  const text = await answer.text();
  if (statusCode >= 400) throw new Error(`the floor answers ${path} with ${statusCode}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}
