import { type Instant, toInstant } from '#domain';
import { CommandFailure } from '../terminal/command-failure.ts';

/** `2027-01-31`, `2027-01-31T12:00Z`: midnight and UTC where they are not said. */
export function readInstant(text: string): Instant {
  const milliseconds = /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) {
    throw new CommandFailure('usage', `${text} is not a time: 2027-01-31 or 2027-01-31T12:00Z is`);
  }
  return toInstant(milliseconds);
}
