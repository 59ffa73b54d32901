import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPublicJwk, nodeCryptography } from '#protocol';
import type { SigningKeyStore } from './signing-key-store.ts';

export interface StoreUnderTest {
  /** As a replica opens it; several share the same keys. */
  open(): SigningKeyStore;
  drop(): Promise<void>;
}

const now = '2026-06-01T12:00:00.000Z';
const later = '2026-06-01T12:07:00.000Z';

/** What every store of signing keys must do. */
export function contractOfSigningKeyStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`signing keys in ${name}`, () => {
    let place: StoreUnderTest;
    let store: SigningKeyStore;
    let replica: SigningKeyStore;
    beforeEach(async () => {
      place = await create();
      [store, replica] = [place.open(), place.open()];
    });
    afterEach(() => place.drop());

    const states = async (of = store) => (await of.list('message')).map(({ state }) => state).toSorted();
    const find = async (state: string, of = store) => {
      const key = (await of.list('message')).find((each) => each.state === state);
      if (key === undefined) throw new Error(`no key is ${state}`);
      return key;
    };
    const rotate = async () => {
      const { kid } = await store.makeNext('message');
      await store.activate('message', kid, later);
      return kid;
    };

    test('begin with one that is active, the same for all replicas', async () => {
      const [one, other] = await Promise.all([store.list('message'), replica.list('message')]);
      expect(one).toEqual(other);
      expect(one).toMatchObject([{ state: 'active', use: 'message' }]);
      expect((await store.list('statement'))[0]?.kid).not.toBe(one[0]?.kid);
    });

    test('show public halves alone', async () => {
      await rotate();
      await store.makeNext('message');
      for (const { jwk } of await store.list('message')) expect(isPublicJwk(jwk)).toBe(true);
    });

    test('sign with the active and the next, so that either half fits the other', async () => {
      await store.makeNext('message');
      for (const { kid, jwk } of await store.list('message')) {
        const raw = await (await store.signer('message', kid)).sign({ typ: 'x+jwt', payload: {} });
        const key = await nodeCryptography.importVerificationKey(jwk);
        const [header, payload, signature = ''] = raw.split('.');
        const token = { raw, signingInput: `${header}.${payload}`, signature: Buffer.from(signature, 'base64url') };
        expect(await key.verify(token)).toBe(true);
      }
    });

    test('have one next at most, however many ask for it at once', async () => {
      const made = await Promise.all([store, replica, store, replica].map((each) => each.makeNext('message')));
      expect(new Set(made.map(({ kid }) => kid)).size).toBe(1);
      expect(await states(replica)).toEqual(['active', 'next']);
    });

    test('rotate: the next signs, the one before is retired and cannot be signed with any more', async () => {
      const { kid: old } = await find('active');
      const kid = await rotate();
      expect(await find('active', replica)).toMatchObject({ kid });
      expect(await find('retired', replica)).toMatchObject({ kid: old, lastWordsUntil: later });
      await expect(store.signer('message', old)).rejects.toThrow('no active or next key');
    });

    test('rotate once, however often and wherever that is asked', async () => {
      const { kid } = await store.makeNext('message');
      await store.activate('message', kid, later);
      await Promise.all([store, replica].map((each) => each.activate('message', kid, later)));
      expect(await states()).toEqual(['active', 'retired']);
      await store.activate('message', 'no such key', later);
      expect(await find('active')).toMatchObject({ kid });
    });

    test('are marked by other words whenever one has changed', async () => {
      const marks = [await store.mark('message')];
      const note = async () => marks.push(await replica.mark('message'));
      await store.list('message');
      await note();
      const { kid } = await store.makeNext('message');
      await note();
      await store.activate('message', kid, later);
      await note();
      expect(new Set(marks).size).toBe(marks.length);
      expect(await store.mark('message')).toBe(marks.at(-1));
    });

    test('end: a retired one has no last words any more, a next one never signs', async () => {
      const { kid: old } = await find('active');
      await rotate();
      await store.retire('message', old, now);
      expect(await find('retired')).toMatchObject({ kid: old, lastWordsUntil: now });
      const { kid: next } = await store.makeNext('message');
      await store.retire('message', next, now);
      await expect(store.signer('message', next)).rejects.toThrow('no active or next key');
      expect(await states(replica)).toEqual(['active', 'retired', 'retired']);
      expect((await store.makeNext('message')).kid).not.toBe(next);
    });

    test('do not end while they sign; nor does one that is not there', async () => {
      const { kid } = await find('active');
      await expect(store.retire('message', kid, now)).rejects.toThrow('rotate first');
      await expect(store.markCompromised('message', kid, now)).rejects.toThrow('rotate first');
      await expect(store.retire('message', 'A'.repeat(43), now)).rejects.toThrow('no key');
    });

    test('stay compromised', async () => {
      const { kid: old } = await find('active');
      await rotate();
      await store.markCompromised('message', old, now);
      await store.markCompromised('message', old, later);
      await store.retire('message', old, later);
      expect(await find('compromised', replica)).toMatchObject({ kid: old });
      expect(await states()).toEqual(['active', 'compromised']);
    });
  });
}
