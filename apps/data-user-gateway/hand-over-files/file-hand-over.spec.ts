import { chmod, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecordSchemas } from '#platform';
import type { DataPartLine } from '#protocol';
import { createTestFolder } from '#testing';
import type { HandOver } from '../hand-over/hand-over.ts';
import { handOverTargetContract } from '../hand-over/hand-over-target.contract.ts';
import { HandOverProblem } from '../hand-over/hand-over-target.ts';
import { DeliveryUnderTest } from '../spec-support/delivery-under-test.ts';
import { mixedRecords } from '../spec-support/mixed-records.ts';
import { parquetColumns, readParquet } from '../spec-support/read-parquet.ts';
import { FileHandOver } from './file-hand-over.ts';

const schemas = RecordSchemas.load();
const targetOf = (...HAND_OVER_FORMATS: string[]) =>
  new FileHandOver(schemas, { HAND_OVER_FORMATS, HAND_OVER_PARQUET_MEMORY_MEGABYTES: 128 });

const folderOf = ({ target, consentId, sessionId }: HandOver) => join(target, consentId, sessionId);
const namesIn = async (path: string) => (await readdir(path).catch(() => [])).toSorted();

/** As a reader takes it: what `hand-over.json` names, once it is there. */
async function standing(handOver: HandOver): Promise<Pick<DataPartLine, 'dataType' | 'record'>[]> {
  const folder = folderOf(handOver);
  const names = await namesIn(folder);
  if (!names.includes('hand-over.json')) return [];
  const { files } = JSON.parse(await readFile(join(folder, 'hand-over.json'), 'utf8')) as {
    files: { name: string; dataType: string }[];
  };
  expect(names).toEqual([...files.map(({ name }) => name), 'hand-over.json'].toSorted());
  const read = files.map(async ({ name, dataType }) => {
    if (name.endsWith('.parquet')) {
      return (await readParquet(join(folder, name))).map(({ assent_account: _account, ...record }) => ({
        dataType,
        record,
      }));
    }
    const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as DataPartLine);
  });
  return (await Promise.all(read)).flat();
}

for (const format of ['ndjson', 'parquet']) {
  handOverTargetContract(
    `a file in ${format}`,
    mixedRecords(20),
    (records, place) => new DeliveryUnderTest(records, place),
    async () => {
      const folder = await createTestFolder();
      return {
        target: targetOf(format),
        place: { kind: 'file', target: join(folder.path, 'handed-over') },
        standing,
        hasTraces: async (handOver) => (await namesIn(join(handOver.target, handOver.consentId))).length > 0,
        stop: folder.remove,
      };
    },
  );
}

