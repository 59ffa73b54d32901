import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RecordSchemas } from '#platform';
import { createTestFolder } from '#testing';
import type { HandedLine } from '../hand-over/hand-over-target.ts';
import { DeliveryUnderTest } from '../spec-support/delivery-under-test.ts';
import { mixedRecords } from '../spec-support/mixed-records.ts';
import { FileHandOver } from './file-hand-over.ts';
import { SessionFolder } from './session-folder.ts';

const MIB = 1_048_576;
const schemas = RecordSchemas.load();
const targetOf = (format: string) =>
  new FileHandOver(schemas, { HAND_OVER_FORMATS: [format], HAND_OVER_PARQUET_MEMORY_MEGABYTES: 128 });

/** Whether a small disk can be had for a test: mounting takes the superuser. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    execFileSync('umount', ['/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A session of so many bytes, made line by line. */
class LargeDelivery extends DeliveryUnderTest {
  constructor(
    target: string,
    private readonly bytes: number,
  ) {
    super([], { kind: 'file', target });
  }

  override async *lines(): AsyncGenerator<HandedLine> {
    const bytes = Buffer.from(JSON.stringify(mixedRecords(1)[1]));
    const next = { sessionId: this.session.sessionId, n: 0, line: 0 };
    for (let left = this.bytes; left > 0; left -= bytes.length + 1) {
      yield { bytes: Buffer.from(bytes), dataType: 'fhir-r4.immunization', next };
    }
  }
}

async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await work();
  clearInterval(looking);
  return (most - before) / MIB;
}

describe('files in hard times', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  beforeAll(async () => {
    folder = await createTestFolder();
  });
  afterAll(() => folder.remove());

  test.each([
    ['ndjson', 200],
    ['parquet', 320],
  ])(
    'of 400 MB are written as %s with less than %i MiB more in memory',
    async (format, most) => {
      const target = targetOf(format);
      await target.deliver(new LargeDelivery(join(folder.path, 'large'), MIB));
      const delivery = new LargeDelivery(join(folder.path, 'large'), 400 * MIB);
      let written: Awaited<ReturnType<FileHandOver['deliver']>> | undefined;
      const growth = await growthDuring(async () => {
        written = await target.deliver(delivery);
      });
      expect(written?.files[0]?.records).toBeGreaterThan(500_000);
      expect(growth).toBeLessThan(most);
    },
    180_000,
  );

  test('half written by a process that is killed are cleared away, and written whole by the next', async () => {
    const root = join(folder.path, 'killed');
    const delivery = new DeliveryUnderTest(mixedRecords(10), { kind: 'file', target: root });
    const left = new SessionFolder(root, delivery.session, '0198c5a0-1111-7000-8000-0000000000ff');
    await mkdir(left.path, { recursive: true, mode: 0o700 });
    await mkdir(root, { recursive: true });
    const script = fileURLToPath(new URL('../spec-support/write-until-killed.ts', import.meta.url));
    const options = ['--conditions=source', '--experimental-transform-types', '--no-warnings', script];
    const child = spawn(process.execPath, [...options, left.temporary('bank.transaction.ndjson')]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await readdir(left.path)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    const { files } = await targetOf('ndjson').deliver(delivery);
    expect(files.map(({ records }) => records)).toEqual([10, 10]);
    expect((await readdir(left.path)).toSorted()).toEqual([
      'bank.transaction.ndjson',
      'fhir-r4.immunization.ndjson',
      'hand-over.json',
    ]);
  });

  describe.skipIf(!canMount())('on a full disk (needs the superuser, to mount a small one)', () => {
    async function onSmallDisk(work: (root: string) => Promise<void>): Promise<void> {
      const root = join(folder.path, 'small');
      await mkdir(root, { recursive: true, mode: 0o700 });
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=0700', 'tmpfs', root]);
      await work(root).finally(() => execFileSync('umount', [root]));
    }

    test.each(['ndjson', 'parquet'])('nothing half done is left of %s, and what fits is written afterwards', (format) =>
      onSmallDisk(async (root) => {
        const large = new LargeDelivery(root, 2 * MIB);
        await expect(targetOf(format).deliver(large)).rejects.toThrow(/ENOSPC|No space/);
        expect(await readdir(join(root, large.session.consentId, large.session.sessionId))).toEqual([]);
        const fits = new DeliveryUnderTest(mixedRecords(5), { kind: 'file', target: root });
        expect((await targetOf(format).deliver(fits)).files).toHaveLength(2);
      }),
    );
  });
});
