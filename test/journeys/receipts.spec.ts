import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '#domain';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { getMember, settingsOf, urlOf } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { runCommand, runJson } from '../support/run-command.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';

/** She says yes, her data goes, and she keeps receipts that need nobody's word but the trust list's. */
let net: TestNetwork;
let person: PersonClient;
let lender: DataUserClient;
let records: object[];
const given = { consent: '', session: '' };
const files = { consent: '', release: '', list: '', roots: '', session: '' };

beforeAll(async () => {
  // Commands run in processes with a clock of their own: what is signed here must not lie ahead of it.
  const now = toInstant(Math.floor(Date.now() / 1000) * 1000 - 60_000);
  net = await startTestNetwork({ saathi: { TRAIL_CHECKPOINT_SECONDS: '1' } }, now);
  const place = (name: string) => join(net.network.folder, name);
  person = await signInAndLink(net, asha);
  lender = dataUser(net);
  const { principal } = await person.me();
  const { consentId, id } = await grant(net, person, lender, principal);
  await lender.fetched((await lender.fetch({ consentId })).id, 30);
  records = [];
  for await (const { record } of lender.records(consentId)) records.push(record);
  const both = async () => (await person.consent(id)).fetches?.[0];
  await until(async () => (await both())?.recordsReceived != null && (await both())?.recordsSent != null, true);
  Object.assign(given, { consent: id, session: (await both())?.sessionId });
  // A newer one, of which there is nothing to say.
  await lender.fetch({ consentId, fetch: 'later' });
  await sealed();
  Object.assign(files, {
    ...{ consent: place('consent.json'), release: place('release.json'), list: place('list.jwt') },
    roots: settingsOf(net.network, getMember(net.network, 'bank'))['TRUST_ROOTS_FILE'],
    session: place('session.json'),
  });
  await writeFile(files.list, await (await fetch(`${urlOf(net.network, 'registry')}/trust-list`)).text());
  await writeFile(files.session, JSON.stringify({ token: person.token, principal, expiresAt: net.clock.now() }));
}, 120_000);
afterAll(async () => {
  await person?.close();
  await lender?.close();
  await net?.stop();
});

/** Time stands still here, and checkpoints are a second apart: it moves until the last of it is under one. */
async function sealed(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    net.clock.advance(2);
    await sleep(500);
    const ready = await person.releaseReceipt(given.session).then(
      () => true,
      () => false,
    );
    if (ready) return;
  }
  throw new Error('nothing was signed');
}

/** With another character in the middle of its signature. */
const otherToken = (token: string) => `${token.slice(0, -20)}${token.at(-20) === 'x' ? 'y' : 'x'}${token.slice(-19)}`;

const home = () => net.network.folder;
const verify = (file: string, ...more: string[]) =>
  runJson(home(), ['verify', file, '--trust-list', files.list, ...more]);

describe('a person', { timeout: 60_000 }, () => {
  const keep = (...args: string[]) =>
    runJson(home(), ['receipt', ...args, '--manager', urlOf(net.network, 'saathi'), '--session', files.session]);

  it('keeps the receipt of her consent and of each release, and both verify with the trust list alone', async () => {
    expect((await keep(given.consent, '--out', files.consent)).answer).toMatchObject({ ok: true, kind: 'consent' });
    expect((await keep('--fetch', '--out', files.release)).answer).toMatchObject({ ok: true, session: given.session });
    for (const [kind, more] of [
      ['consent', []],
      ['release', ['--roots', files.roots]],
    ] as const) {
      const { code, answer } = await verify(files[kind], ...more);
      expect({ code, ...answer }).toMatchObject({
        ...{ code: 0, ok: true, outcome: 'genuine', unproven: [] },
        ...{ kind, issuer: 'https://saathi.example' },
      });
      expect(answer['checks'].filter(({ outcome }: { outcome: string }) => outcome !== 'holds')).toEqual([]);
      expect(answer['trustList']).toMatchObject({ operator: 'https://registry.example', pinned: kind === 'release' });
    }
  });

  it('keeps a page of each, too', async () => {
    for (const [args, words] of [
      [[given.consent], 'You said yes: Fairlend'],
      [['--fetch', given.session.slice(-6)], 'Both sides name the same list'],
    ] as const) {
      const page = join(home(), 'page.html');
      expect((await keep(...args, '--page', '--out', page)).answer).toMatchObject({ ok: true, file: page });
      expect(await readFile(page, 'utf8')).toContain(words);
    }
  });

  it('gets no value of a record with it: the manager has none', async () => {
    const text = (await readFile(files.consent, 'utf8')) + (await readFile(files.release, 'utf8'));
    // Dates and codes of closed lists tell nothing of her, and may stand in both.
    const isTelling = (value: unknown): value is string =>
      typeof value === 'string' && value.length > 5 && !/^\d{4}-\d\d-\d\d|^[A-Z_]+$/.test(value);
    const values = records.flatMap((record) => Object.values(record)).filter(isTelling);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });
});

