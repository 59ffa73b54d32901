import { Logger } from '@nestjs/common';
import type { TimerLock } from './timer-lock.ts';

interface Timer {
  readonly name: string;
  readonly ms: number;
  readonly fn: () => Promise<void>;
}

/** Timers begin so long after the start, spread: until then a role has enough to do, and so has its database. */
const FIRST_AFTER_MS = 500;
const FIRST_WITHIN_MS = 500;

/** Work that is done again and again: soon after the start, then `ms` after each end. */
export class Timers {
  private readonly logger = new Logger('Timers');
  private readonly timers: Timer[] = [];
  private readonly waiting = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private state: 'idle' | 'running' | 'stopped' = 'idle';

  constructor(private readonly lock: TimerLock) {}

  add(timer: Timer): void {
    this.timers.push(timer);
    if (this.state === 'running') this.schedule(timer, 0);
  }

  start(): void {
    this.state = 'running';
    for (const timer of this.timers) this.schedule(timer, FIRST_AFTER_MS + Math.random() * FIRST_WITHIN_MS);
  }

  /** Waits for what is under way; nothing begins any more. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    for (const handle of this.waiting) clearTimeout(handle);
    await Promise.all(this.running);
    await this.lock.close();
  }

  private schedule(timer: Timer, ms: number): void {
    if (this.state !== 'running') return;
    const handle = setTimeout(() => {
      this.waiting.delete(handle);
      const run = this.run(timer).finally(() => {
        this.running.delete(run);
        // Spread, so that replicas started together do not stay in step.
        this.schedule(timer, timer.ms * (0.9 + Math.random() * 0.2));
      });
      this.running.add(run);
    }, ms);
    this.waiting.add(handle);
  }

  private async run({ name, fn }: Timer): Promise<void> {
    try {
      await this.lock.holding(name, fn);
    } catch (error) {
      this.logger.error({ timer: name, err: error }, 'a timer failed');
    }
  }
}
