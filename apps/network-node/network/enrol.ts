import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { JsonClient } from '../clients/json-client.ts';
import { apiKeyFileOf, folderOf, type LocalNetwork, urlOf } from './member.ts';

/** What a role says of itself, signed with its own key. */
async function fetchDescription(roleUrl: string): Promise<string> {
  const { statusCode, body } = await request(`${roleUrl}/participant-description`);
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${roleUrl}/participant-description answered ${statusCode}`);
  return text;
}

/** Puts one role into the trust list, by its registry's operator key. */
export async function enrol(roleUrl: string, registryUrl: string, operatorKeyFile: string): Promise<void> {
  const description = await fetchDescription(roleUrl);
  const registry = JsonClient.withApiKey(registryUrl, operatorKeyFile);
  try {
    await registry.putToken('/participants', description);
  } finally {
    await registry.close();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url);
    await body.dump();
    return statusCode === 200;
  } catch {
    return false;
  }
}

/**
 * Enrols everyone who is not the registry, and waits until each has seen itself in the list.
 *
 * @param tell has roles take the new list now; by themselves they look for it every second
 */
export async function enrolAll(
  network: LocalNetwork,
  timeoutMs = 30_000,
  tell: () => Promise<void> = async () => undefined,
): Promise<void> {
  const registry = network.members.find(({ role }) => role === 'trust-registry');
  if (registry === undefined) throw new Error('a network needs a trust registry');
  await waitUntilAll(network, '/health/live', timeoutMs);
  const others = network.members.filter(({ role }) => role !== 'trust-registry');
  for (const { name } of others) {
    await enrol(urlOf(network, name), urlOf(network, registry.name), apiKeyFileOf(network, registry.name));
  }
  await tell();
  await waitUntilReady(network, timeoutMs);
}

export function waitUntilReady(network: LocalNetwork, timeoutMs = 30_000): Promise<void> {
  return waitUntilAll(network, '/health/ready', timeoutMs);
}

async function waitUntilAll(network: LocalNetwork, path: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (const { name } of network.members) {
    const url = `${urlOf(network, name)}${path}`;
    while (!(await answers(url))) {
      if (Date.now() > deadline) throw new Error(`${name} does not answer at ${url}; see ${folderOf(network, name)}`);
      await sleep(50);
    }
  }
}