describe('assent verify', { timeout: 60_000 }, () => {
  const tampered = async (kind: 'consent' | 'release', change: (receipt: Record<string, never>) => void) => {
    const receipt = JSON.parse(await readFile(files[kind], 'utf8'));
    change(receipt);
    const file = join(home(), 'tampered.json');
    await writeFile(file, JSON.stringify(receipt));
    return file;
  };
  // biome-ignore lint/suspicious/noExplicitAny: a receipt is changed in ways its type does not allow
  type Changed = any;

  it.each([
    [
      'consent',
      'decision',
      (r: Changed) => {
        r.evidence.decision.signedInAt = '2020-01-01T00:00:00.000Z';
      },
    ],
    [
      'consent',
      'description',
      (r: Changed) => {
        r['dpv:hasRecordOfActivity']['assent:state'] = 'EXPIRED';
      },
    ],
    [
      'consent',
      'trail-entries',
      (r: Changed) => {
        r.evidence.trail.entries.reverse();
      },
    ],
    [
      'release',
      'provider-statement',
      (r: Changed) => {
        r['dpv:hasRecordOfActivity']['assent:sent']['assent:records'] += 1;
      },
    ],
    [
      'release',
      'artefacts',
      (r: Changed) => {
        r.evidence.artefact = otherToken(r.evidence.artefact);
      },
    ],
    [
      'release',
      'signature',
      (r: Changed) => {
        r['dct:created'] = '2020-01-01T00:00:00.000Z';
      },
    ],
  ] as const)('names what is wrong with a tampered %s receipt: %s', async (kind, name, change) => {
    const { code, answer } = await verify(await tampered(kind, change));
    expect({ code, ...answer }).toMatchObject({ code: 1, ok: false, firstWrong: { name } });
  });

  it('shows each thing it looked into, and says what is wrong in words', async () => {
    const file = await tampered('consent', (r: Changed) => {
      r.evidence.notice.text += '!';
    });
    const ran = await runCommand(home(), ['verify', file, '--trust-list', files.list]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('the first thing that is wrong is decision');
    expect(ran.stdout).toMatch(/checkpoint\s+holds/);
    const good = await runCommand(home(), ['verify', files.consent, '--trust-list', files.list]);
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('a genuine consent receipt')]);
    expect(good.stdout).toContain('--roots pins it');
  });

  it('tells a receipt that proves little from one that proves all, though nothing is wrong with it', async () => {
    const database = new Client({ connectionString: net.network.databaseUrl });
    await database.connect();
    await database.query(`UPDATE saathi.data_sessions SET sent_token = NULL, sent_entry = NULL, received_token = NULL,
      received_entry = NULL WHERE id = '${given.session}'`);
    await database.query('UPDATE saathi.data_requests SET trail_entry = NULL');
    await database.end();
    const file = join(home(), 'unproven.json');
    await writeFile(file, await person.releaseReceipt(given.session, ''));
    const unproven = ['provider-statement', 'user-statement', 'checkpoint', 'trail-entries', 'authorised'];
    const { code, answer } = await verify(file);
    expect({ code, ...answer }).toMatchObject({ code: 3, ok: false, outcome: 'unproven', unproven });
    const { stdout } = await runCommand(home(), ['verify', file, '--trust-list', files.list]);
    expect(stdout).toContain('nothing is wrong with it, but not all of it is proven');
    expect(stdout).toMatch(/by the word of https:\/\/saathi.example alone: provider-statement \(not kept\)/);
    expect(stdout).not.toContain('genuine');
  });

  it('believes no other list, and takes nothing that is no receipt', async () => {
    const other = join(home(), 'other-list.jwt');
    await writeFile(other, otherToken(await readFile(files.list, 'utf8')));
    const forged = await runJson(home(), ['verify', files.consent, '--trust-list', other]);
    expect(forged).toMatchObject({ code: 1, answer: { ok: false, code: 'trust-list-not-from-root' } });
    const late = await verify(files.consent, '--at', '2040-01-01');
    expect(late).toMatchObject({ code: 1, answer: { ok: false, code: 'trust-list-expired' } });
    expect(await verify(files.roots)).toMatchObject({ code: 1, answer: { ok: false, code: 'schema-mismatch' } });
    expect(await verify(join(home(), 'none.json'))).toMatchObject({ code: 1, answer: { code: 'not-found' } });
  });
});
