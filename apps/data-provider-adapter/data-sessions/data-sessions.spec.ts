import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPartFields, DataSessionAnswer } from '#protocol';
import { createRecipientKey, sha256Base64url } from '#protocol';
import { eventually } from '#testing';
import { Gateway, manifestOf, problemOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, olek, transaction, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let accounts: string[];
let olekAccounts: string[];

beforeAll(async () => {
  world = await startProvider({ ACCOUNT_TIMEOUT_SECONDS: '1', SESSION_ANSWER_WAIT_MILLISECONDS: '3000' });
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(40));
  world.source.addAccount('0002', olek, () => transactions(3));
  accounts = await manager.link(mara);
  olekAccounts = await manager.link(olek);
});
afterAll(() => world.stop());

const code = async (answer: Promise<Response> | Response) => (await problemOf(await answer)).code;

describe('a data session', () => {
  it('answers with sealed records, a manifest over them, and tells the manager', async () => {
    const held = await gateway.open(await manager.issue(accounts));
    expect(held.answer.status).toBe(201);
    const manifest = await manifestOf(held.answer);
    expect(manifest).toMatchObject({ state: 'COMPLETED', parts: [expect.any(String)] });
    const { statement, lines } = await gateway.part(held, 0);
    expect(statement).toMatchObject<Partial<DataPartFields>>({ n: 0, records: 40, digest: manifest.parts[0] ?? '' });
    const [first] = lines.split('\n').map((line) => JSON.parse(line || '{}'));
    const [account] = manifest.accounts;
    expect(first).toEqual({ account: account?.account, dataType: 'bank.transaction', record: transaction(0) });
    expect(account).toMatchObject({ outcome: 'DELIVERED', label: 'Account ••••0001' });
    expect(account?.account).not.toBe(accounts[0]);
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    expect(sent.state).toMatchObject({ served: 40, outcomes: { DELIVERED: 1 } });
  });

  it('leaves out fields, dates and records that were not consented', async () => {
    world.source.hold('0002', 'bank.transaction', () => [
      transaction(1),
      transaction(2, { bookedAt: '2019-01-01T00:00:00.000Z' }),
      transaction(3, { direction: 'CREDIT' }),
    ]);
    const fields = ['transactionId', 'amount'];
    const dataFilter = [{ type: 'bank.transaction', field: 'direction', operator: '=' as const, value: 'DEBIT' }];
    const held = await gateway.open(
      await manager.issue(olekAccounts, { dataTypes: [{ type: 'bank.transaction', fields }], dataFilter }),
    );
    const lines = await gateway.read(held, 1);
    expect(lines.map(({ record }) => record)).toEqual([{ transactionId: 'tx-000000001', amount: 1 }]);
  });

  it('never passes on a record that does not fit, and says where it breaks which rule', async () => {
    world.source.hold('0002', 'bank.transaction', () => [transaction(1), transaction(2, { secret: 'x' }), 'nonsense']);
    const held = await gateway.open(await manager.issue(olekAccounts));
    const manifest = await manifestOf(held.answer);
    expect(manifest.accounts[0]?.records[0]).toMatchObject({ delivered: 1, refused: 2 });
    expect((await gateway.read(held, 1)).map(({ record }) => record)).toEqual([transaction(1)]);
    expect(await world.query('SELECT position, path, keyword FROM refused_records ORDER BY position')).toEqual([
      { position: 1, path: '', keyword: 'additionalProperties' },
      { position: 2, path: '', keyword: 'type' },
    ]);
  });

  it('is PARTIAL where one account’s source does not answer, and says so in words', async () => {
    world.source.hold('0002', 'bank.transaction', async function* () {
      yield transaction(1);
      await new Promise(() => undefined);
    });
    const held = await gateway.open(await manager.issue([...accounts, ...olekAccounts]));
    const manifest = await manifestOf(held.answer);
    expect(manifest.state).toBe('PARTIAL');
    expect(manifest.accounts.map(({ outcome }) => outcome)).toEqual(['DELIVERED', 'TIMEOUT']);
    expect(manifest.accounts[1]?.reason).toMatch(/did not answer in time/);
    expect(manifest.accounts[1]?.records[0]?.delivered).toBe(1);
  });

  it('is answered 202 where the source takes its time, and news follows', async () => {
    const slow = await startProvider({ SESSION_ANSWER_WAIT_MILLISECONDS: '50' });
    try {
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      slow.source.addAccount('0001', mara, async function* () {
        await gate;
        yield transaction(1);
      });
      const itsManager = new Manager(slow);
      const itsGateway = await Gateway.create(slow, itsManager);
      const held = await itsGateway.open(await itsManager.issue(await itsManager.link(mara)));
      expect(held.answer.status).toBe(202);
      expect(await held.answer.json()).toMatchObject({ state: 'ACTIVE', parts: 0 });
      expect(await code(itsGateway.get(held, '/parts/0'))).toBe('part-not-ready');
      go();
      await eventually(() => slow.counterparts.heard('data-session.ready', held.sessionId));
      expect(await manifestOf(await itsGateway.get(held))).toMatchObject({ state: 'COMPLETED' });
      expect(await itsGateway.read(held, 1)).toHaveLength(1);
    } finally {
      await slow.stop();
    }
  });

  it('keeps a record of what left: types and counts, no values', async () => {
    const held = await gateway.open(await manager.issue(accounts));
    const [release] = await world.query('SELECT * FROM releases WHERE session_id = $1', [held.sessionId]);
    expect(release).toMatchObject({
      ground: { kind: 'consent', artefactId: held.consent.artefactId },
      released_to: 'https://lender.example',
      contents: [{ linkId: accounts[0], dataType: 'bank.transaction', delivered: 40, refused: 0 }],
    });
  });

  it('deletes the sealed parts once everything was received, and answers the same again', async () => {
    const held = await gateway.open(await manager.issue(accounts));
    const path = `/data-sessions/${held.sessionId}/parts`;
    expect((await gateway.send('DELETE', path, held.accessToken)).status).toBe(204);
    expect((await gateway.send('DELETE', path, held.accessToken)).status).toBe(204);
    expect(await code(gateway.get(held, '/parts/0'))).toBe('session-ended');
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toEqual([]);
  });
});

