import { setTimeout as sleep } from 'node:timers/promises';

/** Gathers what comes while the last batch is being worked off; so under load one round trip serves many. */
export class Batch<T> {
  private waiting: T[] = [];
  private running: Promise<void> | undefined;

  /**
   * @param paceMs between two batches
   * @param work never throws
   * @param gatherMs before the first: where 0, only what is added in the same turn of the event loop goes together
   */
  constructor(
    private readonly size: number,
    private readonly paceMs: number,
    private readonly work: (items: T[]) => Promise<void>,
    private readonly gatherMs = 0,
  ) {}

  add(item: T): void {
    this.waiting.push(item);
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  /** Returns once everything added so far is worked off. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    await (this.gatherMs === 0 ? Promise.resolve() : sleep(this.gatherMs));
    while (this.waiting.length > 0) {
      await this.work(this.waiting.splice(0, this.size));
      await sleep(this.paceMs);
    }
  }
}
