import { decodeJwt } from 'jose';
import { request } from 'undici';
import { JsonClient } from '../clients/json-client.ts';
import { findPorts } from '../network/free-ports.ts';
import { apiKeyFileOf, urlOf } from '../network/member.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { registryOf } from './sandbox-members.ts';
import type { SandboxNetwork } from './sandbox-network.ts';

export interface Joined {
  readonly name: string;
  readonly id: string;
  /** Where it listens itself. */
  readonly at: string;
  /** The sandbox's address before it: faults come over calls to this one. */
  readonly wire: string;
  /** Whether it says of itself that it is reached there. */
  readonly isBehindWire: boolean;
}

const nameForm = /^[a-z][a-z0-9-]{0,30}$/;

/** @returns the port. @throws CommandFailure `not-allowed` for any address but one on this machine */
export function portOfLocal(address: string): number {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (isLocal && url.port !== '' && url.pathname === '/') return Number(url.port);
  throw new CommandFailure('not-allowed', `${address}: who joins listens on this machine, like http://127.0.0.1:7402`);
}

/** Has the registry list a participant of somebody else's, by its own signed description, and puts a wire before it. */
export async function joinSandbox(at: SandboxNetwork, name: string, address: string, known?: Joined): Promise<Joined> {
  if (!nameForm.test(name)) throw new CommandFailure('usage', `${name}: small letters, digits and - make a name`);
  if (at.network.members.some((member) => member.name === name)) {
    throw new CommandFailure('in-use', `${name} is a member of the sandbox itself`);
  }
  const port = portOfLocal(address);
  const wire = known?.wire ?? (await openWireBefore(at, name, port));
  const description = await fetchDescription(address);
  const { iss: id = '', endpoints = {} } = decodeJwt<{ endpoints?: Record<string, string> }>(description);
  const registry = registryOf(at.network);
  const client = JsonClient.withApiKey(urlOf(at.inside, registry), apiKeyFileOf(at.network, registry));
  try {
    await client.putToken('/participants', description);
  } finally {
    await client.close();
  }
  const isBehindWire = Object.values(endpoints).every((endpoint) => endpoint.startsWith(wire));
  at.nameOf.set(id, name);
  return { name, id, at: address, wire, isBehindWire };
}

async function openWireBefore(at: SandboxNetwork, name: string, port: number): Promise<string> {
  const taken = Object.values(at.network.ports);
  const { [name]: open = 0 } = await findPorts([name], Math.max(...taken) + 1);
  await at.openWire(name, { open, role: port }, 'systems');
  return `http://127.0.0.1:${open}`;
}

async function fetchDescription(address: string): Promise<string> {
  const url = new URL('/participant-description', address);
  const { statusCode, body } = await request(url).catch(() => {
    throw new CommandFailure('unreachable', `nobody answers at ${url}: is it running?`);
  });
  const text = await body.text();
  if (statusCode === 200) return text.trim();
  throw new CommandFailure('unreachable', `${url} answers with ${statusCode}: a signed description is needed there`);
}