describe('the same session asked for again', () => {
  it('with a renewed token is the same session, and read once', async () => {
    const consent = await manager.issue(accounts, { fetchType: 'ONETIME', frequency: undefined });
    const dataRequestId = uuidv7();
    const first = await gateway.open(consent, { authorization: { dataRequestId } });
    const read = world.source.read;
    const again = await gateway.open(consent, { sessionId: first.sessionId, authorization: { dataRequestId } });
    expect(again.answer.status).toBe(201);
    expect(await again.answer.json()).toEqual(await first.answer.json());
    expect(world.source.read).toBe(read);
  });

  it('in a retry of the same command gives the same answer', async () => {
    const consent = await manager.issue(accounts);
    const requestId = uuidv7();
    const first = await gateway.open(consent, { message: { requestId } });
    const retried = { sessionId: first.sessionId, accessToken: first.accessToken, message: { requestId } };
    const again = await gateway.open(consent, retried);
    expect(await again.answer.json()).toEqual(await first.answer.json());
  });

  it('for another recipient key is refused', async () => {
    const consent = await manager.issue(accounts);
    const authorization = { dataRequestId: uuidv7() };
    const { sessionId } = await gateway.open(consent, { authorization });
    const recipientKey = (await createRecipientKey()).jwk;
    const { answer } = await gateway.open(consent, { sessionId, authorization, message: { recipientKey } });
    expect(await problemOf(answer)).toEqual({ status: 409, code: 'recipient-key-fixed' });
  });
});

describe('uses', () => {
  it('two sessions of one data request count once', async () => {
    const consent = await manager.issue(accounts, { fetchType: 'ONETIME', frequency: undefined });
    const authorization = { dataRequestId: uuidv7() };
    expect((await gateway.open(consent, { authorization })).answer.status).toBe(201);
    expect((await gateway.open(consent, { authorization })).answer.status).toBe(201);
    expect(await code((await gateway.open(consent)).answer)).toBe('one-time-used');
  });

  it('at once count each other: exactly as many pass as the frequency allows', async () => {
    const consent = await manager.issue(accounts, { frequency: { max: 3, per: 'DAY' } });
    const opened = await Promise.all(Array.from({ length: 8 }, () => gateway.open(consent)));
    const statuses = opened.map(({ answer }) => answer.status).sort();
    expect(statuses).toEqual([201, 201, 201, 403, 403, 403, 403, 403]);
  });

  it('are given back where nothing was served', async () => {
    world.source.hold('0002', 'bank.transaction', () => []);
    const consent = await manager.issue(olekAccounts, { fetchType: 'ONETIME', frequency: undefined });
    expect(await manifestOf((await gateway.open(consent)).answer)).toMatchObject({
      accounts: [{ outcome: 'NO_DATA' }],
    });
    expect((await gateway.open(consent)).answer.status).toBe(201);
  });
});

