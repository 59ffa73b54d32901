import { z } from 'zod';
import type { Instant } from '#domain';
import { instant, uuid } from '#protocol';

/** Received data that should be gone and is not. */
export interface OverdueErasure {
  readonly sessionId: string;
  readonly consentId: string;
  readonly reason: 'data-life-ended' | 'consent-revoked';
  /** When data life ends, revoked or not. */
  readonly eraseBy: Instant;
}

export const overdueErasuresView = z
  .strictObject({
    overdue: z.array(
      z.strictObject({
        sessionId: uuid,
        consentId: uuid,
        reason: z.enum(['data-life-ended', 'consent-revoked']),
        eraseBy: instant.describe('When data life ends, whether or not a revocation came before.'),
      }),
    ),
  })
  .meta({ id: 'OverdueErasures' });
