import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '#platform';
import { createTestFolder } from '#testing';
import { readOpenIdProvidersFile } from './openid-providers-file.ts';

let folder: Awaited<ReturnType<typeof createTestFolder>>;
let path: string;

beforeAll(async () => {
  folder = await createTestFolder();
  path = join(folder.path, 'providers.json');
});
afterAll(() => folder.remove());

const good = {
  id: 'town',
  title: 'Town',
  issuer: 'https://id.town.example',
  clientId: 'saathi',
  clientSecretFile: 'town.secret',
};

const read = async (content: unknown, local = false) => {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readOpenIdProvidersFile(path, local);
};

describe('the file of OpenID providers', () => {
  it('names secrets beside itself, and asks for her id and mail address where it says nothing else', async () => {
    expect(await read([good])).toEqual([
      {
        ...good,
        clientSecretFile: join(folder.path, 'town.secret'),
        keyFile: undefined,
        scopes: ['openid', 'email'],
        otherHosts: [],
      },
    ]);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'client-secret-in-the-wrong-place'],
    ['no list', good],
    ['an id twice', [good, { ...good, title: 'Other' }]],
    ['an id that is no part of an address', [{ ...good, id: 'a/b' }]],
    ['no way to show who we are', [{ ...good, clientSecretFile: undefined }]],
    ['two ways to show who we are', [{ ...good, keyFile: 'key.json' }]],
    ['a secret in the file itself', [{ ...good, clientSecret: 'client-secret-in-the-wrong-place' }]],
    ['plain HTTP', [{ ...good, issuer: 'http://id.town.example' }]],
    ['scopes that ask for no identity', [{ ...good, scopes: ['email'] }]],
    ['another host with a path', [{ ...good, otherHosts: ['town.example/token'] }]],
  ])('is refused with %s, and never quoted', async (_what, content) => {
    const error = await read(content).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SettingsError);
    expect(String(error)).toContain('OPENID_PROVIDERS_FILE');
    expect(String(error)).not.toContain('in-the-wrong-place');
  });

  it('may name plain HTTP on a local network', async () => {
    expect(await read([{ ...good, issuer: 'http://127.0.0.1:4000' }], true)).toHaveLength(1);
  });

  it('is refused where there is none', () => {
    expect(() => readOpenIdProvidersFile(join(folder.path, 'none.json'), false)).toThrow(/ENOENT/);
  });
});
