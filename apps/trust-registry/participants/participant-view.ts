import { z } from 'zod';
import { keyUses, participantRoles, participantStatuses } from '#domain';
import { instant, kid, participantId } from '#protocol';

/** A participant as anyone may see it. */
export const participantView = z
  .object({
    id: participantId,
    name: z.string(),
    roles: z.array(z.enum(participantRoles)),
    endpoints: z.partialRecord(z.enum(participantRoles), z.string()),
    keys: z.array(
      z.object({
        kid,
        use: z.enum(keyUses),
        jwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
        validFrom: instant,
        validUntil: instant.optional(),
        retiredAt: instant.optional(),
        compromisedSince: instant.optional(),
      }),
    ),
    dataTypes: z.array(z.string()),
    status: z.enum(participantStatuses),
  })
  .meta({ id: 'Participant' });

export const participantsView = z.object({ participants: z.array(participantView) }).meta({ id: 'Participants' });

/** Since when someone else may have held the private key; now where absent. */
export const compromise = z.strictObject({ since: instant.optional() }).meta({ id: 'KeyCompromise' });
