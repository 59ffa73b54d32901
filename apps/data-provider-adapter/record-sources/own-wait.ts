/** What is done about a wait that is no fault of the source. */
type StandAside = <T>(wait: Promise<T>) => Promise<T>;

const readers = new WeakMap<AbortSignal, StandAside>();

/** Whoever reads with this signal, and times the source, does not count what it waits for on this side. */
export function excuseOwnWaits(signal: AbortSignal, standAside: StandAside): void {
  readers.set(signal, standAside);
}

/** For a wait on this side, such as for a connection that other readings hold. */
export function ownWait<T>(signal: AbortSignal | undefined, wait: Promise<T>): Promise<T> {
  const standAside = signal === undefined ? undefined : readers.get(signal);
  return standAside === undefined ? wait : standAside(wait);
}
