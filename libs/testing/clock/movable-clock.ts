import { addSeconds, type Instant, toInstant } from '#domain';
import { Clock } from '#platform';

/** Time that goes on by itself and can be moved on. */
export class MovableClock extends Clock {
  private seconds = 0;

  now(): Instant {
    return addSeconds(toInstant(Date.now()), this.seconds);
  }

  advance(seconds: number): void {
    this.seconds += seconds;
  }
}
