import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { createTestFolder } from '#testing';

const main = join(packageRoot(), 'dist', 'bench', 'main.js');

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterAll(() => remove());

async function runSmallest(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [main, '--json', '--smallest'], {
    env: { ...process.env, ASSENT_HOME: home, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    heard.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    heard.stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...heard };
}

const aNumber = expect.any(Number);
const names = ['issue', 'fetch-10kb', 'fetch-1mb', 'revoke-to-refused'];

it('the bench measures the product beside the floor, and both do the cryptography of the protocol', {
  timeout: 480_000,
}, async () => {
  const { code, stdout, stderr } = await runSmallest();
  expect(code, stderr).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ node: process.version, stream: { bytes: 4_194_304, growthMb: aNumber } });
  expect(answer.results.map(({ name }: { name: string }) => name)).toEqual(names.flatMap((name) => [name, name]));
  for (const result of answer.results) {
    expect(result).toMatchObject({
      ...{ concurrency: aNumber, perSecond: aNumber, floorPerSecond: aNumber, ratio: aNumber },
      ...{ cpuMicros: aNumber, floorCpuMicros: aNumber, p50Ms: aNumber, p99Ms: aNumber },
    });
  }
  expect(answer.growth.map(({ name, at }: { name: string; at: number }) => `${name} ${at}`)).toEqual(
    names.filter((name) => name !== 'fetch-1mb').flatMap((name) => [`${name} 100`, `${name} 200`]),
  );
  expect(answer.trailOverhead).toEqual(
    ['issue', 'fetch-10kb'].map((name) => ({
      ...{ name, cpuMicros: aNumber, withoutMicros: aNumber, trailOverhead: aNumber },
    })),
  );
  expect(answer.events).toEqual({ delivered: aNumber, perSecond: aNumber });
  expect(answer.events.delivered).toBeGreaterThan(0);
  const [issue, fetch] = answer.counts;
  // As bench/README.md derives them from the protocol.
  expect(issue.floor).toMatchObject({ signatures: 6, verifications: 6, callsServed: 6 });
  // Up to two more where the counterparts do not acknowledge at the same moment.
  expect(issue.floor.commits).toBeGreaterThanOrEqual(6);
  expect(issue.floor.commits).toBeLessThanOrEqual(8);
  expect(fetch.floor).toMatchObject({ signatures: 10, verifications: 10, keyAgreements: 2, callsServed: 7 });
  expect(issue.product.signatures).toBeGreaterThanOrEqual(issue.floor.signatures);
  expect(fetch.product.verifications).toBeGreaterThanOrEqual(fetch.floor.verifications);
});
