import { z } from 'zod';
import { consentStates } from '#domain';
import { instant, uuid } from '#protocol';

const participant = z.strictObject({ id: z.string(), name: z.string() });
const titledType = z.strictObject({ type: z.string(), title: z.string() });

const linkedAccount = z.strictObject({
  id: uuid,
  label: z.string(),
  linkedAt: instant,
  dataTypes: z.array(titledType),
});

const openConsent = z.strictObject({
  id: uuid,
  state: z.enum(consentStates),
  purpose: z.strictObject({ code: z.string(), title: z.string() }),
  dataTypes: z.array(titledType),
  /** Who answers for it. */
  dataProviders: z.array(participant),
  expiresAt: instant,
});

const heldData = z.strictObject({
  /** Also of one that has ended. */
  consentId: uuid,
  from: participant,
  dataTypes: z.array(titledType),
  records: z.int(),
  since: instant,
  /** When the last of it must be gone; null where the data user has not said yet that it received it. */
  until: instant.nullable(),
  /** Records that should have been erased by now. */
  overdue: z.int(),
});

/** Answer of `GET /me/data-holders`. */
export const dataHolders = z.strictObject({
  dataProviders: z.array(z.strictObject({ participant, accounts: z.array(linkedAccount) })),
  dataUsers: z.array(
    z.strictObject({
      participant,
      /** Under which it may ask for data now. */
      consents: z.array(openConsent),
      /** What it has. */
      held: z.array(heldData),
    }),
  ),
});
