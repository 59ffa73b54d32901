import { z } from 'zod';
import type { ParticipantId, ParticipantRole } from '#domain';
import { digest } from '#protocol';
import { PeerRefusal } from '../peer/peer-errors.ts';

const consistencyAnswer = z.object({ path: z.array(digest).max(128) });

/** How the roles whose trails are witnessed here are asked: at their listed addresses. */
export abstract class TrailPeers {
  /** GET below an address. @throws PeerRefusal where it says no; anything else where there is no answer now */
  abstract get(issuer: ParticipantId, role: ParticipantRole, path: string): Promise<unknown>;

  /** @returns a proof that proves nothing where it has none. @throws where it cannot answer now: ask again */
  async proveConsistency(issuer: ParticipantId, role: ParticipantRole, from: number, to: number): Promise<string[]> {
    const path = `/audit-trail/consistency?from=${from}&to=${to}`;
    const answer = consistencyAnswer.safeParse(await this.get(issuer, role, path).catch(orNothing));
    return answer.data?.path ?? [];
  }
}

/**
 * Who cannot prove it does not extend it: that is kept, and told. Who cannot answer now is asked again, and so is who has
 * not said so itself: what stands before it may answer as it likes.
 */
function orNothing(error: unknown): undefined {
  const isNo = error instanceof PeerRefusal && error.code !== '' && error.status !== 429 && error.status < 500;
  if (!isNo) throw error;
  return undefined;
}
