import { z } from 'zod';
import { mostStandingChoices } from '#domain';
import { code, duration, instant, participantId, signInMethods, text, uuid } from '#protocol';

const dataUsers = z.array(participantId).min(1).max(50).optional().describe('Of anyone where absent.');
const uses = z.int().min(1).max(50).describe('How often; then it decides no more until she sets it anew.');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const refusePurpose = z.strictObject({
  kind: z.literal('refuse-purpose'),
  purposes: z.array(code).min(1).max(50),
  dataUsers,
});

const approveRenewal = z.strictObject({
  kind: z.literal('approve-renewal'),
  dataUsers,
  purposes: z.array(code).min(1).max(50).optional(),
  consent: uuid.optional().describe('Only this consent of hers, and what came of it by this choice.'),
  withinDays: z.int().min(1).max(90).describe('Since the consent ended by time.'),
  mostUses: uses,
  longestDataLife: duration,
});

const quietHours = z.strictObject({
  kind: z.literal('quiet-hours'),
  from: timeOfDay,
  to: timeOfDay,
  timeZone: z.string().min(1).max(64),
});

const emergencyAccess = z.strictObject({
  kind: z.literal('emergency-access'),
  until: instant.describe('At most 30 days ahead.'),
  dataUsers,
  dataTypes: z.array(code).min(1).max(50),
  accounts: z.array(uuid).min(1).max(200).describe('Ids of her account links.'),
  mostUses: uses,
  longestDataLife: duration,
});

const rule = z.discriminatedUnion('kind', [refusePurpose, approveRenewal, quietHours, emergencyAccess]);

/** A choice with its name, as she reads it on her timeline. */
export const newChoice = z.strictObject({ name: text(80), rule });

export const changedChoice = z
  .strictObject({ name: text(80).optional(), rule: rule.optional(), isOn: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'nothing is changed')
  .refine(({ isOn, name, rule: to }) => isOn !== false || (name === undefined && to === undefined), 'off, or changed');

export const standingChoice = z.strictObject({
  id: uuid,
  name: z.string(),
  version: z.int(),
  rule,
  isOn: z.boolean(),
  /** Whether it would decide now: on, not used up, and its time not over. */
  isInForce: z.boolean(),
  /** Of this version. */
  uses: z.int(),
  lastUsedAt: instant.nullable(),
  setAt: instant,
  /** How she had signed in when she set this version. */
  setBy: z.enum(signInMethods),
});

export const standingChoices = z.strictObject({
  choices: z.array(standingChoice),
  most: z.literal(mostStandingChoices),
});

export const renewal = z.strictObject({
  mostUses: uses.default(1),
  withinDays: z.int().min(1).max(90).default(30),
});
