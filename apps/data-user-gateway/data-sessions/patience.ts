import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;
/** After this long without anything new a worker goes, and comes back later. */
const PATIENCE_MS = 5000;

/** Nothing new has come for a while. */
export class NothingNew extends Error {
  override readonly name = 'NothingNew';
}

/** Short pauses that grow while a provider is at work, up to a point. */
export class Patience {
  private pause = FIRST_PAUSE_MS;
  private waited = 0;

  /** Something new has come. */
  renew(): void {
    this.pause = FIRST_PAUSE_MS;
    this.waited = 0;
  }

  /** @param retryAfterSeconds what the provider asked for @throws NothingNew */
  async wait(retryAfterSeconds?: number): Promise<void> {
    const pause = retryAfterSeconds === undefined ? this.pause : retryAfterSeconds * 1000;
    if (this.waited + pause > PATIENCE_MS) throw new NothingNew();
    await sleep(pause);
    this.waited += pause;
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}
