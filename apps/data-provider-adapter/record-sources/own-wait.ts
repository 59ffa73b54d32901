/** What is done about a wait that is no fault of the source. */
type StandAside = <T>(wait: Promise<T>) => Promise<T>;

const standsAside = Symbol('stands aside');

/** Said of the signal by the signal itself: beside it, what a reading holds would outlast it until a full collection. */
interface ExcusedSignal extends AbortSignal {
  [standsAside]?: StandAside;
}

/** Whoever reads with this signal, and times the source, does not count what it waits for on this side. */
export function excuseOwnWaits(signal: ExcusedSignal, standAside: StandAside): void {
  signal[standsAside] = standAside;
}

/** For a wait on this side, such as for a connection that other readings hold. */
export function ownWait<T>(signal: ExcusedSignal | undefined, wait: Promise<T>): Promise<T> {
  const standAside = signal?.[standsAside];
  return standAside === undefined ? wait : standAside(wait);
}
