import { Injectable } from '@nestjs/common';
import { type Instant, toInstant } from '#domain';

/** The port through which time enters. Rules take `now` as an argument; only services hold a clock. */
export abstract class Clock {
  abstract now(): Instant;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Instant {
    return toInstant(Date.now());
  }
}
