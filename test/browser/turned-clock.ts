import { addSeconds, type Instant, toInstant } from '#domain';
import { Clock } from '#platform';

/** Time that goes on by itself, and can be turned on and back. */
export class TurnedClock extends Clock {
  private seconds = 0;

  now(): Instant {
    return addSeconds(toInstant(Date.now()), this.seconds);
  }

  turn(seconds: number): void {
    this.seconds += seconds;
  }
}
