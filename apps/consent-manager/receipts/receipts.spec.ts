import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { FaultDesk, readTrustRoots, TrailFaults, TrailTimer } from '#platform';
import { nodeCryptography, verifyGivenTrustList, verifyReceipt } from '#protocol';
import { alteredAt, eventually, leavesOf } from '#testing';
import { askConsent, type GivenConsent, giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;
const digest = 'A'.repeat(43);

beforeAll(async () => {
  world = await startManager({ TRAIL_CHECKPOINT_SECONDS: '1' });
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});
afterAll(() => world.stop());

/**
 * Seals and signs; the clock of a spec stands still, and a checkpoint is due a second after the one before. Twice: the
 * role's own timer may have signed at this very moment what was sealed before.
 */
async function seal(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    world.clock.advance(2);
    await world.part(TrailTimer).work();
  }
}

async function released(consent: GivenConsent, of: 'both' | 'provider' = 'both'): Promise<string> {
  const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
  const sessionId = json.sessions[0].sessionId as string;
  const sent = { sessionId, manifestDigest: digest, served: 12, outcomes: { DELIVERED: 1 } };
  expect((await world.bank.tell('data-session.sent', sent)).status).toBe(202);
  if (of === 'provider') return sessionId;
  const receivedAt = world.clock.now();
  const received = { sessionId, manifestDigest: digest, records: 12, receivedAt, eraseBy: receivedAt };
  expect((await world.lender.tell('data-session.received', received)).status).toBe(202);
  return sessionId;
}

async function verified(text: string) {
  const verdict = await verifyReceipt(text, { ...world.context(), cryptography: nodeCryptography });
  if (isRefusal(verdict)) throw new Error(`${verdict.code} ${verdict.detail}`);
  return verdict;
}

const outcomes = async (text: string) =>
  Object.fromEntries(
    (await verified(text)).checks.map(({ name, outcome, detail }) => [name, `${outcome} ${detail}`.trim()]),
  );
const failing = async (text: string) => (await verified(text)).checks.filter(({ outcome }) => outcome !== 'holds');

async function forget(statement: string): Promise<void> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query(`SET search_path = consent_manager; ${statement}`);
  await client.end();
}

describe('the trust list that receipts are checked by', () => {
  it('is handed to her as the registry signed it, so that she can verify it herself', async () => {
    const answer = await asha.get('/me/trust-list');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/jwt']);
    const context = { now: world.clock.now(), roots: await readTrustRoots(world.registry.rootsFile) };
    const given = await verifyGivenTrustList(answer.text, context);
    if (isRefusal(given)) throw new Error(`${given.code} ${given.detail}`);
    expect(given.list.participants.map(({ id }) => id)).toContain(world.bank.id);
    // By itself it is believed only where it holds the key that signed it: this one does not.
    expect(await verifyGivenTrustList(answer.text, { now: context.now })).toMatchObject({
      code: 'trust-list-not-from-root',
    });
  });

  it('is handed to nobody who is not signed in', async () => {
    const answer = await fetch(`${world.url}/me/trust-list`);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'sign-in-required' }]);
  });
});

