import { addDuration, compareDurations, type Duration, type Instant } from '#domain';
import type { components } from '../../../api/generated/data-user-gateway.ts';

export type Template = components['schemas']['ConsentTemplates']['templates'][number];
export type Ask = components['schemas']['ConsentAsk'];

/** What the operator has chosen so far. */
export interface Draft {
  readonly purpose: string;
  readonly principal: string;
  readonly consentManager: string;
  readonly reason: string;
  readonly notice: string;
  readonly noticeLanguage: string;
  readonly types: readonly string[];
  readonly range: Duration;
  readonly period: Duration;
  readonly life: Duration;
  readonly mode: Template['consentModes'][number];
  readonly fetchType: Template['fetchTypes'][number];
  /** Of the template's most, by its place there. */
  readonly frequency: string;
  readonly mayBeNarrowed: boolean;
}

const spans: readonly Duration[] = ['P1D', 'P7D', 'P1M', 'P3M', 'P6M', 'P1Y', 'P2Y', 'P5Y'];

/** Lengths to choose from, up to the most a template allows, which is the last. */
export function spansUpTo(most: Duration): readonly Duration[] {
  return [...spans.filter((span) => compareDurations(span, most) < 0), most];
}

const atMost = (wish: Duration, most: Duration): Duration => (compareDurations(wish, most) < 0 ? wish : most);

/** Modest: who needs more, and may ask for it, has to say so. */
export function draftOf(template: Template, language: string): Draft {
  const [purpose = ''] = template.purposes;
  const [mode = 'VIEW'] = [...template.consentModes].sort((a, b) => Number(b === 'VIEW') - Number(a === 'VIEW'));
  const [fetchType = 'ONETIME'] = template.fetchTypes;
  return {
    ...{ purpose, principal: '', consentManager: '', reason: '', notice: '', noticeLanguage: language },
    types: template.dataTypes.map(({ type }) => type),
    range: atMost('P1Y', template.maxDataRange),
    period: atMost('P1M', template.maxConsentPeriod),
    life: atMost('P1M', template.maxDataLife),
    ...{ mode, fetchType, frequency: '0', mayBeNarrowed: true },
  };
}

/** People's addresses end in the name of their manager: `asha@saathi.example` is of `https://saathi.example`. */
export function managerOf(principal: string): string {
  const [, host] = /^[^@\s]+@([a-z0-9.-]+)$/.exec(principal) ?? [];
  return host === undefined ? '' : `https://${host}`;
}

/** What is sent. Where the most is asked for, the template says it, so that no clock stands between. */
export function toAsk(draft: Draft, template: Template, now: Instant): Ask {
  const { principal, consentManager, notice, noticeLanguage, mayBeNarrowed, range, period, types } = draft;
  const frequency = template.maxFrequency[Number(draft.frequency)];
  return {
    principal: principal.trim(),
    consentManager: consentManager.trim(),
    notice: { language: noticeLanguage, text: notice.trim() },
    mayBeNarrowed: template.alwaysNarrowable || mayBeNarrowed,
    terms: {
      template: template.id,
      purpose: { code: draft.purpose, text: draft.reason.trim() },
      dataTypes: template.dataTypes.filter(({ type }) => types.includes(type)),
      consentMode: draft.mode,
      fetchType: draft.fetchType,
      dataLife: draft.life,
      ...(range !== template.maxDataRange && { dataRange: { from: addDuration(now, range, -1), to: now } }),
      ...(period !== template.maxConsentPeriod && {
        consentPeriod: { start: now, expiry: addDuration(now, period) },
      }),
      ...(draft.fetchType === 'PERIODIC' && frequency !== undefined && { frequency }),
    },
  };
}

/** Whether all is there that only a person can say. */
export function isComplete({ principal, consentManager, reason, notice, types }: Draft): boolean {
  return [principal, consentManager, reason, notice].every((text) => text.trim() !== '') && types.length > 0;
}
