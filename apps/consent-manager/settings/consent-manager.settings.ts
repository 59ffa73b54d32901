import { z } from 'zod';
import { httpUrl, roleSettings, wholeNumber } from '#platform';

const day = 86_400;

/** The settings of the consent manager, beyond those of every role. */
export const consentManagerSettings = roleSettings.extend({
  PRINCIPAL_HOST: z
    .string()
    .regex(/^[a-z0-9.-]{1,190}$/, 'must be a host name')
    .optional()
    .describe('What stands after the @ in the ids of people. Where absent, the host of PARTICIPANT_ID.'),
  APPROVAL_URL: httpUrl()
    .optional()
    .describe('The page where a person decides; the handle is added. Where absent, the person API of this role.'),
  CONSENT_REQUEST_LIFE_SECONDS: wholeNumber(60, 30 * day)
    .prefault(String(day))
    .describe('How long a person has to decide.'),
  SIGN_IN_LIFE_SECONDS: wholeNumber(60, 30 * day)
    .prefault(String(day / 2))
    .describe('How long a person stays signed in.'),
});

export type ConsentManagerSettings = z.output<typeof consentManagerSettings>;

/** @returns what stands after the @ in the id of a person here */
export function principalHost(settings: Pick<ConsentManagerSettings, 'PRINCIPAL_HOST' | 'PARTICIPANT_ID'>): string {
  return settings.PRINCIPAL_HOST ?? new URL(settings.PARTICIPANT_ID).hostname;
}
