import type { StandingRule } from './choice-queries.ts';

export const ruleKinds = ['refuse-purpose', 'approve-renewal', 'quiet-hours', 'emergency-access'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Those that a person may want to refuse once and for all. */
export const purposeCodes = [
  ...['credit-assessment', 'wealth-management', 'spending-insight', 'aggregated-statement', 'account-monitoring'],
  ...['treatment', 'care-management', 'health-payment', 'health-research', 'public-health', 'identity-verification'],
];

/** The kinds of record that an emergency may need. */
export const healthTypes = [
  ...['fhir-r4.allergy-intolerance', 'fhir-r4.condition', 'fhir-r4.medication-request', 'fhir-r4.immunization'],
  ...['fhir-r4.observation', 'fhir-r4.procedure', 'fhir-r4.encounter', 'fhir-r4.patient'],
];

const day = 86_400_000;
const firstEmergencyDays = 7;

/** Where a rule of a kind begins: within narrow limits, which she may widen. */
export function firstRule(kind: RuleKind, now: Date): StandingRule {
  switch (kind) {
    case 'refuse-purpose':
      return { kind, purposes: [] };
    case 'approve-renewal':
      return { kind, withinDays: 30, mostUses: 1, longestDataLife: 'P30D' };
    case 'quiet-hours':
      return { kind, from: '22:00', to: '07:00', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    case 'emergency-access':
      return {
        kind,
        until: new Date(now.getTime() + firstEmergencyDays * day).toISOString(),
        dataTypes: healthTypes.slice(0, 3),
        accounts: [],
        mostUses: 1,
        longestDataLife: 'P7D',
      };
  }
}

/** Whether it says all that a rule of its kind has to. */
export function isWhole(rule: StandingRule): boolean {
  if (rule.kind === 'refuse-purpose') return rule.purposes.length > 0;
  if (rule.kind === 'quiet-hours') return rule.from !== rule.to && rule.from !== '' && rule.to !== '';
  if (rule.kind === 'emergency-access') return rule.dataTypes.length > 0 && rule.accounts.length > 0;
  return true;
}
