import { z } from 'zod';
import { erasureReasons } from '#domain';
import { instant, uuid } from '#protocol';

export const deletionReceiptView = z
  .strictObject({
    consentId: uuid,
    reason: z.enum(erasureReasons),
    erasedAt: instant,
    /** deletion-receipt+jwt */
    receipt: z.string(),
  })
  .meta({ id: 'DeletionReceipt' });
