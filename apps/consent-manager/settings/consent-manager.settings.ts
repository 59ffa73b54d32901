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
    .describe('The page where a person decides; the handle is added. Where absent, the pages of this role.'),
  CONSENT_REQUEST_LIFE_SECONDS: wholeNumber(60, 30 * day)
    .prefault(String(day))
    .describe('How long a person has to decide.'),
  SIGN_IN_LIFE_SECONDS: wholeNumber(60, 30 * day)
    .prefault(String(day / 2))
    .describe('How long a person stays signed in.'),
  CODES_PER_CLIENT_ADDRESS_PER_HOUR: wholeNumber(1, 1_000_000)
    .prefault('60')
    .describe('How many one-time codes may be asked for from one address (an IPv6 /64) in each hour of the clock.'),
  WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR: wholeNumber(1, 1_000_000)
    .prefault('60')
    .describe('How many wrong one-time codes one address may name in each hour of the clock.'),
  REQUEST_MESSAGES_PER_PERSON_PER_HOUR: wholeNumber(0, 1000)
    .prefault('4')
    .describe(
      'How many messages a person gets in each hour of the clock about requests that wait for her; ' +
        'what comes beyond them stands together in the first message of the next hour. With 0 none is sent.',
    ),
  UNCONFIRMED_AFTER_SECONDS: wholeNumber(60, 30 * day)
    .prefault(String(day))
    .describe('How long after one side has spoken of a data session the other may stay silent before she is told.'),
});

export type ConsentManagerSettings = z.output<typeof consentManagerSettings>;

/** @returns what stands after the @ in the id of a person here */
export function principalHost(settings: Pick<ConsentManagerSettings, 'PRINCIPAL_HOST' | 'PARTICIPANT_ID'>): string {
  return settings.PRINCIPAL_HOST ?? new URL(settings.PARTICIPANT_ID).hostname;
}
