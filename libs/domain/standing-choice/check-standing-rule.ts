import { addDuration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { Catalogues } from '../consent-request/request-checks.ts';
import { type Refusal, refuse } from '../refusal/refusal.ts';
import { isTimeZone } from './quiet-until.ts';
import { longestEmergencyAccess, type StandingRule } from './standing-choice.ts';

const contradiction = (detail: string) => refuse('terms-contradictory', detail);

/** Whether a rule of the right form means anything. */
export function checkStandingRule(
  rule: StandingRule,
  { purposes, dataTypes }: Pick<Catalogues, 'purposes' | 'dataTypes'>,
  now: Instant,
): Refusal | undefined {
  const strange = 'purposes' in rule ? rule.purposes?.find((code) => !purposes.has(code)) : undefined;
  if (strange !== undefined) return refuse('purpose-unknown', strange);
  if (rule.kind === 'quiet-hours') {
    if (!isTimeZone(rule.timeZone)) return contradiction('timeZone is not known');
    return rule.from === rule.to ? contradiction('from and to are the same') : undefined;
  }
  if (rule.kind !== 'emergency-access') return undefined;
  const unknown = rule.dataTypes.find((type) => !dataTypes.has(type));
  if (unknown !== undefined) return refuse('data-type-unknown', unknown);
  if (rule.until <= now) return contradiction('until is past');
  return rule.until > addDuration(now, longestEmergencyAccess)
    ? contradiction('until is further ahead than emergency access may be')
    : undefined;
}
