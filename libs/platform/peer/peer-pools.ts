import type { Pool } from 'undici';
import { openPool } from '../http/open-pool.ts';

const CONNECTIONS = 32;
const ANSWER_TIMEOUT_MS = 20_000;
const MOST_POOLS = 200;

/** Kept-alive connections, some per counterpart, so that a slow one cannot use up those of others. */
export class PeerPools {
  /** The one used longest ago comes first. */
  private readonly pools = new Map<string, Pool>();

  /**
   * @param local whether private addresses and plain HTTP are allowed
   * @param most counterparts to stay connected with at once
   */
  constructor(
    private readonly local: boolean,
    private readonly most = MOST_POOLS,
  ) {}

  /** @throws PrivateAddressError where the address is no public one, or the protocol not https */
  poolFor(url: URL): Pool {
    const { origin } = url;
    const pool = this.pools.get(origin) ?? this.open(url);
    this.pools.delete(origin);
    this.pools.set(origin, pool);
    for (const other of [...this.pools.keys()].slice(0, -this.most)) this.leave(other);
    return pool;
  }

  /** Leaves all others: what the trust list no longer names is not stayed connected with. */
  keepOnly(origins: ReadonlySet<string>): void {
    for (const origin of [...this.pools.keys()]) if (!origins.has(origin)) this.leave(origin);
  }

  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.destroy()));
  }

  private open(url: URL): Pool {
    return openPool(url, { local: this.local, connections: CONNECTIONS, answerTimeoutMs: ANSWER_TIMEOUT_MS });
  }

  /** Calls under way are still answered. */
  private leave(origin: string): void {
    const pool = this.pools.get(origin);
    this.pools.delete(origin);
    void pool?.close().catch(() => undefined);
  }
}
