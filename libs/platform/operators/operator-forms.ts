import { z } from 'zod';
import { operatorRights } from '#domain';
import { instant, uuid } from '#protocol';

export const operatorName = z
  .string()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._'-]{0,62}[\p{L}\p{N}.])?$/u, "letters, digits, spaces and ._'-, 64 at most");
export const operatorRight = z.enum(operatorRights);

const shape = { id: uuid, name: z.string(), may: operatorRight };

export const operatorsView = z
  .strictObject({ operators: z.array(z.strictObject({ ...shape, joinedAt: instant })) })
  .meta({ id: 'Operators' });

export const ownView = z
  .strictObject({
    ...shape,
    sessionExpiresAt: instant,
    role: z.string(),
    participant: z.strictObject({ id: z.string(), name: z.string() }),
  })
  .meta({ id: 'OperatorSelf' });

export const inviteBody = z.strictObject({ name: operatorName, may: operatorRight }).meta({ id: 'OperatorInvite' });
export const invitationView = z
  .strictObject({ id: uuid, invitation: z.string(), expiresAt: instant })
  .meta({ id: 'OperatorInvitation' });
export const invitationsView = z
  .strictObject({
    invitations: z.array(
      z.strictObject({
        ...shape,
        expiresAt: instant,
        invitedBy: z.string().nullable().describe('Null where it was done on the machine of the node.'),
      }),
    ),
  })
  .meta({ id: 'PendingOperatorInvitations' });
export const rightBody = z.strictObject({ may: operatorRight }).meta({ id: 'OperatorRight' });
