import type { DeliveryPlace } from '#platform';
import { CommandFailure } from '../terminal/command-failure.ts';

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,15})$/;

/** A place in the log on the command line: `2026-11-21T10:00:00.000Z/<event>/<entry>` */
export const printPlace = ({ at, eventId, entry }: DeliveryPlace): string => `${at}/${eventId}/${entry}`;

/** @throws CommandFailure where it is none that `printPlace` made */
export function readPlace(text: string): DeliveryPlace {
  const [, at, eventId, entry] = form.exec(text) ?? [];
  if (at !== undefined && eventId !== undefined) return { at, eventId, entry: Number(entry) };
  throw new CommandFailure('usage', `--before ${text}: take the place that the page before names as its next`);
}