describe('the receipt of a consent', () => {
  it('waits for the checkpoint it needs, says for how long, and is genuine then', async () => {
    await seal();
    const consent = await giveConsent(world, asha);
    const path = `/me/consents/${consent.id}/receipt`;
    const early = await asha.get(path);
    expect(early).toMatchObject({ status: 503, json: { code: 'receipt-not-ready' } });
    expect(Number(early.headers.get('retry-after'))).toBeLessThanOrEqual(3);
    await seal();
    const answer = await asha.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/ld+json');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="consent-receipt-${consent.id.slice(-8)}.json"`,
    );
    expect(await failing(answer.text)).toEqual([]);
    expect(answer.text).toContain('We look at your account to decide on your loan.');
  });

  it('says where the consent stood when it was made', async () => {
    const consent = await giveConsent(world, asha);
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    await seal();
    const { text } = await asha.get(`/me/consents/${consent.id}/receipt`);
    expect(await failing(text)).toEqual([]);
    const record = JSON.parse(text)['dpv:hasRecordOfActivity'];
    expect(record['assent:state']).toBe('REVOKED');
    expect(record['dpv:hasConsentStatus'][1]['@type']).toBe('dpv:ConsentWithdrawn');
  });

  it('given with a passkey opens what she signed, offline; whatever is altered in it does not hold', async () => {
    const meera = await Person.signIn(world, 'meera');
    const dataTypes = ['bank.transaction'];
    world.counterparts.accounts.set(world.bank.id, [{ linkId: uuidv7(), label: 'Hers', dataTypes }]);
    await meera.link(world.bank.id);
    const passkey = await PasskeyUnderTest.make(world, meera);
    const approved = await passkey.approve(await askConsent(world, meera.principal));
    await seal();
    const path = `/me/consents/${approved.json.id}`;
    const { text } = await meera.get(`${path}/receipt`);
    expect(await failing(text)).toEqual([]);
    expect(await outcomes(text)).toMatchObject({ passkey: 'holds signs 2 artefacts, and nothing else' });
    expect((await meera.get(`${path}/receipt.html`)).text).toContain('signed with your passkey');
    const hers = JSON.parse(text).evidence.decision.passkey;
    for (const place of leavesOf(hers)) {
      const receipt = JSON.parse(text);
      receipt.evidence.decision.passkey = alteredAt(hers, place);
      const verdict = await verifyReceipt(JSON.stringify(receipt), {
        ...world.context(),
        cryptography: nodeCryptography,
      });
      const firstWrong = isRefusal(verdict) ? verdict.code : verdict.firstWrong?.name;
      // Under which id her passkey goes is the manager's word: it is by the key that it opens.
      const wrong = place[0] === 'credentialId' ? 'decision' : 'passkey';
      expect(firstWrong, place.join('.')).toBe(isRefusal(verdict) ? 'schema-mismatch' : wrong);
    }
  });

  it('is hers alone: another person gets the answer for none', async () => {
    const consent = await giveConsent(world, asha);
    const sessionId = await released(consent);
    await seal();
    const ravi = await Person.signIn(world, 'ravi');
    for (const end of ['receipt', 'receipt.html']) {
      const [hers, none] = [
        await ravi.get(`/me/consents/${consent.id}/${end}`),
        await ravi.get(`/me/consents/${uuidv7()}/${end}`),
      ];
      expect([hers.status, hers.text]).toEqual([none.status, none.text]);
      expect(hers.json.code).toBe('consent-unknown');
      const other = await ravi.get(`/me/data-sessions/${sessionId}/${end}`);
      expect(other.json.code).toBe('session-unknown');
    }
    const nobody = await fetch(`${world.url}/me/consents/${consent.id}/receipt`);
    expect(nobody.status).toBe(401);
  });

  it('from before the trail was kept says what it does not have', async () => {
    const consent = await giveConsent(world, asha);
    await forget(`UPDATE consents SET trail_entry = NULL WHERE id = '${consent.id}';
      UPDATE consent_artefacts SET trail_entry = NULL WHERE consent_id = '${consent.id}'`);
    const { text } = await asha.get(`/me/consents/${consent.id}/receipt`);
    expect(JSON.parse(text).evidence.missing).toEqual(['trail']);
    expect(await outcomes(text)).toMatchObject({
      checkpoint: 'absent not kept',
      'trail-entries': 'absent not kept of this consent',
    });
    expect(await verified(text)).toMatchObject({
      ...{ outcome: 'unproven', ok: false },
      unproven: ['checkpoint', 'trail-entries'],
    });
    const page = await asha.get(`/me/consents/${consent.id}/receipt.html`);
    expect(page.text).toContain('the proof that it stands in the audit trail (it was not kept)');
  });
});

