import { setTimeout as sleep } from 'node:timers/promises';

const SOONEST_MS = 2000;
const AWAIT_MS = 4000;
const MOST_WAITING = 200;
const UNLISTED_MS = 1000;

/** When to fetch: one at a time, usually every so often, soon where something unknown is met, but not on every word. */
export class RefreshPace {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private asked: Promise<void> | undefined;
  private lastStart = Number.NEGATIVE_INFINITY;
  private waiting = 0;
  private stopped = false;

  /** @param fetch never throws; returns whether the next one can wait its usual time */
  constructor(
    private readonly everySeconds: number,
    private readonly fetch: () => Promise<boolean>,
  ) {}

  start(): void {
    void this.now();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Starts a fetch or joins the one under way. */
  now(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** A fetch within 2 s, which all who ask meanwhile share. Returns when it is done, or after 4 s. */
  async soon(): Promise<void> {
    if (this.waiting >= MOST_WAITING || this.stopped) return;
    this.waiting++;
    const givingUp = new AbortController();
    try {
      this.asked ??= this.runWhenDue().finally(() => {
        this.asked = undefined;
      });
      await Promise.race([this.asked, sleep(AWAIT_MS, undefined, { ref: false, signal: givingUp.signal })]);
    } finally {
      this.waiting--;
      givingUp.abort();
    }
  }

  private async runWhenDue(): Promise<void> {
    // A fetch under way may have been answered before what is asked for was listed.
    await this.running;
    const wait = this.lastStart + SOONEST_MS - performance.now();
    if (wait > 0) await sleep(wait, undefined, { ref: false });
    await this.now();
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    this.lastStart = performance.now();
    const settled = await this.fetch();
    if (this.stopped) return;
    // Replicas that started together drift apart.
    const usual = this.everySeconds * 1000 * (0.9 + 0.2 * Math.random());
    this.timer = setTimeout(() => void this.now(), settled ? usual : UNLISTED_MS);
    this.timer.unref();
  }
}
