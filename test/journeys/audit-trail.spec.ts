import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NumberedTrailEntry, type ParticipantRole, type TrailAct, toInstant, trailActs } from '#domain';
import { findFreePort } from '#platform';
import type { DataUserClient, ReceivedRecord } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { getMember, settingsOf, urlOf } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { runCommand, runJson } from '../support/run-command.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';

/** The life of a consent, and what each role's audit trail says of it afterwards. */
const often = { TRAIL_CHECKPOINT_SECONDS: '1', TRAIL_WITNESS_SECONDS: '1' };
const members = ['registry', 'saathi', 'bank', 'lender'] as const;
type Member = (typeof members)[number];

const roles: Record<Member, ParticipantRole> = {
  registry: 'trust-registry',
  saathi: 'consent-manager',
  bank: 'data-provider',
  lender: 'data-user',
};

let net: TestNetwork;
let database: Client;
let person: PersonClient;
let lender: DataUserClient;
const records: ReceivedRecord[] = [];

beforeAll(async () => {
  // Commands run in processes with a clock of their own: what is signed here must not lie ahead of it.
  const now = toInstant(Math.floor(Date.now() / 1000) * 1000 - 60_000);
  net = await startTestNetwork(Object.fromEntries([...members, 'rival'].map((name) => [name, often])), now);
  database = new Client({ connectionString: net.network.databaseUrl });
  await database.connect();
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  await live();
  for (const member of members) await signedAll(member);
}, 120_000);
afterAll(async () => {
  await person?.close();
  await lender?.close();
  await database?.end();
  await net?.stop();
});

async function live(): Promise<void> {
  const { principal } = await person.me();
  const { consentId, id } = await grant(net, person, lender, principal);
  await lender.fetched((await lender.fetch({ consentId })).id, 30);
  for await (const record of lender.records(consentId)) records.push(record);
  await person.pause(id);
  expect(await until(async () => (await lender.consent(consentId)).state, 'PAUSED')).toBe('PAUSED');
  await lender.fetched((await lender.fetch({ consentId, ownCheck: false })).id, 30).catch(() => undefined);
  await person.resume(id);
  expect(await until(async () => (await lender.consent(consentId)).state, 'ACTIVE')).toBe('ACTIVE');
  await person.revoke(id);
  expect(await until(async () => (await lender.consent(consentId)).state, 'REVOKED')).toBe('REVOKED');
  await lender.erase(consentId);
  expect(await until(async () => (await actsOf('saathi')).includes('data.erased'), true)).toBe(true);
}

async function ask<T>(member: Member, text: string): Promise<T[]> {
  await database.query(`SET search_path = ${member}`);
  return (await database.query(text)).rows as T[];
}
const entriesOf = async (member: Member) =>
  (await ask<{ entry: string }>(member, 'SELECT entry FROM trail_entries ORDER BY index')).map(({ entry }) => entry);
const actsOf = async (member: Member) =>
  (await entriesOf(member)).map((entry) => (JSON.parse(entry) as NumberedTrailEntry).act);
const unsigned = async (member: Member) => {
  const [row] = await ask<{ left: number }>(
    member,
    `SELECT (SELECT count(*) FROM trail_pending)::int + (SELECT count(*) FROM trail_entries)::int
       - coalesce((SELECT max(size) FROM trail_checkpoints), 0)::int AS left`,
  );
  return row?.left;
};

/** Time stands still here, and checkpoints are a second apart: it moves until the last entry is under one. */
async function signedAll(member: Member): Promise<void> {
  for (let tries = 0; tries < 15 && (await unsigned(member)) !== 0; tries++) {
    net.clock.advance(2);
    await sleep(600);
  }
  expect(await unsigned(member)).toBe(0);
}

describe('the trail of', () => {
  it.each([
    [
      'saathi',
      ['account-link.confirmed', 'consent-request.received', 'consent-request.approved', 'consent-artefact.issued'],
      ['data-request.authorised', 'data-request.refused', 'data.sent', 'data.received', 'data.erased'],
    ],
    [
      'bank',
      ['account-link.confirmed', 'consent-artefact.kept'],
      ['data-session.opened', 'data.released', 'data-session.ended'],
    ],
    [
      'lender',
      ['consent-request.asked', 'consent-artefact.kept', 'data-request.asked'],
      ['data.received', 'data.read', 'data.erased'],
    ],
    ['registry', ['participant.listed'], []],
  ] as const)('%s says what it did', async (member, acts, more) => {
    const told = await actsOf(member);
    expect([...acts, ...more].filter((act) => !told.includes(act))).toEqual([]);
    const consents = ['consent-artefact.paused', 'consent-artefact.resumed', 'consent-artefact.revoked'];
    if (member !== 'registry') expect(consents.filter((act) => !told.includes(act as TrailAct))).toEqual([]);
    const others = told.filter((act) => !(trailActs[act] as readonly string[]).includes(roles[member]));
    expect(others).toEqual([]);
  });

  it('every role holds ids, pseudonyms, digests and codes, and no value, name or contact', async () => {
    const { principal } = await person.me();
    const isTelling = (value: unknown): value is string =>
      typeof value === 'string' && value.length > 4 && !/^\d{4}-\d\d-\d\d/.test(value);
    const values = records.flatMap(({ record }) => Object.values(record).filter(isTelling));
    expect(new Set(values).size).toBeGreaterThan(10);
    const names = net.network.members.map(({ title }) => title);
    const secrets = new Set([...values, ...names, asha.value, principal, principal.split('@')[0] ?? '', 'Please.']);
    const known = [
      'about',
      'act',
      'at',
      'counterpart',
      'digest',
      'ground',
      'id',
      'outcome',
      'principal',
      'records',
      'request',
      'session',
    ];
    for (const member of members) {
      for (const entry of await entriesOf(member)) {
        expect([...secrets].filter((secret) => entry.includes(secret))).toEqual([]);
        expect(Object.keys(JSON.parse(entry)).filter((name) => !known.includes(name))).toEqual([]);
      }
    }
  });
});

