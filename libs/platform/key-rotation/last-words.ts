import { addSeconds, type Instant } from '#domain';
import type { RoleSettings } from '../settings/role-settings.ts';

/** The longest life of a command. */
const LONGEST_LIFE_SECONDS = 300;
/** For replicas that see a rotation late, and calls under way. */
const LATE_SECONDS = 60;

/** Until when a message signed by a key that signs no more may still be accepted somewhere. */
export function lastWordsUntil(
  now: Instant,
  { CLOCK_SKEW_SECONDS }: Pick<RoleSettings, 'CLOCK_SKEW_SECONDS'>,
): Instant {
  return addSeconds(now, LONGEST_LIFE_SECONDS + CLOCK_SKEW_SECONDS + LATE_SECONDS);
}
