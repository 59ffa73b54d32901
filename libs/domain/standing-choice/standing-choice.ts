import type { Duration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { ParticipantId } from '../participant/participant.ts';

/** Requests for these purposes are refused. */
export interface RefusePurpose {
  readonly kind: 'refuse-purpose';
  readonly purposes: readonly string[];
  /** Of anyone where absent. */
  readonly dataUsers?: readonly ParticipantId[] | undefined;
}

/** A request that asks for no more than a consent she gave the same data user before is approved. */
export interface ApproveRenewal {
  readonly kind: 'approve-renewal';
  readonly dataUsers?: readonly ParticipantId[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  /** Only this consent, and what came of it by this choice. */
  readonly consent?: string | undefined;
  /** Since the consent ended by time; one still in force is renewed as well. */
  readonly withinDays: number;
  readonly mostUses: number;
  readonly longestDataLife: Duration;
}

/** At these times nothing is approved by itself, and no message about requests is sent. */
export interface QuietHours {
  readonly kind: 'quiet-hours';
  /** `HH:MM`, inclusive. */
  readonly from: string;
  /** `HH:MM`, exclusive; earlier than `from` where the night lies between. */
  readonly to: string;
  /** IANA, e.g. `Asia/Kolkata`. */
  readonly timeZone: string;
}

/** Whoever treats her in an emergency gets what she named, for a day, without asking her first. */
export interface EmergencyAccess {
  readonly kind: 'emergency-access';
  readonly until: Instant;
  readonly dataUsers?: readonly ParticipantId[] | undefined;
  readonly dataTypes: readonly string[];
  /** Ids of her account links. */
  readonly accounts: readonly string[];
  readonly mostUses: number;
  readonly longestDataLife: Duration;
}

export type StandingRule = RefusePurpose | ApproveRenewal | QuietHours | EmergencyAccess;
export type StandingRuleKind = StandingRule['kind'];
export const standingRuleKinds = [
  'refuse-purpose',
  'approve-renewal',
  'quiet-hours',
  'emergency-access',
] as const satisfies readonly StandingRuleKind[];

/** A rule of hers that decides for her. Each change is a new version. */
export interface StandingChoice {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly rule: StandingRule;
  /** How often it has approved or refused. */
  readonly uses: number;
}

export const mostStandingChoices = 20;
/** A session in which a choice is set must have begun at most so long ago: who finds her signed in sets none. */
export const freshSignInSeconds = 15 * 60;
/** Emergency access ends by itself at the latest then: who does not renew it has forgotten it. */
export const longestEmergencyAccess: Duration = 'P30D';
/** A consent that emergency access gives ends at the latest then. */
export const longestEmergencyConsent: Duration = 'PT24H';
export const emergencyPurpose = 'emergency-treatment';
