import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '#domain';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { getMember, settingsOf } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { type Answer, runCommand, runJson } from '../support/run-command.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';

/** `assent events` and `assent deliveries` beside a network that runs, told by the settings of its roles. */
let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let books: Client;
let ticking: NodeJS.Timeout;
let consentId: string;

beforeAll(async () => {
  // The commands go by the real time, and so does the network.
  // No trail, and so no news to its witnesses among the events that are looked at.
  net = await startTestNetwork({ saathi: { AUDIT_TRAIL: 'off' } }, toInstant(Date.now()));
  ticking = setInterval(() => net.clock.set(toInstant(Date.now())), 100);
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  ({ consentId } = await grant(net, person, lender, (await person.me()).principal));
  books = new Client({ connectionString: net.network.databaseUrl });
  await books.connect();
});
afterAll(async () => {
  clearInterval(ticking);
  await books?.end();
  await person?.close();
  await lender?.close();
  await net?.stop();
});

const home = () => join(net.network.folder, 'home');
/** Two roles in one process, as `assent start` takes them. */
const settings = () => {
  const members = ['saathi', 'lender'].map((name) => getMember(net.network, name));
  const own = members.flatMap((member) =>
    Object.entries(settingsOf(net.network, member)).map(([key, value]) => [
      `${member.name.toUpperCase()}__${key}`,
      value,
    ]),
  );
  return { ROLES: members.map(({ role, name }) => `${role}@${name}`).join(','), ...Object.fromEntries(own) };
};
const assent = async (...args: string[]): Promise<Answer> => (await runJson(home(), args, settings())).answer;
const saathi = ['--role', 'saathi'];
const toLender = 'https://lender.example';
const undelivered = async () => (await assent('events', ...saathi))['events'] as Answer[];
/** The receiver's own answer to the news of the consent, as if it had come to this. */
const issued = async (change: string): Promise<string> => {
  const { rows } = await books.query(
    `UPDATE saathi.outbox_events SET acknowledged_at = NULL, taken_by = NULL, ${change}
     WHERE type = 'consent-artefact.issued' AND receiver = $1 RETURNING id`,
    [toLender],
  );
  return rows[0].id;
};

describe('assent events', { timeout: 90_000 }, () => {
  let id: string;

  it('says first how things stand with each counterpart', async () => {
    expect(await assent('events')).toMatchObject({ ok: false, code: 'usage' });
    expect(await assent('events', '--role', 'nobody')).toMatchObject({ ok: false, code: 'not-found' });
    const { role, receivers, events } = await assent('events', ...saathi);
    expect([role, events]).toEqual(['saathi', []]);
    expect(receivers).toMatchObject(
      ['https://bank.example', toLender].map((receiver) => ({
        ...{ receiver, waiting: 0, dead: 0, lastFailure: null, lastSuccessAt: expect.any(String) },
      })),
    );
  });

  it('lists what is dead, and why in words', async () => {
    id = await issued("attempts = 300, dead_at = now(), last_error = '400 invalid_key key-not-listed'");
    const { events, receivers } = await assent('events', ...saathi, '--dead', '--receiver', toLender);
    expect(receivers).toMatchObject([{ receiver: toLender, dead: 1 }]);
    expect(events).toMatchObject([
      {
        ...{ id, receiver: toLender, type: 'consent-artefact.issued', version: 1, attempts: 300, standing: 'dead' },
        ...{
          reason: expect.stringContaining('it does not know the key'),
          lastFailure: '400 invalid_key key-not-listed',
        },
      },
    ]);
    expect((await assent('events', ...saathi, '--type', 'consent-artefact.revoked'))['events']).toEqual([]);
    expect((await assent('events', ...saathi, '--after', id))['events']).toEqual([]);
    const { stdout } = await runCommand(home(), ['events', ...saathi], '', settings());
    expect(stdout).toMatch(/Counterparts of saathi[\s\S]*https:\/\/lender\.example[\s\S]*dead[\s\S]*not know the key/);
  });

  it('shows one with what it says, and none of its signatures', async () => {
    const { event } = await assent('events', 'show', id.slice(-8), ...saathi);
    expect(event).toMatchObject({ id, claims: { aud: toLender, jti: id } });
    const { rows } = await books.query('SELECT token FROM saathi.outbox_events WHERE id = $1', [id]);
    const [, payload, signature] = rows[0].token.split('.');
    const { events } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const { artefact } = events['urn:assent:event:consent-artefact.issued'];
    for (const secret of [signature, artefact.split('.')[2]]) expect(JSON.stringify(event)).not.toContain(secret);
  });

  it('is what the doctor sends to, for the dead and for those that wait long', async () => {
    const findings = async () => {
      const { roles } = await assent('doctor');
      return roles[0].findings.filter(({ code }: Answer) => /^events/.test(code));
    };
    expect(await findings()).toMatchObject([
      { code: 'events-dead', level: 'problem', mend: expect.stringContaining('assent events replay --role saathi') },
    ]);
    // Nobody tries it meanwhile.
    const later = "next_attempt_at = now() + interval '1 hour', created_at = created_at - interval '2 hours'";
    await issued(`dead_at = NULL, ${later}`);
    expect(await findings()).toMatchObject([{ code: 'events-wait', level: 'warning' }]);
    await issued("dead_at = now(), created_at = created_at + interval '2 hours'");
  });

  it('has the dead told anew: they arrive, and what was known is not applied twice', async () => {
    expect(await assent('events', 'replay')).toMatchObject({ ok: false, code: 'usage' });
    expect(await assent('events', 'replay', id, '--all')).toMatchObject({ ok: false, code: 'usage' });
    expect(await assent('events', 'replay', '--dead', ...saathi)).toMatchObject({ ok: true, replayed: 1 });
    expect(await until(async () => (await undelivered()).length, 0)).toBe(0);
    expect((await lender.consent(consentId)).state).toBe('ACTIVE');
  });

  it('has one told anew that had arrived, and nothing where one is not known', async () => {
    const stranger = `${id.slice(0, -4)}0000`;
    expect(await assent('events', 'replay', id, stranger, ...saathi)).toMatchObject({ code: 'not-found' });
    expect(await assent('events', 'replay', id, ...saathi)).toMatchObject({ replayed: 1, underWay: [] });
    expect(await until(async () => (await undelivered()).length, 0)).toBe(0);
    const { event } = await assent('events', 'show', id, ...saathi);
    const outcomes = event['log'].map(({ outcome }: Answer) => outcome);
    expect(outcomes).toEqual(['replayed', 'replayed', 'delivered']);
  });
});

it('assent deliveries is the log of each counterpart, page by page', async () => {
  const ofLender = [...saathi, '--receiver', toLender];
  const { deliveries, next } = await assent('deliveries', ...ofLender);
  expect(next).toBeUndefined();
  expect(deliveries.map(({ outcome }: Answer) => outcome)).toEqual(['delivered', 'replayed', 'replayed']);
  const first = await assent('deliveries', ...ofLender, '--limit', '1');
  const second = await assent('deliveries', ...ofLender, '--limit', '2', '--before', first['next']);
  expect([...first['deliveries'], ...second['deliveries']]).toEqual(deliveries);
  expect(await assent('deliveries', ...saathi, '--before', 'yesterday')).toMatchObject({ ok: false, code: 'usage' });
  const all = (await assent('deliveries', ...saathi))['deliveries'] as Answer[];
  expect(new Set(all.map(({ receiver }) => receiver))).toEqual(new Set(['https://bank.example', toLender]));
}, 60_000);