describe('the receipt of a release', () => {
  it('holds both sides’ own signed words, and where they stand in the trail', async () => {
    const sessionId = await released(await giveConsent(world, asha));
    await seal();
    const answer = await asha.get(`/me/data-sessions/${sessionId}/receipt`);
    expect(answer.status).toBe(200);
    expect(await failing(answer.text)).toEqual([]);
    const { evidence } = JSON.parse(answer.text);
    expect(evidence.trail.entries.map(({ entry }: { entry: string }) => JSON.parse(entry).act)).toEqual([
      'data-request.authorised',
      'data.sent',
      'data.received',
    ]);
  });

  it('says that one side has not spoken, and holds more once it has', async () => {
    const consent = await giveConsent(world, asha);
    const sessionId = await released(consent, 'provider');
    await seal();
    const path = `/me/data-sessions/${sessionId}/receipt`;
    const { text } = await asha.get(path);
    expect(await verified(text)).toMatchObject({ outcome: 'unproven', ok: false, unproven: ['user-statement'] });
    expect(JSON.parse(text).evidence.missing).toEqual([{ what: 'received', why: 'not-said' }]);
    const receivedAt = world.clock.now();
    const other = { sessionId, manifestDigest: `${'B'.repeat(42)}A`, records: 11, receivedAt, eraseBy: receivedAt };
    await world.lender.tell('data-session.received', other);
    await seal();
    const later = await asha.get(path);
    expect(await failing(later.text)).toEqual([]);
    const page = await asha.get(`${path}.html`);
    expect(page.text).toContain('The two sides do not say the same');
  });

  it('is refused where nothing was said to be released yet', async () => {
    const { json } = await world.lender.askForData(wholeAsk(await giveConsent(world, asha), world.lender));
    const answer = await asha.get(`/me/data-sessions/${json.sessions[0].sessionId}/receipt`);
    expect(answer).toMatchObject({ status: 409, json: { code: 'release-not-stated' } });
  });

  it('from before both sides’ words were kept says so', async () => {
    const sessionId = await released(await giveConsent(world, asha));
    await forget(`UPDATE data_sessions SET sent_token = NULL, sent_entry = NULL, received_token = NULL,
      received_entry = NULL WHERE id = '${sessionId}'; UPDATE data_requests SET trail_entry = NULL`);
    const { text } = await asha.get(`/me/data-sessions/${sessionId}/receipt`);
    expect(await verified(text)).toMatchObject({
      ...{ outcome: 'unproven', ok: false },
      unproven: ['provider-statement', 'user-statement', 'checkpoint', 'trail-entries', 'authorised'],
    });
    expect(JSON.parse(text).evidence.missing).toEqual([
      { what: 'sent', why: 'not-kept' },
      { what: 'received', why: 'not-kept' },
      { what: 'trail', why: 'not-kept' },
    ]);
    const page = await asha.get(`/me/data-sessions/${sessionId}/receipt.html`);
    expect(page.text).toMatch(/By the word of [^.]+ alone: [^.]+ gave 12 records of yours/);
    expect(page.text).not.toContain('Both sides name the same list');
  });

  it('of a request from before its authorisation was kept says that it does not prove it', async () => {
    const sessionId = await released(await giveConsent(world, asha));
    await seal();
    await forget(`UPDATE data_requests SET trail_entry = NULL
      WHERE id = (SELECT data_request_id FROM data_sessions WHERE id = '${sessionId}')`);
    const { text } = await asha.get(`/me/data-sessions/${sessionId}/receipt`);
    expect(JSON.parse(text).evidence.missing).toEqual([{ what: 'authorised', why: 'not-kept' }]);
    expect(await verified(text)).toMatchObject({ outcome: 'unproven', ok: false, unproven: ['authorised'] });
    const page = await asha.get(`/me/data-sessions/${sessionId}/receipt.html`);
    expect(page.text).toContain('the proof that the fetch was authorised under your consent (it was not kept)');
  });

  it('holds nothing of a record: the manager is blind', async () => {
    const sessionId = await released(await giveConsent(world, asha));
    await eventually(async () => {
      await seal();
      return (await asha.get(`/me/data-sessions/${sessionId}/receipt`)).status === 200;
    });
    const { text } = await asha.get(`/me/data-sessions/${sessionId}/receipt`);
    const names = [...text.matchAll(/"(assent:\w+)":/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual([
      'assent:consent',
      'assent:consentMode',
      'assent:dataRange',
      'assent:dataRequest',
      'assent:eraseBy',
      'assent:eraseOnRevocation',
      'assent:from',
      'assent:manifestDigest',
      'assent:received',
      'assent:receivedAt',
      'assent:records',
      'assent:requestedAt',
      'assent:sent',
      'assent:to',
    ]);
  });
});

describe('of an audit trail that somebody broke', () => {
  it('no new receipt is waited for in vain: it is said, also once an operator has acknowledged it', async () => {
    const other = await startManager({ TRAIL_CHECKPOINT_SECONDS: '1' });
    const client = new Client({ connectionString: other.databaseUrl });
    const desk = new FaultDesk({ url: other.databaseUrl, schema: 'consent_manager' });
    try {
      await client.connect();
      other.counterparts.accounts.set(other.bank.id, [
        { linkId: uuidv7(), label: 'S', dataTypes: ['bank.transaction'] },
      ]);
      const person = await Person.signIn(other, 'asha');
      await person.link(other.bank.id);
      const codeFor = async (consent: GivenConsent) => {
        const { status, json } = await person.get(`/me/consents/${consent.id}/receipt`);
        return status === 200 ? 'receipt' : json.code;
      };
      const early = await giveConsent(other, person);
      await eventually(async () => {
        other.clock.advance(2);
        await other.part(TrailTimer).work();
        return (await codeFor(early)) === 'receipt';
      });
      // What she agreed to is taken out of the trail.
      await client.query(`SET search_path = consent_manager; DELETE FROM trail_entries
        WHERE id IN (SELECT trail_entry FROM consents WHERE id = '${early.id}')`);
      expect(await codeFor(early)).toBe('receipt-not-ready');
      other.clock.advance(7);
      expect(await codeFor(early)).toBe('audit-trail-broken');

      await client.query('DELETE FROM trail_entries WHERE index = (SELECT max(index) FROM trail_entries)');
      const late = await giveConsent(other, person);
      await other.part(TrailTimer).work();
      expect(await codeFor(late)).toBe('receipt-not-ready');
      other.clock.advance(7);
      expect(await codeFor(late)).toBe('audit-trail-broken');

      const count = () => other.part(TrailFaults).count('broken');
      expect(await count()).toBeGreaterThan(0);
      const now = other.clock.now();
      expect(await desk.acknowledge({ kind: 'broken', by: 'Asha of operations', now, detail: 'another' })).toEqual([]);
      expect(await desk.acknowledge({ kind: 'broken', by: 'Asha of operations', now })).not.toEqual([]);
      expect(await desk.acknowledge({ kind: 'broken', by: 'somebody else', now })).toEqual([]);
      await other.part(TrailTimer).work();
      expect(await count()).toBe(0);
      const kept = (await desk.list(10)).filter(({ kind }) => kind === 'broken');
      expect(
        new Set(kept.map(({ acknowledgedBy, acknowledgedAt }) => [acknowledgedBy, acknowledgedAt].join())),
      ).toEqual(new Set([`Asha of operations,${now}`]));
      expect(await codeFor(late)).toBe('audit-trail-broken');
    } finally {
      await desk.close();
      await client.end();
      await other.stop();
    }
  });
});

describe('without an audit trail', () => {
  it('there are no receipts, and it says why', async () => {
    const other = await startManager({ AUDIT_TRAIL: 'off' });
    try {
      other.counterparts.accounts.set(other.bank.id, [
        { linkId: uuidv7(), label: 'S', dataTypes: ['bank.transaction'] },
      ]);
      const person = await Person.signIn(other, 'asha');
      await person.link(other.bank.id);
      const consent = await giveConsent(other, person);
      const answer = await person.get(`/me/consents/${consent.id}/receipt`);
      expect(answer).toMatchObject({ status: 503, json: { code: 'audit-trail-off' } });
    } finally {
      await other.stop();
    }
  });
});
