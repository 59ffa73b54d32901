import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot, printTrustRoots } from '#platform';
import { createTrustList, nodeCryptography, type Participant } from '#protocol';
import { alteredAt, createTestFolder, leavesOf } from '#testing';
import { verifyReceiptFile } from './verify-receipt-file.ts';

const at = '2026-11-23T00:00:00.000Z';
const example = join(packageRoot(), 'consent-artefacts', 'examples', '08-consent-receipt-by-passkey.json');
const { participants, body } = JSON.parse(readFileSync(example, 'utf8')) as {
  participants: Participant[];
  body: { evidence: { decision: { passkey: object } } };
};
let folder: Awaited<ReturnType<typeof createTestFolder>>;
const fileOf = (name: string) => join(folder.path, name);

beforeAll(async () => {
  folder = await createTestFolder();
  const signer = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
  const operator = { id: 'https://registry.example', name: 'Registry' };
  const list = { signer, operator, network: 'Example', sequence: 1, now: at, participants };
  await writeFile(fileOf('list.jwt'), await createTrustList(list));
  await writeFile(fileOf('roots.json'), printTrustRoots([{ operator: operator.id, jwk: signer.publicJwk }]));
});
afterAll(() => folder.remove());

async function firstWrong(receipt: object) {
  await writeFile(fileOf('receipt.json'), JSON.stringify(receipt));
  const files = { receipt: fileOf('receipt.json'), trustList: fileOf('list.jwt'), roots: fileOf('roots.json') };
  const verdict = await verifyReceiptFile({ ...files, at });
  return 'checks' in verdict ? verdict.firstWrong : verdict;
}

it('a yes by passkey is believed by the trust list alone', async () => {
  expect(await firstWrong(body)).toBeUndefined();
});

it('a wrong assertion is named, and what is wrong with it', async () => {
  const { passkey } = body.evidence.decision;
  const named = new Set<string>();
  for (const place of leavesOf(passkey).filter(([member]) => member !== 'credentialId')) {
    const receipt = structuredClone(body);
    receipt.evidence.decision.passkey = alteredAt(passkey, place);
    const wrong = await firstWrong(receipt);
    if (wrong === undefined) throw new Error(`${place.join('.')} may be anything`);
    if ('name' in wrong) expect(wrong.name, place.join('.')).toBe('passkey');
    named.add(`${wrong.code} ${wrong.detail.replace(/^evidence\..*/, 'form')}`);
  }
  expect([...named].sort()).toEqual([
    'passkey-refused clientDataJSON',
    'passkey-refused signature',
    'receipt-mismatch she signed other artefacts than these',
    'schema-mismatch form',
  ]);
});
