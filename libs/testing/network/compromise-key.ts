import { eventually } from '../clock/eventually.ts';
import type { SampleRegistry } from './sample-registry.ts';

interface Compromised {
  readonly registry: SampleRegistry;
  /** Of the running role. */
  readonly url: string;
  /** Its signing keys. */
  readonly store: {
    list(use: 'statement'): Promise<readonly { readonly kid: string }[]>;
    makeNext(use: 'statement'): Promise<{ readonly kid: string }>;
    activate(use: 'statement', kid: string, lastWordsUntil: string): Promise<unknown>;
    markCompromised(use: 'statement', kid: string, since: string): Promise<unknown>;
  };
  readonly now: string;
}

/** The registry lists the key for statements as compromised, and the role signs with another. @returns that one's kid */
export async function compromiseStatementKey({ registry, url, store, now }: Compromised): Promise<string> {
  const [old] = await store.list('statement');
  const { kid } = await store.makeNext('statement');
  await eventually(async () => {
    const token = await (await fetch(`${url}/participant-description`)).text();
    return Buffer.from(token.split('.')[1] ?? '', 'base64url')
      .toString()
      .includes(kid);
  });
  const described = await registry.enrol(url);
  const since = '2026-01-01T00:00:00.000Z';
  const keys = described.keys.map((key) => (key.kid === old?.kid ? { ...key, compromisedSince: since } : key));
  registry.participants = [...registry.participants.filter(({ id }) => id !== described.id), { ...described, keys }];
  await registry.publish();
  await store.activate('statement', kid, now);
  await store.markCompromised('statement', old?.kid ?? '', now);
  return kid;
}
