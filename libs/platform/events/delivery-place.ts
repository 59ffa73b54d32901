import type { DeliveryPlace } from './delivery-log.ts';

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,15})$/;

/** A place in the log as text: `2026-11-21T10:00:00.000Z/<event>/<entry>` */
export const printPlace = ({ at, eventId, entry }: DeliveryPlace): string => `${at}/${eventId}/${entry}`;

/** @returns undefined where it is none that `printPlace` made */
export function parsePlace(text: string): DeliveryPlace | undefined {
  const [, at, eventId, entry] = form.exec(text) ?? [];
  if (at === undefined || eventId === undefined) return undefined;
  return { at, eventId, entry: Number(entry) };
}
