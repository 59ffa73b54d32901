import { z } from 'zod';
import { demoSignInRule, httpUrl, list, roleSettings, wholeNumber } from '#platform';
import { knownPushServices, pushServiceForm } from './push-services.ts';

const day = 86_400;

/** The settings of the consent manager, beyond those of every role. */
export const consentManagerSettings = roleSettings
  .extend({
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
    DEMO_PERSON_EMAIL: z
      .email()
      .optional()
      .describe('Whose session DEMO_SIGN_IN opens; who has no such address joins. Heard only with that switch.'),
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
    CHANGE_STREAMS_PER_REPLICA: wholeNumber(1, 100_000)
      .prefault('2000')
      .describe('How many pages at once may be told of changes as they come, by one process; a person has at most 8.'),
    OPENID_PROVIDERS_FILE: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The OpenID providers people may sign in with, as JSON (docs/operations.md). Where absent, there are none.',
      ),
    WEB_PUSH_CONTACT: z
      .url({ protocol: /^(https|mailto)$/ })
      .optional()
      .describe(
        'Whom a push service writes to about what this role sends (mailto: or https:). Where absent, nothing is pushed to browsers.',
      ),
    WEB_PUSH_SERVICES: list(z.string().regex(pushServiceForm, 'must be a host, with *. before it for those below'))
      .prefault(knownPushServices)
      .describe('The push services that messages may be sent to, whatever a browser names: hosts, *. for those below.'),
    UNCONFIRMED_AFTER_SECONDS: wholeNumber(60, 30 * day)
      .prefault(String(day))
      .describe('How long after one side has spoken of a data session the other may stay silent before she is told.'),
  })
  .superRefine(demoSignInRule);

export type ConsentManagerSettings = z.output<typeof consentManagerSettings>;

/** @returns what stands after the @ in the id of a person here */
export function principalHost(settings: Pick<ConsentManagerSettings, 'PRINCIPAL_HOST' | 'PARTICIPANT_ID'>): string {
  return settings.PRINCIPAL_HOST ?? new URL(settings.PARTICIPANT_ID).hostname;
}
