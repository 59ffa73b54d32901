import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeCryptography } from '#protocol';
import { createTestFolder } from '#testing';
import { FileSigningKeyStore } from './file-signing-key-store.ts';
import { contractOfSigningKeyStore } from './signing-key-store.contract.ts';

async function createPlace() {
  const folder = await createTestFolder();
  const path = join(folder.path, 'keys');
  return { path, open: () => new FileSigningKeyStore(path), drop: () => folder.remove() };
}

contractOfSigningKeyStore('a folder of files', createPlace);

describe('a folder of signing keys', () => {
  const later = '2026-06-01T12:07:00.000Z';

  test('is for its owner alone, and holds no private half of a key that has ended', async () => {
    const { path, open, drop } = await createPlace();
    const store = open();
    const [{ kid: old } = { kid: '' }] = await store.list('message');
    await store.activate('message', (await store.makeNext('message')).kid, later);
    await store.makeNext('message');
    const names = (await readdir(path)).toSorted();
    expect(names).toEqual([`message.${old}.retired.json`, 'message.jwk.json', 'message.next.jwk.json'].toSorted());
    for (const name of names) expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(join(path, `message.${old}.retired.json`), 'utf8')).jwk).not.toHaveProperty('d');
    expect(await FileSigningKeyStore.usesIn(path)).toEqual(['message']);
    await drop();
  });

  test('is whole after a kill between the two steps of a rotation', async () => {
    const { path, open, drop } = await createPlace();
    const store = open();
    const [active] = await store.list('message');
    const { kid } = await store.makeNext('message');
    const retired = { jwk: active?.jwk, lastWordsUntil: '2020-01-01T00:00:00.000Z' };
    await writeFile(join(path, `message.${active?.kid}.retired.json`), JSON.stringify(retired), { mode: 0o600 });
    expect((await store.list('message')).map(({ state }) => state)).toEqual(['active', 'next']);
    await store.activate('message', kid, later);
    expect(await store.list('message')).toMatchObject([
      { kid, state: 'active' },
      { kid: active?.kid, state: 'retired', lastWordsUntil: later },
    ]);
    await drop();
  });

  test('does not take a private key of another kind, and does not quote it', async () => {
    const { path, open, drop } = await createPlace();
    const store = open();
    await store.list('message');
    const { d } = await nodeCryptography.generateKey();
    const file = join(path, 'message.next.jwk.json');
    for (const text of [JSON.stringify({ kty: 'oct', k: d }), `{"d":"${d}"`]) {
      await writeFile(file, text, { mode: 0o600 });
      const error = await store.list('message').catch((thrown: Error) => thrown);
      expect(error).toMatchObject({ message: expect.stringContaining('does not hold an ES256 private key') });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(d);
    }
    await drop();
  });
});
