import { v7 } from 'uuid';
import { type Instant, toMilliseconds } from '#domain';

const ID_BYTES = 16;
// To draw for one id takes as long as for hundreds of them.
const drawn = new Uint8Array(512 * ID_BYTES);
let at = drawn.length;

/** @returns a UUIDv7 (RFC 9562, section 5.7) that begins with this moment and goes on at random */
export function createId(now: Instant): string {
  if (at === drawn.length) {
    crypto.getRandomValues(drawn);
    at = 0;
  }
  const random = drawn.slice(at, at + ID_BYTES);
  // Nobody who reads this memory later learns what was drawn.
  drawn.fill(0, at, at + ID_BYTES);
  at += ID_BYTES;
  return v7({ msecs: toMilliseconds(now), random });
}

/** @returns the lowest UUIDv7 of a moment: whatever `createId` makes then or later comes after it */
export function firstIdAt(moment: Instant): string {
  return v7({ msecs: toMilliseconds(moment), seq: 0, random: new Uint8Array(ID_BYTES) });
}