describe('the witnesses', () => {
  const kept = async (witness: Member, whose: Member) => {
    const query = `issuer=${encodeURIComponent(getMember(net.network, whose).id)}&role=${roles[whose]}`;
    const answer = await fetch(`${urlOf(net.network, witness)}/audit-trail/witnessed?${query}`);
    return ((await answer.json()) as { checkpoints: { agrees: boolean }[] }).checkpoints;
  };

  it.each([
    ['saathi', 'bank'],
    ['saathi', 'lender'],
    ['bank', 'saathi'],
    ['bank', 'lender'],
    ['lender', 'saathi'],
    ['lender', 'bank'],
    ['registry', 'saathi'],
    ['registry', 'bank'],
    ['registry', 'lender'],
    ['saathi', 'registry'],
    ['bank', 'registry'],
    ['lender', 'registry'],
  ] as const)('%s keeps checkpoints of %s', async (witness, whose) => {
    expect(await until(async () => (await kept(witness, whose)).length > 0, true)).toBe(true);
    expect((await kept(witness, whose)).every(({ agrees }) => agrees)).toBe(true);
  });
});

describe('assent verify', { timeout: 60_000 }, () => {
  const settings = () => {
    const own = members.flatMap((name) =>
      Object.entries(settingsOf(net.network, getMember(net.network, name))).map(([key, value]) => [
        `${name.toUpperCase()}__${key}`,
        value,
      ]),
    );
    const ROLES = members.map((name) => `${getMember(net.network, name).role}@${name}`).join(',');
    return { ROLES, ...Object.fromEntries(own) };
  };
  const verify = (...args: string[]) => runJson(net.network.folder, ['verify', ...args], settings());

  it('checkpoint: believes a genuine one by files alone, and no other', async () => {
    const files = {
      checkpoint: join(net.network.folder, 'checkpoint.jwt'),
      list: join(net.network.folder, 'list.jwt'),
    };
    const roots = settingsOf(net.network, getMember(net.network, 'bank'))['TRUST_ROOTS_FILE'] ?? '';
    const token = await (await fetch(`${urlOf(net.network, 'bank')}/audit-trail/checkpoint`)).text();
    await writeFile(files.list, await (await fetch(`${urlOf(net.network, 'registry')}/trust-list`)).text());
    await writeFile(files.checkpoint, token);
    const args = ['checkpoint', files.checkpoint, '--trust-list', files.list, '--roots', roots];
    expect((await verify(...args)).answer).toMatchObject({ ok: true, checkpoint: { role: 'data-provider' } });
    const [head, , signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, size: 1 })).toString('base64url');
    await writeFile(files.checkpoint, `${head}.${forged}.${signature}`);
    expect(await verify(...args)).toMatchObject({ code: 1, answer: { ok: false, code: 'signature-invalid' } });
  });

  it('trail: vouches for none that no witness was asked about, though nothing is wrong with it', async () => {
    const nowhere = {
      BANK__TRUST_LIST_URL: `http://127.0.0.1:${await findFreePort()}/trust-list`,
      BANK__TRUST_LIST_CACHE_FILE: join(net.network.folder, 'no-list.jwt'),
    };
    const args = ['verify', 'trail', '--role', 'bank'];
    const { code, answer } = await runJson(net.network.folder, args, { ...settings(), ...nowhere });
    expect({ code, ...answer }).toMatchObject({ code: 3, ok: false, outcome: 'unwitnessed', witnesses: { asked: 0 } });
    const { stdout } = await runCommand(net.network.folder, args, '', { ...settings(), ...nowhere });
    expect(stdout).toContain('there is nobody to ask');
    expect(stdout).not.toContain('genuine');
  });

  it('trail: accepts what nobody touched, and names the first wrong entry of what somebody did', async () => {
    const genuine = await verify('trail');
    const roles = members.map((name) => ({ name, ok: true, outcome: 'genuine' }));
    expect(genuine).toMatchObject({ code: 0, answer: { ok: true, outcome: 'genuine', roles } });
    expect(genuine.answer['witnesses'].answered).toBeGreaterThan(6);
    await ask('bank', `UPDATE trail_entries SET entry = replace(entry, 'done', 'dune') WHERE index = 1`);
    const { code, answer } = await verify('trail', '--role', 'bank');
    expect({ code, ...answer }).toMatchObject({
      ...{ code: 1, ok: false, outcome: 'tampered' },
      firstWrong: { index: 1 },
    });
    const { stdout } = await runCommand(net.network.folder, ['verify', 'trail', '--role', 'bank'], '', settings());
    expect(stdout).toContain('the first wrong one is entry 1');
  });
});
