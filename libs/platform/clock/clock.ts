import { Injectable } from '@nestjs/common';
import { type Instant, toInstant } from '#domain';

/** The port through which time enters. Rules take `now` as an argument; only services hold a clock. */
export abstract class Clock {
  abstract now(): Instant;
}

@Injectable()
export class SystemClock extends Clock {
  /** The second that it is, and how its moments begin: a moment is asked for dozens of times in one act. */
  private second = Number.NaN;
  private begins = '';

  now(): Instant {
    const milliseconds = Date.now();
    const second = Math.floor(milliseconds / 1000);
    if (second !== this.second) {
      this.second = second;
      this.begins = toInstant(second * 1000).slice(0, -4);
    }
    return `${this.begins}${`${milliseconds - second * 1000}`.padStart(3, '0')}Z`;
  }
}
