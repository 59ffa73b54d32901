/** An address is doubted no more often: a participant that is away for an hour must not wear out the registry. */
const DOUBTED_AGAIN_MS = 15_000;

/** No connection came about, so nothing was sent: whoever is meant may have moved. */
const unreachable = new Set([
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function isUnreachable(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && unreachable.has(code);
}

/** Asks for a newer trust list where nobody is at an address that the present one names. */
export class MovedPeers {
  private readonly doubts = new Map<string, { readonly since: number; readonly settled: Promise<void> }>();

  /** @param refresh returns when a newer list is there, or none is to be had */
  constructor(private readonly refresh: () => Promise<void>) {}

  /** All who doubt the same address share one refresh; for a while after it the list is taken at its word. */
  async doubt(origin: string): Promise<void> {
    const now = performance.now();
    for (const [other, { since }] of this.doubts) if (now - since > DOUBTED_AGAIN_MS) this.doubts.delete(other);
    const doubt = this.doubts.get(origin) ?? { since: now, settled: this.refresh() };
    this.doubts.set(origin, doubt);
    await doubt.settled;
  }
}