describe('withdrawal', () => {
  it('between two parts: the second is refused, and nothing sealed is left', async () => {
    const filler = { reference: 'x'.repeat(150) };
    world.source.hold('0002', 'bank.transaction', () => transactions(6000, filler));
    const consent = await manager.issue(olekAccounts);
    const held = await gateway.open(consent);
    expect((await manifestOf(held.answer)).parts.length).toBeGreaterThan(1);
    await gateway.part(held, 0);
    expect(await manager.state(consent, 'revoked')).toBe(202);
    for (let n = 0; n < 3; n += 1) {
      expect(await problemOf(await gateway.get(held, '/parts/1'))).toEqual({ status: 403, code: 'consent-revoked' });
    }
    const entries = await world.query(
      `SELECT entry::json->>'outcome' AS outcome
       FROM (SELECT entry FROM trail_pending UNION ALL SELECT entry FROM trail_entries) AS kept
       WHERE entry LIKE '%"act":"data.refused"%' AND entry::json->>'session' = $1`,
      [held.sessionId],
    );
    expect(entries).toEqual([{ outcome: 'consent-revoked' }]);
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toEqual([]);
    expect(await code((await gateway.open(consent)).answer)).toBe('consent-revoked');
  });

  it('refuses what is asked under it from then on, and of several reasons tells the first', async () => {
    const consent = await manager.issue(accounts);
    expect(await manager.state(consent, 'revoked')).toBe(202);
    const other = { authorization: { artefactDigest: sha256Base64url('another') } };
    expect(await code((await gateway.open(consent, other)).answer)).toBe('access-token-invalid');
    // More at once than there are connections to the database.
    const asked = await Promise.all(Array.from({ length: 30 }, () => gateway.open(consent)));
    const codes = await Promise.all(asked.map(({ answer }) => code(answer)));
    expect(new Set(codes)).toEqual(new Set(['consent-revoked']));
  });

  it('pausing refuses parts until it is resumed', async () => {
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    await manager.state(consent, 'paused', 2);
    expect(await code(gateway.get(held, '/parts/0'))).toBe('consent-paused');
    await manager.state(consent, 'resumed', 3);
    expect(await gateway.read(held, 1)).toHaveLength(40);
  });

  it('unlinking an account refuses parts of it', async () => {
    const other = new Manager(world);
    world.source.addAccount('0009', { kind: 'tel', value: '+15550100999' }, () => transactions(1));
    const links = await other.link({ kind: 'tel', value: '+15550100999' });
    const held = await gateway.open(await manager.issue(links));
    await manager.unlink(links[0] ?? '');
    expect(await code(gateway.get(held, '/parts/0'))).toBe('account-not-linked');
  });
});

describe('who may read a session', () => {
  it('an unknown session and one of another token are answered alike', async () => {
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    const token = await manager.authorise(consent, gateway.dpop.kid);
    const other = await gateway.send('GET', `/data-sessions/${held.sessionId}`, token);
    const unknown = await gateway.send('GET', `/data-sessions/${uuidv7()}`, token);
    expect(await problemOf(other)).toEqual({ status: 404, code: 'session-unknown' });
    expect(await problemOf(unknown)).toEqual({ status: 404, code: 'session-unknown' });
  });

  it('a proof is taken once', async () => {
    const held = await gateway.open(await manager.issue(accounts));
    const path = `/data-sessions/${held.sessionId}`;
    const proof = await gateway.prove('GET', path, held.accessToken);
    expect((await gateway.send('GET', path, held.accessToken, undefined, proof)).status).toBe(200);
    const again = await gateway.send('GET', path, held.accessToken, undefined, proof);
    expect(await code(again)).toBe('proof-of-possession-invalid');
  });

  it('no token, no data', async () => {
    const held = await gateway.open(await manager.issue(accounts));
    const answer = await fetch(`${world.url}/data-sessions/${held.sessionId}/parts/0`);
    expect(await problemOf(answer)).toEqual({ status: 401, code: 'access-token-invalid' });
    expect(sha256Base64url(held.accessToken)).toHaveLength(43);
  });

  it('a day after the request nobody may, and the spool is swept', async () => {
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    world.clock.advance(86_400);
    const accessToken = await manager.authorise(consent, gateway.dpop.kid, { sessionId: held.sessionId });
    expect(await code(gateway.get({ ...held, accessToken }))).toBe('use-lapsed');
    await world.sweep();
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toEqual([]);
    const answer = (await (await gateway.open(await manager.issue(accounts))).answer.json()) as DataSessionAnswer;
    expect(answer.state).toBe('COMPLETED');
  });
});
