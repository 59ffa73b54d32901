import type { KeyUse } from '#domain';
import { FileSigningKeyStore, type SigningKey } from '#platform';
import { keysFolderOf, type LocalNetwork } from '../../apps/network-node/network/member.ts';

const usesOf = (network: LocalNetwork, name: string): Promise<KeyUse[]> =>
  FileSigningKeyStore.usesIn(keysFolderOf(network, name));

/** Every signing key of every role. */
export async function allKeys(network: LocalNetwork): Promise<SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const { name } of network.members)
    for (const use of await usesOf(network, name))
      keys.push(...(await new FileSigningKeyStore(keysFolderOf(network, name)).list(use)));
  return keys;
}

export async function activeKids(network: LocalNetwork): Promise<string[]> {
  return (await allKeys(network)).filter(({ state }) => state === 'active').map(({ kid }) => kid);
}

/** What `assent keys rotate` does, for every use of every role. @returns the kids of the keys to come */
export async function rotateAll(network: LocalNetwork): Promise<string[]> {
  const made: string[] = [];
  for (const { name } of network.members)
    for (const use of await usesOf(network, name))
      made.push((await new FileSigningKeyStore(keysFolderOf(network, name)).makeNext(use)).kid);
  return made;
}