describe('files', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let root: string;
  beforeAll(async () => {
    folder = await createTestFolder();
    root = join(folder.path, 'handed-over');
  });
  afterAll(() => folder.remove());

  const delivered = async (target: FileHandOver, records = mixedRecords(3)) => {
    const delivery = new DeliveryUnderTest(records, { kind: 'file', target: root });
    delivery.recordDelivered(await target.deliver(delivery));
    return { delivery, path: folderOf(delivery.handOver) };
  };

  test('are their owner’s alone, and named by ids', async () => {
    const { delivery, path } = await delivered(targetOf('bank.transaction=parquet', 'ndjson'));
    expect(path).toBe(join(root, delivery.session.consentId, delivery.session.sessionId));
    expect(await namesIn(path)).toEqual(['bank.transaction.parquet', 'fhir-r4.immunization.ndjson', 'hand-over.json']);
    for (const name of await namesIn(path)) expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
    for (const each of [path, join(path, '..'), root]) expect((await stat(each)).mode & 0o777).toBe(0o700);
  });

  test('come with a note of what they are, whose digests hold', async () => {
    const { delivery, path } = await delivered(targetOf('ndjson'));
    const note = JSON.parse(await readFile(join(path, 'hand-over.json'), 'utf8'));
    const { sessionId, consentId, eraseBy, manifestDigest } = delivery.session;
    expect(note).toMatchObject({ handOverId: delivery.handOver.id, sessionId, consentId, eraseBy, manifestDigest });
    for (const { name, bytes, digest, records } of note.files) {
      const content = await readFile(join(path, name));
      expect({ bytes, digest, records }).toEqual({ bytes: content.length, digest: await sha256(content), records: 3 });
    }
  });

  test('of types no format is named for are not written', async () => {
    const { path } = await delivered(targetOf('fhir-r4.immunization=ndjson'));
    expect(await namesIn(path)).toEqual(['fhir-r4.immunization.ndjson', 'hand-over.json']);
  });

  test('in Parquet have a typed column for each field of the schema; what is nested is JSON', async () => {
    const { path } = await delivered(targetOf('parquet'));
    expect(await parquetColumns(join(path, 'bank.transaction.parquet'))).toEqual({
      ...{ assent_account: 'VARCHAR', transactionId: 'VARCHAR', accountNumber: 'VARCHAR', bookedAt: 'VARCHAR' },
      ...{ valueDate: 'DATE', direction: 'VARCHAR', amount: 'DOUBLE', currency: 'VARCHAR', balanceAfter: 'DOUBLE' },
      ...{ method: 'VARCHAR', category: 'VARCHAR', counterparty: 'JSON', reference: 'VARCHAR' },
    });
    expect(await parquetColumns(join(path, 'fhir-r4.immunization.parquet'))).toMatchObject({
      ...{ primarySource: 'BOOLEAN', vaccineCode: 'JSON', occurrenceDateTime: 'VARCHAR' },
    });
  });

  test('of a data type whose name is a path are written nowhere', async () => {
    const records = [{ account: 'x', dataType: '../../outside', record: {} }];
    const { path } = await delivered(targetOf('ndjson'), records);
    expect(await namesIn(path)).toEqual(['hand-over.json']);
  });

  test('are not written into a folder that others may enter', async () => {
    const open = join(folder.path, 'open');
    await mkdir(open, { mode: 0o755 });
    await chmod(open, 0o755);
    const delivery = new DeliveryUnderTest(mixedRecords(1), { kind: 'file', target: open });
    await expect(targetOf('ndjson').deliver(delivery)).rejects.toThrow(HandOverProblem);
    expect(await namesIn(open)).toEqual([]);
  });

  test('half written by a worker that was killed are cleared away by the next', async () => {
    const delivery = new DeliveryUnderTest(mixedRecords(2), { kind: 'file', target: root });
    const path = folderOf(delivery.handOver);
    await mkdir(path, { recursive: true, mode: 0o700 });
    await writeFile(join(path, 'bank.transaction.ndjson.0198.tmp'), 'half');
    await targetOf('ndjson').deliver(delivery);
    expect((await namesIn(path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  describe('taken back', () => {
    test('count as deleted, leftovers of a killed worker along with them', async () => {
      const { delivery, path } = await delivered(targetOf('ndjson'));
      await writeFile(join(path, 'bank.transaction.ndjson.0198.tmp'), 'half');
      expect(await targetOf('ndjson').takeBack(delivery)).toEqual({ filesDeleted: 3 });
      expect(await namesIn(join(path, '..'))).toEqual([]);
    });

    test('after a kill between two of them count all the same', async () => {
      const { delivery, path } = await delivered(targetOf('ndjson'));
      const target = targetOf('ndjson');
      await delivery.keepFound(await namesIn(path));
      await rename(join(path, 'hand-over.json'), join(folder.path, 'gone'));
      expect(await target.takeBack(delivery)).toEqual({ filesDeleted: 3 });
    });

    test('while a worker still writes them leave it no place to go on, and nothing behind', async () => {
      const delivery = new DeliveryUnderTest(mixedRecords(300), { kind: 'file', target: root });
      const target = targetOf('bank.transaction=parquet', 'ndjson');
      let taken: Promise<unknown> = Promise.resolve();
      delivery.beforeLine = async (n) => {
        if (n !== 200) return;
        delivery.isLost = true;
        taken = target.takeBack(delivery);
        await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await expect(target.deliver(delivery)).rejects.toThrow();
      expect(await taken).toMatchObject({ filesDeleted: 0 });
      expect(await taken).not.toHaveProperty('unreachable');
      expect(await namesIn(join(root, delivery.session.consentId))).toEqual([]);
    });

    test('that were moved away are said to be out of reach', async () => {
      const { delivery, path } = await delivered(targetOf('ndjson'));
      await rename(join(path, 'bank.transaction.ndjson'), join(folder.path, 'moved.ndjson'));
      expect(await targetOf('ndjson').takeBack(delivery)).toEqual({
        filesDeleted: 2,
        unreachable: '1 of 3 files were no longer where they had been written.',
      });
    });

    test('leave what others have put beside them, and say so', async () => {
      const { delivery, path } = await delivered(targetOf('ndjson'));
      await writeFile(join(path, 'copy.csv'), 'x');
      expect(await targetOf('ndjson').takeBack(delivery)).toEqual({
        filesDeleted: 3,
        unreachable: '1 other files lay beside them and were left.',
      });
      expect(await namesIn(path)).toEqual(['copy.csv']);
    });
  });
});

async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('base64url');
}
