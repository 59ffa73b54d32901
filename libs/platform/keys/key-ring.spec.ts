import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { isPublicJwk } from '#protocol';
import { createTestFolder } from '#testing';
import { KeyRing } from './key-ring.ts';

describe('a key ring', () => {
  const folders: Awaited<ReturnType<typeof createTestFolder>>[] = [];
  let folder: string;
  const open = () => KeyRing.open({ folder, uses: ['message', 'statement'], secrets: ['pseudonym'] });

  beforeEach(async () => {
    const made = await createTestFolder();
    folders.push(made);
    folder = join(made.path, 'keys');
  });
  afterAll(() => Promise.all(folders.map(({ remove }) => remove())));

  test('makes its keys at first start, for its owner alone', async () => {
    await open();
    expect((await readdir(folder)).toSorted()).toEqual(['message.jwk.json', 'pseudonym.key', 'statement.jwk.json']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  test('finds the same keys again', async () => {
    const first = await open();
    const again = await open();
    expect(again.publicKeys()).toEqual(first.publicKeys());
    expect(again.secret('pseudonym')).toEqual(first.secret('pseudonym'));
    expect(first.secret('pseudonym')).toHaveLength(32);
  });

  test('agrees with replicas that start at the same moment', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, open));
    expect(new Set(rings.map((ring) => JSON.stringify(ring.publicKeys()))).size).toBe(1);
    expect(new Set(rings.map((ring) => Buffer.from(ring.secret('pseudonym')).toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toHaveLength(3);
  });

  test('has one key for each use, and shows only its public half', async () => {
    const ring = await open();
    const keys = ring.publicKeys();
    expect(keys.map(({ use }) => use)).toEqual(['message', 'statement']);
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
    expect(keys.every(({ jwk }) => isPublicJwk(jwk))).toBe(true);
    expect(ring.signer('message').kid).toBe(keys[0]?.kid);
    expect(() => ring.signer('access-token')).toThrow('no key for access-token');
  });

  test.each(['message.jwk.json', 'pseudonym.key'])('does not open %s when others may read it', async (name) => {
    await open();
    await chmod(join(folder, name), 0o640);
    await expect(open()).rejects.toThrow(/open to others \(0640\): set it to 0600/);
  });

  test('does not use a folder that others may enter', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await chmod(folder, 0o755);
    await expect(open()).rejects.toThrow(/set it to 0700/);
  });

  test('never quotes a key that it cannot read', async () => {
    await open();
    const path = join(folder, 'message.jwk.json');
    const secret = (JSON.parse(await readFile(path, 'utf8')) as { d: string }).d;
    await writeFile(path, `{"kty":"EC","crv":"P-256","d":"${secret}"`);
    const error = await open().catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('does not hold an ES256 private key') });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
  });

  test('does not take a secret of another length', async () => {
    await open();
    await writeFile(join(folder, 'pseudonym.key'), 'c2hvcnQ');
    await expect(open()).rejects.toThrow('does not hold 32 bytes');
  });
});
