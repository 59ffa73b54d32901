import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { urlOf } from '../../apps/network-node/network/member.ts';
import { dataUser, type Granted, grant, signInAndLink } from '../support/grant.ts';
import { activeKids, rotateAll } from '../support/signing-keys.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';

/** Every key of every role changes while people and organisations go on as if nothing were. */
const settings = { KEY_OVERLAP_SECONDS: '1', LOG_LEVEL: 'info' };
const everyone = ['registry', 'saathi', 'bank', 'lender', 'rival'];
const lives = 2;

let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let principal: string;
let ticking: NodeJS.Timeout;

beforeAll(async () => {
  net = await startTestNetwork(Object.fromEntries(everyone.map((name) => [name, settings])));
  ticking = setInterval(() => net.clock.advance(0.25), 250);
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  principal = (await person.me()).principal;
});
afterAll(async () => {
  clearInterval(ticking);
  await person?.close();
  await lender?.close();
  await net?.stop();
});

const allActive = async (wanted: string[]) => {
  await vi.waitFor(async () => expect((await activeKids(net.network)).toSorted()).toEqual(wanted.toSorted()), {
    timeout: 60_000,
    interval: 250,
  });
};

async function fetchAll(consentId: string): Promise<number> {
  const { id } = await lender.fetch({ consentId });
  const { sessions } = await lender.fetched(id, 30);
  expect(sessions.map(({ state }) => state)).toEqual(['COMPLETED']);
  let records = 0;
  for await (const _record of lender.records(consentId)) records += 1;
  return records;
}

/** Asks, approves and fetches, again and again. */
class Life {
  journeys = 0;
  failure: unknown;
  private stopped = false;
  private readonly ended = this.go().catch((error: unknown) => {
    this.failure = error;
  });

  private async go(): Promise<void> {
    while (!this.stopped) {
      const { consentId, id } = await grant(net, person, lender, principal);
      expect(await fetchAll(consentId)).toBeGreaterThan(0);
      await person.revoke(id);
      await vi.waitFor(async () => expect((await lender.consent(consentId)).state).toBe('REVOKED'), 10_000);
      this.journeys += 1;
    }
  }

  stop(): Promise<void> {
    this.stopped = true;
    return this.ended;
  }
}

describe('while all keys of all roles rotate', () => {
  let first: string[];
  let before: Granted;

  it('every request, approval, fetch and withdrawal under way comes to its good end', async () => {
    first = await activeKids(net.network);
    expect(first).toHaveLength(10);
    before = await grant(net, person, lender, principal);
    const all = Array.from({ length: lives }, () => new Life());
    for (const _round of [1, 2]) await allActive(await rotateAll(net.network));
    await Promise.all(all.map((life) => life.stop()));
    expect(all.map(({ failure }) => failure)).toEqual(all.map(() => undefined));
    for (const { journeys } of all) expect(journeys).toBeGreaterThan(1);
    const now = await activeKids(net.network);
    expect(now.filter((kid) => first.includes(kid))).toEqual([]);
  }, 180_000);

  it('nothing of what was sent meanwhile was refused or put off', async () => {
    const database = new Client({ connectionString: net.network.databaseUrl });
    await database.connect();
    for (const name of ['saathi', 'bank', 'lender']) {
      const { rows } = await database.query(
        `SELECT type, last_error FROM ${name}.outbox_events WHERE last_error IS NOT NULL OR dead_at IS NOT NULL`,
      );
      expect(rows).toEqual([]);
    }
    await database.end();
  });

  it('what was signed before holds', async () => {
    expect(await fetchAll(before.consentId)).toBeGreaterThan(0);
  });

  it('the old keys retire once their last words have arrived', async () => {
    net.clock.advance(425);
    const retired = async () => {
      const answer = await fetch(`${urlOf(net.network, 'registry')}/participants`);
      const { participants } = (await answer.json()) as {
        participants: { keys: { kid: string; retiredAt?: string }[] }[];
      };
      return participants.flatMap(({ keys }) => keys.filter(({ retiredAt }) => retiredAt !== undefined));
    };
    await vi.waitFor(async () => expect(await retired()).toHaveLength(2 * first.length), {
      timeout: 30_000,
      interval: 250,
    });
    expect((await retired()).map(({ kid }) => kid)).toEqual(expect.arrayContaining(first));
    expect(await fetchAll(before.consentId)).toBeGreaterThan(0);
    expect(await fetchAll((await grant(net, person, lender, principal)).consentId)).toBeGreaterThan(0);
  }, 60_000);
});
