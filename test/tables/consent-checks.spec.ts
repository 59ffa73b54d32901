import { describe, expect, it, test } from 'vitest';
import { type ConsentQuestion, type ConsentStanding, type ConsentTerms, checkConsent, consentChecks } from '#domain';
import { allowed, terms } from './a-consent.ts';

const at = (now: string): ConsentQuestion => ({ ...allowed, now, requestedAt: now });
const standing = (now: ConsentStanding): ConsentQuestion => ({
  ...allowed,
  consent: { ...allowed.consent, standing: now },
});
const granted = (change: Partial<ConsentTerms>): ConsentQuestion => ({
  ...allowed,
  consent: { ...allowed.consent, terms: { ...terms, ...change } },
});
const asked = (change: Partial<ConsentQuestion['ask']>): ConsentQuestion => ({
  ...allowed,
  ask: { ...allowed.ask, ...change },
});
const range = (from: string, to: string) =>
  asked({ dataRange: { from: `${from}T00:00:00.000Z`, to: `${to}T00:00:00.000Z` } });
const oneTime = { fetchType: 'ONETIME', frequency: undefined } as const;

/** The policy: when data may leave under a consent. Read it aloud: «<when>: <answer>». */
const policy: readonly (readonly [when: string, question: ConsentQuestion, answer: string])[] = [
  ['everything agrees', allowed, 'yes'],

  ['another data user asks', asked({ dataUser: 'https://other.example' }), 'data-user-not-consented'],

  ['the consent is paused', standing({ state: 'PAUSED', version: 2 }), 'consent-paused'],
  [
    'it is paused until later',
    standing({ state: 'PAUSED', version: 2, resumeAt: '2026-08-01T12:00:00.001Z' }),
    'consent-paused',
  ],
  ['it was paused until now', standing({ state: 'PAUSED', version: 2, resumeAt: '2026-08-01T12:00:00.000Z' }), 'yes'],
  ['it was revoked', standing({ state: 'REVOKED', version: 2 }), 'consent-revoked'],
  ['it was marked as expired', standing({ state: 'EXPIRED', version: 2 }), 'consent-expired'],
  ['its period ends in a millisecond', at('2026-09-30T23:59:59.999Z'), 'yes'],
  ['its period ends now, nobody having marked it', at('2026-10-01T00:00:00.000Z'), 'consent-expired'],
  ['its period begins in a millisecond', at('2026-06-30T23:59:59.999Z'), 'consent-not-started'],
  ['its period begins now', at('2026-07-01T00:00:00.000Z'), 'yes'],

  [
    'a participant was suspended',
    { ...allowed, inactiveParticipants: ['https://lender.example'] },
    'participant-not-active',
  ],
  ['another purpose is named', asked({ purpose: 'wealth-management' }), 'purpose-not-consented'],
  ['no purpose is named', asked({ purpose: undefined }), 'yes'],

  ['fewer types are asked', asked({ dataTypes: [{ type: 'bank.account-summary' }] }), 'yes'],
  ['fewer fields are asked', asked({ dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] }), 'yes'],
  [
    'fields of a type granted whole',
    asked({ dataTypes: [{ type: 'bank.account-summary', fields: ['currency'] }] }),
    'yes',
  ],
  [
    'a type more is asked',
    asked({ dataTypes: [...terms.dataTypes, { type: 'bank.card' }] }),
    'data-type-not-consented',
  ],
  [
    'a field more is asked',
    asked({ dataTypes: [{ type: 'bank.transaction', fields: ['amount', 'narration'] }] }),
    'field-not-consented',
  ],
  [
    'a type granted in part is asked whole',
    asked({ dataTypes: [{ type: 'bank.transaction' }] }),
    'field-not-consented',
  ],

  ['a shorter range is asked', range('2026-02-01', '2026-03-01'), 'yes'],
  ['the range begins too early', range('2025-12-31', '2026-07-01'), 'data-range-not-consented'],
  ['the range ends too late', range('2026-01-01', '2026-07-02'), 'data-range-not-consented'],

  ['its use was reserved 24 hours ago', { ...allowed, requestedAt: '2026-07-31T12:00:00.000Z' }, 'use-lapsed'],
  ['its use was reserved just within 24 hours', { ...allowed, requestedAt: '2026-07-31T12:00:00.001Z' }, 'yes'],

  ['one use of two is taken', { ...allowed, usesInWindow: 1 }, 'yes'],
  ['both uses are taken', { ...allowed, usesInWindow: 2 }, 'frequency-exceeded'],
  ['a one-time consent is unused', granted(oneTime), 'yes'],
  ['a one-time consent was used', { ...granted(oneTime), usesInWindow: 1 }, 'one-time-used'],

  ['an account is not linked', { ...allowed, unlinkedAccounts: ['a'] }, 'account-not-linked'],
  ['what only others know is absent', { now: allowed.now, consent: allowed.consent, ask: allowed.ask }, 'yes'],
];

describe('data may leave under a consent', () => {
  test.each(policy)('when %s', (_when, question, answer) => {
    expect(checkConsent(question)?.code ?? 'yes').toBe(answer);
  });

  it('answers with the first reason in the order of the list, whatever else is wrong', () => {
    const everythingWrong: ConsentQuestion = {
      now: '2026-11-01T00:00:00.000Z',
      consent: { ...allowed.consent, standing: { state: 'REVOKED', version: 3 }, terms: { ...terms, ...oneTime } },
      ask: {
        dataUser: 'https://other.example',
        purpose: 'treatment',
        dataTypes: [{ type: 'bank.card' }],
        dataRange: { from: '2020-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' },
      },
      usesInWindow: 9,
      requestedAt: '2026-08-01T00:00:00.000Z',
      unlinkedAccounts: ['a'],
      inactiveParticipants: ['https://lender.example'],
    };
    const reasons = consentChecks.flatMap((check) => check(everythingWrong)?.code ?? []);
    expect(reasons).toEqual([
      'data-user-not-consented',
      'consent-revoked',
      'participant-not-active',
      'purpose-not-consented',
      'data-type-not-consented',
      'data-range-not-consented',
      'use-lapsed',
      'one-time-used',
      'account-not-linked',
    ]);
    expect(checkConsent(everythingWrong)?.code).toBe('data-user-not-consented');
  });

  it('has a row for every check of the list', () => {
    const refused = new Set(policy.map(([, , answer]) => answer));
    const silent = consentChecks.filter((check) => !policy.some(([, q]) => refused.has(check(q)?.code ?? '')));
    expect(silent).toEqual([]);
  });

  it('says nothing about the person: details name states, types, fields and times only', () => {
    const details = policy.flatMap(([, question]) => checkConsent(question)?.detail ?? []);
    expect(details.join(' ')).not.toMatch(/@|\+\d/);
  });
});
