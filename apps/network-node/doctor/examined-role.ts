import type { Instant } from '#domain';
import type { Role, RoleSettings } from '#platform';

/** How far another clock is ahead of ours, in milliseconds; behind where negative. */
export interface ClockReading {
  readonly whose: string;
  readonly aheadMs: number;
}

/** A role whose surroundings are looked at. It need not be running. */
export interface ExaminedRole {
  readonly name: string;
  readonly role: Role;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Those that are right; a check that lacks one of its own says nothing. */
  readonly settings: Partial<RoleSettings>;
  now(): Instant;
  /** Other clocks that were seen on the way. */
  readonly clocks: ClockReading[];
}
