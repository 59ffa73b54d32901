import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PeerPools, type RoleSettings, SETTINGS } from '#platform';

const AT_ONCE = 8;
const PATIENCE_MS = 2000;
const KEPT_MS = 15_000;

export interface Reach {
  readonly answers: boolean;
  /** Null where there was no answer. */
  readonly milliseconds: number | null;
}

/** Whether participants answer at their listed addresses, and nowhere else: asked when an operator looks, and kept a while. */
@Injectable()
export class ParticipantReach implements OnApplicationShutdown {
  private readonly pools: PeerPools;
  private readonly known = new Map<string, { readonly reach: Reach; readonly until: number }>();

  constructor(@Inject(SETTINGS) { NETWORK_IS_LOCAL }: Pick<RoleSettings, 'NETWORK_IS_LOCAL'>) {
    this.pools = new PeerPools(NETWORK_IS_LOCAL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  /** @returns by address */
  async ask(addresses: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
    const now = performance.now();
    for (const [address, { until }] of this.known) if (until <= now) this.known.delete(address);
    const found = new Map<string, Reach>();
    const open = [...new Set(addresses)];
    const lane = async () => {
      for (let address = open.shift(); address !== undefined; address = open.shift()) {
        const reach = this.known.get(address)?.reach ?? (await this.probe(address));
        found.set(address, reach);
        this.known.set(address, { reach, until: this.known.get(address)?.until ?? performance.now() + KEPT_MS });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return found;
  }

  private async probe(address: string): Promise<Reach> {
    const begun = performance.now();
    try {
      const place = new URL(address);
      const { statusCode, body } = await this.pools.poolFor(place).request({
        method: 'GET',
        path: `${place.pathname.replace(/\/$/, '')}/health/live`,
        headersTimeout: PATIENCE_MS,
        bodyTimeout: PATIENCE_MS,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await body.dump();
      if (statusCode === 200) return { answers: true, milliseconds: performance.now() - begun };
    } catch {
      // Away, or an address that is not to be called: which of them, `assent doctor` says.
    }
    return { answers: false, milliseconds: null };
  }
}
