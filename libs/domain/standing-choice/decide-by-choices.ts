import { addDuration, compareDurations } from '../clock/duration.ts';
import { earlierOf, type Instant } from '../clock/instant.ts';
import type { ConsentTerms } from '../consent-artefact/consent-terms.ts';
import type { Narrowing } from '../consent-request/narrow-terms.ts';
import { type AskedTerms, type FormerConsent, findRenewed } from './check-renewal.ts';
import { quietUntil } from './quiet-until.ts';
import {
  type EmergencyAccess,
  emergencyPurpose,
  longestEmergencyConsent,
  type RefusePurpose,
  type StandingChoice,
  type StandingRule,
} from './standing-choice.ts';

export type ChoiceDecision =
  | { readonly act: 'refuse'; readonly by: StandingChoice }
  | {
      readonly act: 'approve';
      readonly by: StandingChoice;
      /** Ids of account links; those that are linked no more are passed over. */
      readonly accounts: readonly string[];
      readonly narrowing: Narrowing;
      /** The consent that is renewed. */
      readonly renews?: string | undefined;
    }
  /** Nothing is decided before then, and she is not written to. */
  | { readonly act: 'wait'; readonly until: Instant }
  /** She decides herself. */
  | { readonly act: 'ask' };

type Of<K extends StandingRule['kind']> = StandingChoice & { readonly rule: Extract<StandingRule, { kind: K }> };

/**
 * What her choices make of a request, in the order in which they speak: a no goes before every yes, an emergency does
 * not wait for the morning, everything else does.
 *
 * @param choices those that are on
 */
export function decideByChoices(
  choices: readonly StandingChoice[],
  asked: AskedTerms,
  formers: readonly FormerConsent[],
  now: Instant,
): ChoiceDecision {
  const refusing = ofKind(choices, 'refuse-purpose').find(({ rule }) => refuses(rule, asked));
  if (refusing !== undefined) return { act: 'refuse', by: refusing };
  for (const by of ofKind(choices, 'emergency-access')) {
    const narrowing = by.uses < by.rule.mostUses ? inEmergency(by.rule, asked, now) : undefined;
    if (narrowing !== undefined) return { act: 'approve', by, accounts: by.rule.accounts, narrowing };
  }
  const quiet = quietNow(choices, now);
  if (quiet !== undefined) return { act: 'wait', until: quiet };
  for (const by of ofKind(choices, 'approve-renewal')) {
    const renewed = by.uses < by.rule.mostUses ? findRenewed(by, asked, formers, now) : undefined;
    if (renewed !== undefined) {
      return { act: 'approve', by, accounts: renewed.accounts, narrowing: {}, renews: renewed.id };
    }
  }
  return { act: 'ask' };
}

/** @returns when the quiet hours of now end, the latest of them; undefined where there are none now */
export function quietNow(choices: readonly Pick<StandingChoice, 'rule'>[], now: Instant): Instant | undefined {
  const ends = choices.flatMap(({ rule }) => (rule.kind === 'quiet-hours' ? (quietUntil(rule, now) ?? []) : []));
  return ends.sort().at(-1);
}

function ofKind<K extends StandingRule['kind']>(choices: readonly StandingChoice[], kind: K): Of<K>[] {
  return choices.filter((choice): choice is Of<K> => choice.rule.kind === kind);
}

function refuses({ purposes, dataUsers }: RefusePurpose, { dataUser, terms }: AskedTerms): boolean {
  return purposes.includes(terms.purpose.code) && (dataUsers?.includes(dataUser) ?? true);
}

/** @returns what the request must be narrowed to; undefined where it is no emergency she opened anything for */
function inEmergency(rule: EmergencyAccess, asked: AskedTerms, now: Instant): Narrowing | undefined {
  const { terms, dataUser, mayBeNarrowed } = asked;
  if (now >= rule.until || terms.purpose.code !== emergencyPurpose || terms.fetchType !== 'ONETIME') return undefined;
  if (!(rule.dataUsers?.includes(dataUser) ?? true)) return undefined;
  const narrowing = emergencyTerms(rule, terms, now);
  if (narrowing.dataTypes?.length === 0) return undefined;
  return mayBeNarrowed || Object.keys(narrowing).length === 0 ? narrowing : undefined;
}

function emergencyTerms(rule: EmergencyAccess, terms: ConsentTerms, now: Instant): Narrowing {
  const dataTypes = terms.dataTypes.filter(({ type }) => rule.dataTypes.includes(type));
  const expiry = earlierOf(terms.consentPeriod.expiry, addDuration(now, longestEmergencyConsent));
  return {
    ...(dataTypes.length < terms.dataTypes.length && { dataTypes }),
    ...(expiry < terms.consentPeriod.expiry && { expiry }),
    ...(compareDurations(terms.dataLife, rule.longestDataLife) > 0 && { dataLife: rule.longestDataLife }),
  };
}
