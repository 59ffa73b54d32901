import { isIP } from 'node:net';
import { Pool } from 'undici';
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts';

const CONNECTIONS = 32;
const CONNECT_TIMEOUT_MS = 5000;
const ANSWER_TIMEOUT_MS = 20_000;

/** Kept-alive connections, some per counterpart, so that a slow one cannot use up those of others. */
export class PeerPools {
  private readonly pools = new Map<string, Pool>();

  /** @param local whether private addresses and plain HTTP are allowed */
  constructor(private readonly local: boolean) {}

  /** @throws PrivateAddressError where the address is no public one, or the protocol not https */
  poolFor({ origin, protocol, hostname }: URL): Pool {
    const known = this.pools.get(origin);
    if (known !== undefined) return known;
    const literal = hostname.replace(/^\[|\]$/g, '');
    const refused = protocol !== 'https:' || (isIP(literal) !== 0 && !isPublicAddress(literal));
    if (!this.local && refused) throw new PrivateAddressError(origin);
    const pool = new Pool(origin, {
      connections: CONNECTIONS,
      allowH2: false,
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
      connect: { timeout: CONNECT_TIMEOUT_MS, ...(this.local ? {} : { lookup: lookupPublic }) },
    });
    this.pools.set(origin, pool);
    return pool;
  }

  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
}
