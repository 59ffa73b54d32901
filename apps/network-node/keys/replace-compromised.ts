import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#domain';
import { FileSigningKeyStore, type SigningKey } from '#platform';
import { JsonClient } from '../clients/json-client.ts';
import { enrol } from '../network/enrol.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import type { KeyPlace } from './key-place.ts';
import { findListedKeys } from './listed-keys.ts';

/** Replicas look for changed keys every second. */
const SEEN_BY_ALL_MS = 1500;
const LONGEST_MS = 20_000;

/**
 * Another key signs in place of one that someone else may have held, and the registry lists both facts. Without a
 * registry to tell, only the keys change.
 * @returns the kid that signs now, where that changed
 */
export async function replaceCompromised(
  place: KeyPlace,
  { kid, use, state }: SigningKey,
  since: Instant,
  now: () => Instant,
): Promise<string | undefined> {
  const store = new FileSigningKeyStore(place.folder);
  let successor: string | undefined;
  if (state === 'active') {
    successor = (await store.makeNext(use)).kid;
    // Listed first: what it signs is understood from its first word on.
    if (place.registry !== undefined) await list(place, successor);
    await store.activate(use, successor, now());
    await sleep(SEEN_BY_ALL_MS);
  }
  if (place.registry !== undefined) await mark(place, place.registry, kid, since);
  await store.markCompromised(use, kid, now());
  return successor;
}

/** Enrolled by the operator: a compromised key speaks for no other. A registry lists its own next root by itself. */
async function list({ role, registry = '', operatorKeyFile = '' }: KeyPlace, kid: string): Promise<void> {
  const isListed = async () => (await findListedKeys(registry, [kid])).owner !== undefined;
  const deadline = Date.now() + LONGEST_MS;
  while (!(await isListed())) {
    if (Date.now() > deadline) throw new CommandFailure('unreachable', `${registry} does not list the new key ${kid}`);
    if (role !== undefined && role !== registry) await enrol(role, registry, operatorKeyFile);
    await sleep(500);
  }
}

async function mark(place: KeyPlace, registry: string, kid: string, since: Instant): Promise<void> {
  const { owner } = await findListedKeys(registry, [kid]);
  // Never listed: there is nobody to warn.
  if (owner === undefined) return;
  const client = JsonClient.withApiKey(registry, place.operatorKeyFile ?? '');
  try {
    await client.post(`/participants/${encodeURIComponent(owner)}/keys/${kid}/compromise`, { since });
  } finally {
    await client.close();
  }
}
