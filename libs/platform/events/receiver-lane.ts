import type { PendingEvent } from './event-statements.ts';

/** Half of the connections to one counterpart: the rest is for calls that somebody waits for. */
const AT_ONCE = 16;
const MOST_WAITING = 2000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** delivered; refused: this event alone; away: the receiver does not answer at all. */
export type DeliveryResult = 'delivered' | 'refused' | 'away';

/** The deliveries to one receiver: a few at once, none while it is away, and never in the way of another's. */
export class ReceiverLane {
  private readonly waiting = new Map<string, PendingEvent>();
  private readonly running = new Set<string>();
  private readonly runs = new Set<Promise<void>>();
  private stopped = false;
  private pauseMs = 0;
  private pausedUntil = 0;

  constructor(
    private readonly deliver: (event: PendingEvent) => Promise<DeliveryResult>,
    private readonly onReturn: () => Promise<void>,
    private readonly giveBack: (events: PendingEvent[]) => Promise<void>,
  ) {}

  /** @returns false where there is no room, or the receiver is away */
  add(event: PendingEvent): boolean {
    if (this.running.has(event.id)) return true;
    if (this.stopped || this.isPaused() || this.waiting.size >= MOST_WAITING) return false;
    this.waiting.set(event.id, event);
    this.next();
    return true;
  }

  isPaused(): boolean {
    return performance.now() < this.pausedUntil;
  }

  /** Whether more would only wait here, or find no room. */
  isBusy(): boolean {
    return this.isPaused() || this.waiting.size > MOST_WAITING / 2;
  }

  isIdle(): boolean {
    return this.waiting.size === 0 && this.running.size === 0 && this.pauseMs === 0;
  }

  /** What is under way ends; the rest is given back. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.empty();
    await Promise.all(this.runs);
  }

  private track(run: Promise<void>): void {
    const tracked = run.finally(() => this.runs.delete(tracked));
    this.runs.add(tracked);
  }

  private next(): void {
    // One knocks first where the receiver was away.
    const atOnce = this.pauseMs > 0 ? 1 : AT_ONCE;
    for (const event of this.waiting.values()) {
      if (this.running.size >= atOnce) return;
      this.waiting.delete(event.id);
      this.running.add(event.id);
      this.track(this.run(event));
    }
  }

  private async run(event: PendingEvent): Promise<void> {
    const result = await this.deliver(event);
    this.running.delete(event.id);
    if (result === 'away') await this.pause();
    else if (this.pauseMs > 0) await this.resume();
    if (!this.isPaused()) this.next();
  }

  private async pause(): Promise<void> {
    if (this.isPaused()) return;
    this.pauseMs = Math.min(Math.max(this.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    this.pausedUntil = performance.now() + this.pauseMs * (0.75 + 0.5 * Math.random());
    await this.empty();
  }

  private async empty(): Promise<void> {
    const events = [...this.waiting.values()];
    this.waiting.clear();
    await this.giveBack(events);
  }

  private async resume(): Promise<void> {
    this.pauseMs = 0;
    await this.onReturn();
  }
}
