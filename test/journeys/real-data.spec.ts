import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '#platform';
import { createTestFolder } from '#testing';
import { runJson } from '../support/run-command.ts';

const data = join(packageRoot(), '..', 'shared', 'real-data', 'fhir-r4-synthea', '10-patients');

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const folder = await createTestFolder();
  home = folder.path;
  remove = () => folder.remove();
});
afterAll(() => remove());

it.skipIf(!existsSync(data))(
  'every record of five patients arrives as it is at the source (needs ../shared/real-data)',
  { timeout: 120_000 },
  async () => {
    const { answer } = await runJson(home, ['journey', '--data', data, '--people', '5']);
    expect(answer).toMatchObject({ ok: true, people: 5, mismatches: 0 });
    expect(answer['receivedDigest']).toBe(answer['sourceDigest']);
  },
);
