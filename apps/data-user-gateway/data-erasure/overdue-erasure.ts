import { z } from 'zod';
import type { Instant } from '#domain';
import { instant, uuid } from '#protocol';

/** `files-not-deleted`: rows and keys are gone, files that were handed on are not. */
const overdueReasons = ['data-life-ended', 'consent-revoked', 'files-not-deleted'] as const;
type OverdueReason = (typeof overdueReasons)[number];

/** Received data that should be gone and is not. */
export interface OverdueErasure {
  readonly sessionId: string;
  readonly consentId: string;
  readonly reason: OverdueReason;
  /** When data life ends, revoked or not. */
  readonly eraseBy: Instant;
}

export const overdueErasuresView = z
  .strictObject({
    overdue: z.array(
      z.strictObject({
        sessionId: uuid,
        consentId: uuid,
        reason: z.enum(overdueReasons),
        eraseBy: instant.describe('When data life ends, whether or not a revocation came before.'),
      }),
    ),
  })
  .meta({ id: 'OverdueErasures' });
