import { type DeliveryPlace, parsePlace } from '#platform';
import { CommandFailure } from '../terminal/command-failure.ts';

/** @throws CommandFailure where it is none that `printPlace` made */
export function readPlace(text: string): DeliveryPlace {
  const place = parsePlace(text);
  if (place !== undefined) return place;
  throw new CommandFailure('usage', `--before ${text}: take the place that the page before names as its next`);
}
