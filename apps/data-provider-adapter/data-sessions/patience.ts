import { excuseOwnWaits } from '../record-sources/own-wait.ts';

/** The source was waited for too long. */
export class SourceTimedOut extends Error {
  override readonly name = 'SourceTimedOut';
}

const tickMs = 50;
/** What each record gives back: a source of fifty records a second is read to its end, however much it holds. */
const earnedMs = 20;

/**
 * How long one account's source may be waited for. Only the waiting counts: while parts are sealed or fetched, or other
 * readings hold the connections, the clock stands; and what comes gives some of it back, so that a large answer is not
 * taken for a slow one, while one record now and then does not hold up the other accounts for ever. One timer for all
 * records: to set one for each would cost more than reading it.
 */
export class Patience {
  readonly abort = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private left: number;
  private isWaiting = false;
  /** While the clock runs. */
  private waitingSince: number | undefined;
  private ownWaits = 0;
  private giveUp: (error: Error) => void = () => undefined;

  constructor(private readonly milliseconds: number) {
    this.left = milliseconds;
    this.timer = setInterval(() => this.look(), tickMs).unref();
    excuseOwnWaits(this.abort.signal, (wait) => this.standAside(wait));
  }

  /** @throws SourceTimedOut */
  wait<T>(promise: Promise<T>): Promise<T> {
    this.isWaiting = true;
    this.startClock();
    return new Promise<T>((resolve, reject) => {
      this.giveUp = reject;
      const settle = () => {
        this.isWaiting = false;
        this.stopClock();
        this.left = Math.min(this.left + earnedMs, this.milliseconds);
      };
      promise.then(
        (value) => {
          settle();
          resolve(value);
        },
        (error: unknown) => {
          settle();
          reject(error);
        },
      );
    });
  }

  /** To be called when nothing more is read. */
  end(): void {
    clearInterval(this.timer);
  }

  private startClock(): void {
    if (this.isWaiting && this.ownWaits === 0) this.waitingSince = performance.now();
  }

  private stopClock(): void {
    if (this.waitingSince !== undefined) this.left -= performance.now() - this.waitingSince;
    this.waitingSince = undefined;
  }

  private async standAside<T>(wait: Promise<T>): Promise<T> {
    this.ownWaits += 1;
    this.stopClock();
    try {
      return await wait;
    } finally {
      this.ownWaits -= 1;
      this.startClock();
    }
  }

  private look(): void {
    if (this.waitingSince === undefined || performance.now() - this.waitingSince < this.left) return;
    const error = new SourceTimedOut();
    this.isWaiting = false;
    this.stopClock();
    this.giveUp(error);
    this.abort.abort(error);
  }
}

/** Reads on while the patience lasts. A source that hangs is left behind, not waited for. */
export function readPatiently<T>(source: AsyncIterable<T>, patience: Patience): AsyncIterableIterator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let isOver = false;
  const leave = () => {
    if (!isOver) void Promise.resolve(iterator.return?.()).catch(() => undefined);
    isOver = true;
  };
  // By hand: another generator for each record costs as much as reading one.
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const next = await patience.wait(iterator.next());
        if (next.done === true) isOver = true;
        return next;
      } catch (error) {
        leave();
        throw error;
      }
    },
    async return() {
      leave();
      return { done: true, value: undefined };
    },
  };
}
