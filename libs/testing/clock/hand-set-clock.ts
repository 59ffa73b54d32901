import { addSeconds, type Instant } from '#domain';
import { Clock } from '#platform';

/** Time that stands still until a test moves it. */
export class HandSetClock extends Clock {
  constructor(private instant: Instant = '2026-03-01T09:00:00.000Z') {
    super();
  }

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }

  advance(seconds: number): void {
    this.instant = addSeconds(this.instant, seconds);
  }
}
