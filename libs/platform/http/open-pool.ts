import { isIP } from 'node:net';
import { Pool } from 'undici';
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts';

const CONNECT_TIMEOUT_MS = 5000;

export interface PoolOptions {
  /** Whether private addresses and plain HTTP are allowed. */
  readonly local: boolean;
  readonly connections: number;
  /** For the head of an answer, and for each further piece of it. */
  readonly answerTimeoutMs: number;
}

/**
 * Connections to one origin out there. No redirect is followed; a socket connects to the very address that was checked.
 *
 * @throws PrivateAddressError where the address is no public one, or the protocol not https
 */
export function openPool({ origin, protocol, hostname }: URL, options: PoolOptions): Pool {
  const { local, connections, answerTimeoutMs } = options;
  const literal = hostname.replace(/^\[|\]$/g, '');
  const refused = protocol !== 'https:' || (isIP(literal) !== 0 && !isPublicAddress(literal));
  if (!local && refused) throw new PrivateAddressError(origin);
  return new Pool(origin, {
    connections,
    allowH2: false,
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
    connect: { timeout: CONNECT_TIMEOUT_MS, ...(local ? {} : { lookup: lookupPublic }) },
  });
}
