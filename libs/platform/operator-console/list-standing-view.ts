import { z } from 'zod';
import { instant } from '#protocol';

export const listStandingView = z
  .strictObject({
    state: z
      .enum(['FRESH', 'STALE', 'EXPIRED', 'UNKNOWN'])
      .describe('FRESH: as new as expected. STALE: a newer one is due. EXPIRED: not relied on any more.'),
    sequence: z.int(),
    issuedAt: instant,
    nextUpdate: instant,
    validUntil: instant,
    participants: z.int(),
    isListed: z.boolean().describe('Whether this participant is in it, as active.'),
  })
  .meta({ id: 'TrustListStanding' });
