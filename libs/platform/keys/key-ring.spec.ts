import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
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
    expect(again.secret('pseudonym').equals(first.secret('pseudonym'))).toBe(true);
    expect(first.secret('pseudonym').symmetricKeySize).toBe(32);
  });

  test('agrees with replicas that start at the same moment', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, open));
    expect(new Set(rings.map((ring) => JSON.stringify(ring.publicKeys()))).size).toBe(1);
    expect(new Set(rings.map((ring) => ring.secret('pseudonym').export().toString('hex'))).size).toBe(1);
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

  test('follows a rotation by another replica without a restart, and keeps the signer that stays', async () => {
    const [here, there] = [await open(), await open()];
    const statement = here.signer('statement');
    const old = here.signer('message').kid;
    const { kid } = await there.store.makeNext('message');
    here.onModuleInit();
    await vi.waitFor(() => expect(here.keys().map((key) => key.kid)).toContain(kid), 3000);
    expect(here.signer('message').kid).toBe(old);
    await there.store.activate('message', kid, '2026-06-01T12:07:00.000Z');
    await vi.waitFor(() => expect(here.signer('message').kid).toBe(kid), 3000);
    expect(here.signer('statement')).toBe(statement);
    here.onApplicationShutdown();
  });

  test('describes what signs, what will, and what may still be on its way', async () => {
    const ring = await open();
    const old = ring.signer('message').kid;
    const { kid } = await ring.store.makeNext('message');
    await ring.store.activate('message', kid, '2026-06-01T12:07:00.000Z');
    const { kid: next } = await ring.store.makeNext('message');
    await ring.refresh();
    const described = (now: string) =>
      ring
        .describedKeys(now)
        .filter(({ use }) => use === 'message')
        .map((key) => key.kid);
    expect(described('2026-06-01T12:06:59.000Z').toSorted()).toEqual([kid, next, old].toSorted());
    expect(described('2026-06-01T12:07:00.000Z').toSorted()).toEqual([kid, next].toSorted());
    expect(ring.publicKeys().map((key) => key.kid)).toEqual([kid, ring.signer('statement').kid]);
  });

  test('goes on with the keys it has where the folder cannot be read', async () => {
    const ring = await open();
    const { kid } = ring.signer('message');
    await writeFile(join(folder, 'message.next.jwk.json'), 'not a key', { mode: 0o600 });
    await expect(ring.refresh()).rejects.toThrow('does not hold');
    expect(ring.signer('message').kid).toBe(kid);
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
