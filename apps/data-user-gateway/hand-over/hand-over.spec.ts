import { cp, mkdir, readdir, readFile, rename, rmdir, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ParticipantDirectory } from '#protocol';
import { type DeletionReceiptFields, deletionReceiptMessage, verifyMessage } from '#protocol';
import {
  createTestDatabase,
  createTestFolder,
  HandSetClock,
  SampleNetwork,
  SampleRegistry,
  type TestDatabase,
} from '#testing';
import { ErasureSweep } from '../data-erasure/erasure-sweep.ts';
import { GatewayUnderTest, gatewayId, transactions } from '../spec-support/gateway-under-test.ts';
import { mixedRecords, savings } from '../spec-support/mixed-records.ts';
import { PushReceiver } from '../spec-support/push-receiver.ts';
import { readParquet } from '../spec-support/read-parquet.ts';
import { held } from '../spec-support/stand-in.ts';
import type { HandOverView } from './hand-over-view.ts';

const DAY = 86_400;

describe('handing over', () => {
  let place: TestDatabase;
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let registry: SampleRegistry;
  let gateway: GatewayUnderTest;
  let receiver: PushReceiver;
  let root: string;
  let settings: Record<string, string>;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    place = await createTestDatabase();
    folder = await createTestFolder();
    root = join(folder.path, 'handed-over');
    registry = await SampleRegistry.start(folder.path);
    const { members } = await SampleNetwork.create();
    const participants: ParticipantDirectory = {
      findParticipant: (id) => registry.participants.find((one) => one.id === id),
      findKey: (id, kid) => registry.participants.find((one) => one.id === id)?.keys.find((key) => key.kid === kid),
    };
    receiver = new PushReceiver(gatewayId, { participants }, () => clock.now());
    await receiver.listen();
    settings = {
      ...{
        HAND_OVER_FOLDER: root,
        HAND_OVER_FORMATS: 'bank.transaction=parquet,ndjson',
        ERASURE_SWEEP_SECONDS: '3600',
      },
      ...{ HAND_OVER_PUSH_URLS: receiver.url, HAND_OVER_CHUNK_BYTES: '65536', HAND_OVER_RETRY_DAYS: '1' },
    };
    const around = { databaseUrl: place.url, folder: folder.path, clock, registry, members };
    gateway = await GatewayUnderTest.start(around, settings);
    gateway.provider.parts = [mixedRecords(20), transactions(savings, 300, 100)];
  });
  afterAll(async () => {
    await gateway.stop();
    await receiver.stop();
    await registry.stop();
    await place.drop();
    await folder.remove();
  });
  afterEach(() => {
    receiver.mischief = undefined;
  });

  const terms = { dataTypes: [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }] };
  const fetched = async (consentId: string) => {
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`);
    expect(done.body.state).toBe('COMPLETED');
    return done.body.sessions[0]?.sessionId ?? '';
  };
  const handOvers = async (consentId: string, kind: string) => {
    const { body } = await gateway.api.get(`/consents/${consentId}`);
    const sessions = body.sessions as unknown as { handOvers: HandOverView[] }[];
    return sessions.flatMap((session) => session.handOvers).filter((one) => one.kind === kind);
  };
  const stateOf = async (consentId: string, kind: string) =>
    (await handOvers(consentId, kind)).map(({ state }) => state);
  /** Time goes on meanwhile: what did not go through waits a while. */
  const reaches = (consentId: string, kind: string, state: string) =>
    vi.waitFor(
      async () => {
        clock.advance(1);
        expect(await stateOf(consentId, kind)).toEqual([state]);
      },
      { timeout: 15_000, interval: 100 },
    );
  const delivered = async (changes = {}) => {
    const consentId = await gateway.consented({ ...terms, ...changes });
    const sessionId = await fetched(consentId);
    await reaches(consentId, 'file', 'DELIVERED');
    await reaches(consentId, 'push', 'DELIVERED');
    return { consentId, sessionId, path: join(root, consentId, sessionId) };
  };
  const pushed = async (consentId: string) => receiver.records((await handOvers(consentId, 'push'))[0]?.id ?? '');
  const verified = async (receipt: string): Promise<DeletionReceiptFields> =>
    held(await verifyMessage(deletionReceiptMessage, receipt, gateway.manager.context())).claims;
  const erase = async (consentId: string) =>
    verified((await gateway.api.post(`/consents/${consentId}/erase`)).body.receipt);
  const receiptsToldOf = async (consentId: string) => {
    const told = gateway.manager.eventsOf('data-session.erased').filter((event) => event.consentId === consentId);
    return Promise.all(told.map(({ receipt }) => verified(receipt)));
  };

  test('by file and by push brings every record of a session to both', async () => {
    const { consentId, path } = await delivered();
    const all = gateway.provider.parts.flat();
    expect((await readdir(path)).toSorted()).toEqual([
      'bank.transaction.parquet',
      'fhir-r4.immunization.ndjson',
      'hand-over.json',
    ]);
    const rows = await readParquet(join(path, 'bank.transaction.parquet'));
    expect(rows.map(({ assent_account, ...record }) => record)).toEqual(
      all.filter(({ dataType }) => dataType === 'bank.transaction').map(({ record }) => record),
    );
    const lines = (await readFile(join(path, 'fhir-r4.immunization.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      all.filter(({ dataType }) => dataType !== 'bank.transaction'),
    );
    expect(await pushed(consentId)).toEqual(all);
  });

  test('of records for viewing only does not happen', async () => {
    const consentId = await gateway.consented({ ...terms, consentMode: 'VIEW' });
    await fetched(consentId);
    expect([...(await handOvers(consentId, 'file')), ...(await handOvers(consentId, 'push'))]).toEqual([]);
  });

  test('hands on no record that does not fit its schema', async () => {
    const parts = gateway.provider.parts;
    const [good, bad] = transactions(savings, 2);
    if (good === undefined || bad === undefined) throw new Error('two records were made');
    gateway.provider.parts = [[good, { ...bad, record: { ...bad.record, amount: 'much' } }]];
    const { consentId, path } = await delivered();
    gateway.provider.parts = parts;
    expect(await pushed(consentId)).toEqual([good]);
    expect(await readParquet(join(path, 'bank.transaction.parquet'))).toHaveLength(1);
  });

  test('is done once, however many replicas there are', async () => {
    const other = await gateway.startReplica(settings);
    const before = receiver.commands.length;
    const made = await Promise.all(Array.from({ length: 4 }, () => delivered()));
    await other.stop();
    expect(receiver.commands.slice(before).filter((typ) => typ === 'hand-over-end+jwt')).toHaveLength(4);
    for (const { consentId, path } of made) {
      expect(await pushed(consentId)).toHaveLength(340);
      expect(await readdir(path)).toHaveLength(3);
    }
  });

  test('goes on after its process is replaced in the middle', async () => {
    receiver.mischief = 'hangs';
    const consentId = await gateway.consented(terms);
    await fetched(consentId);
    await vi.waitFor(async () => expect((await handOvers(consentId, 'push'))[0]?.state).toBe('WAITING'), 5000);
    await gateway.stopRole();
    receiver.mischief = undefined;
    await gateway.startRole(settings);
    await reaches(consentId, 'push', 'DELIVERED');
    expect(await pushed(consentId)).toHaveLength(340);
  });

  test('to a receiver that stays away is given up after days, shown to the operator, and tried again when asked', async () => {
    receiver.mischief = 'faults';
    const consentId = await gateway.consented({ ...terms, dataLife: 'P10D' });
    await fetched(consentId);
    await vi.waitFor(async () => expect((await handOvers(consentId, 'push'))[0]?.problem).toBe('answered 500'), 5000);
    clock.advance(DAY);
    await reaches(consentId, 'push', 'FAILED');
    const listed = (await gateway.api.get('/hand-overs')).body as unknown as { handOvers: HandOverView[] };
    const [given] = listed.handOvers.filter((one) => one.consentId === consentId);
    expect(given).toMatchObject({ kind: 'push', state: 'FAILED', problem: 'answered 500', target: receiver.url });
    receiver.mischief = undefined;
    expect((await gateway.api.post(`/hand-overs/${given?.id}/retry`)).status).toBe(202);
    await reaches(consentId, 'push', 'DELIVERED');
    expect(await pushed(consentId)).toHaveLength(340);
    expect((await gateway.api.post(`/hand-overs/${given?.id}/retry`)).status).toBe(404);
  });

  test('whose data life ends while it waits never happens', async () => {
    receiver.mischief = 'faults';
    const consentId = await gateway.consented({ ...terms, dataLife: 'PT1H' });
    await fetched(consentId);
    await vi.waitFor(async () => expect((await handOvers(consentId, 'push'))[0]?.problem).toBe('answered 500'), 5000);
    clock.advance(3700);
    receiver.mischief = undefined;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await pushed(consentId)).toEqual([]);
    await gateway.app.get(ErasureSweep).sweep();
    await reaches(consentId, 'push', 'ERASED');
  });

  describe('erased', () => {
    test('takes files and pushes along, and says what it reached', async () => {
      const { consentId, path } = await delivered();
      const receipt = await erase(consentId);
      await expect(readdir(join(path, '..'))).rejects.toThrow('ENOENT');
      expect(receipt).toMatchObject({ filesDeleted: 3, keysDestroyed: 1 });
      expect(receipt.handOvers).toContainEqual({ to: 'files', kind: 'file', status: 'erased', sessions: 1 });
      await reaches(consentId, 'push', 'ERASED');
      expect(await pushed(consentId)).toEqual([]);
      await vi.waitFor(async () => {
        const lines = (await receiptsToldOf(consentId)).flatMap((one) => one.handOvers);
        expect(lines).toContainEqual({ to: receiver.url, kind: 'push', status: 'acknowledged', sessions: 1 });
      }, 5000);
    });

    test('does not wait for a receiver that is away: it is pending, and told of when it has answered', async () => {
      const { consentId } = await delivered();
      receiver.mischief = 'hangs';
      const begun = performance.now();
      const receipt = await erase(consentId);
      expect(performance.now() - begun).toBeLessThan(8000);
      expect(receipt.handOvers).toContainEqual(expect.objectContaining({ to: receiver.url, status: 'pending' }));
      expect(await gateway.rowsOf(consentId)).toEqual({ parts: 0, keys: 0, secrets: 0 });
      await gateway.stopRole();
      receiver.mischief = undefined;
      await gateway.startRole(settings);
      await reaches(consentId, 'push', 'ERASED');
      await vi.waitFor(async () => {
        const followUp = {
          sessions: [],
          filesDeleted: 0,
          handOvers: [expect.objectContaining({ status: 'acknowledged' })],
        };
        expect(await receiptsToldOf(consentId)).toContainEqual(expect.objectContaining(followUp));
      }, 10_000);
    });

    test('gives a receiver up after days, says so, and can be asked to try again', async () => {
      const { consentId } = await delivered();
      receiver.mischief = 'refuses';
      await erase(consentId);
      await vi.waitFor(async () => expect((await handOvers(consentId, 'push'))[0]?.problem).toBe('answered 403'), 5000);
      clock.advance(DAY);
      await reaches(consentId, 'push', 'UNREACHABLE');
      await vi.waitFor(async () => {
        const last = (await receiptsToldOf(consentId)).at(-1);
        expect(last?.handOvers).toMatchObject([{ to: receiver.url, status: 'unreachable' }]);
      }, 5000);
      receiver.mischief = undefined;
      const [given] = await handOvers(consentId, 'push');
      await gateway.api.post(`/hand-overs/${given?.id}/retry`);
      await reaches(consentId, 'push', 'ERASED');
      await vi.waitFor(async () => {
        expect((await receiptsToldOf(consentId)).at(-1)?.handOvers).toMatchObject([{ status: 'acknowledged' }]);
      }, 5000);
    });

    test('says what own systems have read, and which files it did not find', async () => {
      const { consentId, path } = await delivered();
      await gateway.api.get(`/consents/${consentId}/records`);
      await rename(join(path, 'fhir-r4.immunization.ndjson'), join(folder.path, 'moved'));
      const { filesDeleted, handOvers: lines } = await erase(consentId);
      expect(filesDeleted).toBe(2);
      expect(lines).toContainEqual(expect.objectContaining({ to: 'own systems', kind: 'read', status: 'not-covered' }));
      expect(lines).toContainEqual({
        ...{ to: 'files', kind: 'file', status: 'unreachable', sessions: 1 },
        reason: '1 of 3 files were no longer where they had been written.',
      });
    });

    test('comes when data life ends, session by session', async () => {
      const { consentId, path } = await delivered({ dataLife: 'PT1H' });
      clock.advance(1800);
      await fetched(consentId);
      await vi.waitFor(
        async () => expect(await stateOf(consentId, 'file')).toEqual(['DELIVERED', 'DELIVERED']),
        15_000,
      );
      clock.advance(1900);
      await gateway.app.get(ErasureSweep).sweep();
      await expect(readdir(path)).rejects.toThrow('ENOENT');
      expect(await stateOf(consentId, 'file')).toEqual(['DELIVERED', 'ERASED']);
      expect(await readdir(join(root, consentId))).toHaveLength(1);
    });

    test('comes with revocation where the terms say so', async () => {
      const { consentId, path } = await delivered({ eraseOnRevocation: true });
      await gateway.manager.tell('consent-artefact.revoked', { artefactId: consentId, state: 'REVOKED', version: 2 });
      await reaches(consentId, 'push', 'ERASED');
      await reaches(consentId, 'file', 'ERASED');
      await expect(readdir(path)).rejects.toThrow('ENOENT');
    });

    test('looks into the folder itself: what was put back there goes, and a new receipt says so', async () => {
      const { consentId, path } = await delivered();
      await cp(path, join(folder.path, consentId), { recursive: true });
      await erase(consentId);
      await reaches(consentId, 'push', 'ERASED');
      await reaches(consentId, 'file', 'ERASED');
      await cp(join(folder.path, consentId), path, { recursive: true });
      const { sessions, handOvers: lines } = await erase(consentId);
      await expect(readdir(path)).rejects.toThrow('ENOENT');
      expect(sessions).toEqual([]);
      expect(lines).toEqual([{ to: 'files', kind: 'file', status: 'erased', sessions: 1 }]);
    });

    test('also what no row tells of goes', async () => {
      const consentId = await gateway.consented(terms);
      const stray = join(root, consentId, '0198c5a0-2222-7000-8000-000000000002');
      await mkdir(stray, { recursive: true });
      await writeFile(join(stray, 'bank.transaction.ndjson'), '{}');
      const { handOvers: lines } = await erase(consentId);
      await expect(readdir(stray)).rejects.toThrow('ENOENT');
      expect(lines).toEqual([{ to: 'files', kind: 'file', status: 'erased', sessions: 1 }]);
    });

    const overdue = async (consentId: string) => {
      const { body } = await gateway.api.get('/erasures/overdue');
      const { overdue: all } = body as unknown as { overdue: { consentId: string; reason: string }[] };
      return all.filter((one) => one.consentId === consentId).map(({ reason }) => reason);
    };
    const shown = async (consentId: string) => {
      const { body } = await gateway.api.get('/hand-overs');
      const { handOvers: all } = body as unknown as { handOvers: HandOverView[] };
      return all.filter((one) => one.consentId === consentId && one.kind === 'file').map(({ state }) => state);
    };

    test('says what could not be deleted and tries again, and says when it is gone', async () => {
      const { consentId, sessionId, path } = await delivered();
      await mkdir(join(path, 'stuck.ndjson'));
      const { handOvers: lines, sessions, keysDestroyed } = await erase(consentId);
      // Rows and keys are gone, and yet the session is not erased.
      expect(keysDestroyed).toBe(1);
      expect(sessions).toEqual([]);
      expect(await shown(consentId)).toEqual(['ERASING']);
      expect(lines).toContainEqual({
        ...{ to: 'files', kind: 'file', status: 'pending', sessions: 1 },
        reason: 'Files are not erased: deleting them did not go through, and is tried again.',
      });
      await rmdir(join(`${path}.erasing`, 'stuck.ndjson'));
      clock.advance(10);
      await reaches(consentId, 'file', 'ERASED');
      await vi.waitFor(async () => {
        const told = (await receiptsToldOf(consentId)).flatMap((one) => one.handOvers);
        expect(told).toContainEqual({ to: 'files', kind: 'file', status: 'erased', sessions: 1 });
      }, 5000);
      const named = (await receiptsToldOf(consentId)).flatMap((one) => one.sessions);
      expect(named).toEqual([{ sessionId, rows: 340, manifestDigest: expect.any(String) }]);
      expect(await shown(consentId)).toEqual([]);
    });

    test('asked again while files cannot be deleted is the same receipt', async () => {
      const { consentId, path } = await delivered();
      await mkdir(join(path, 'stuck.ndjson'));
      await erase(consentId);
      await reaches(consentId, 'push', 'ERASED');
      const { body: last } = await gateway.api.get(`/consents/${consentId}/deletion-receipt`);
      const { body: two } = await gateway.api.post(`/consents/${consentId}/erase`);
      expect(two.receipt).toBe(last.receipt);
    });

    test('is overdue while its files lie there, given up or not, until they are gone', async () => {
      const { consentId, sessionId, path } = await delivered();
      await mkdir(join(path, 'stuck.ndjson'));
      await erase(consentId);
      expect(await overdue(consentId)).toEqual([]);
      clock.advance(2 * 3600 + 1);
      expect(await overdue(consentId)).toEqual(['files-not-deleted']);
      clock.advance(DAY);
      await reaches(consentId, 'file', 'UNREACHABLE');
      expect(await overdue(consentId)).toEqual(['files-not-deleted']);
      await rmdir(join(`${path}.erasing`, 'stuck.ndjson'));
      const [given] = await handOvers(consentId, 'file');
      await gateway.api.post(`/hand-overs/${given?.id}/retry`);
      await reaches(consentId, 'file', 'ERASED');
      expect(await overdue(consentId)).toEqual([]);
      await vi.waitFor(async () => {
        const named = (await receiptsToldOf(consentId)).flatMap((one) => one.sessions);
        expect(named).toMatchObject([{ sessionId, rows: 340 }]);
      }, 5000);
    });

    test('takes rows and keys though the folder cannot be read, and the files once it can', async () => {
      const { consentId, sessionId, path } = await delivered();
      const ofConsent = join(root, consentId);
      await rename(ofConsent, join(folder.path, 'aside'));
      // Leads to itself: nobody can read it, whatever they may.
      await symlink(ofConsent, ofConsent);
      const { handOvers: lines, keysDestroyed } = await erase(consentId);
      expect(keysDestroyed).toBe(1);
      expect(await gateway.rowsOf(consentId)).toMatchObject({ parts: 0, keys: 0 });
      expect(lines).toContainEqual(expect.objectContaining({ kind: 'file', status: 'pending' }));
      await unlink(ofConsent);
      await rename(join(folder.path, 'aside'), ofConsent);
      await reaches(consentId, 'file', 'ERASED');
      await expect(readdir(path)).rejects.toThrow('ENOENT');
      await vi.waitFor(async () => {
        const named = (await receiptsToldOf(consentId)).flatMap((one) => one.sessions);
        expect(named).toMatchObject([{ sessionId }]);
      }, 5000);
    });

    test('while it is being handed over leaves nothing behind', async () => {
      receiver.mischief = 'hangs';
      const consentId = await gateway.consented(terms);
      const sessionId = await fetched(consentId);
      await erase(consentId);
      receiver.mischief = undefined;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await expect(readdir(join(root, consentId, sessionId))).rejects.toThrow('ENOENT');
      expect(await pushed(consentId)).toEqual([]);
    });
  });
});
