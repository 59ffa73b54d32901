import { describe, expect, test } from 'vitest';
import {
  type ApproveRenewal,
  type AskedTerms,
  type ConsentTerms,
  checkStandingRule,
  decideByChoices,
  type EmergencyAccess,
  type FormerConsent,
  quietUntil,
  type StandingChoice,
  type StandingRule,
} from '#domain';
import { loadCatalogues } from '#platform';
import { terms } from './a-consent.ts';

const now = '2026-10-02T12:00:00.000Z';
const lender = 'https://lender.example';
const later = { start: '2026-10-01T00:00:00.000Z', expiry: '2027-01-01T00:00:00.000Z' };
const laterRange = { from: '2026-04-01T00:00:00.000Z', to: '2026-09-29T00:00:00.000Z' };

const former: FormerConsent = {
  id: 'former',
  dataUser: lender,
  terms,
  noticeDigest: 'notice',
  accounts: ['savings'],
  state: 'EXPIRED',
};
const renewal = (change: Partial<ConsentTerms> = {}, more: Partial<AskedTerms> = {}): AskedTerms => ({
  dataUser: lender,
  terms: { ...terms, consentPeriod: later, dataRange: laterRange, ...change },
  mayBeNarrowed: true,
  noticeDigest: 'notice',
  ...more,
});
const emergency = (change: Partial<ConsentTerms> = {}, more: Partial<AskedTerms> = {}): AskedTerms => ({
  dataUser: 'https://hospital.example',
  terms: {
    ...terms,
    purpose: { code: 'emergency-treatment', text: 'You are unconscious' },
    dataTypes: [{ type: 'fhir-r4.allergy-intolerance' }],
    fetchType: 'ONETIME',
    frequency: undefined,
    consentPeriod: { start: '2026-10-02T00:00:00.000Z', expiry: '2026-10-03T11:00:00.000Z' },
    dataLife: 'P1D',
    ...change,
  },
  mayBeNarrowed: true,
  noticeDigest: 'notice',
  ...more,
});

const choice = (rule: StandingRule, uses = 0): StandingChoice => ({
  id: rule.kind,
  name: rule.kind,
  version: 1,
  rule,
  uses,
});
const renews: ApproveRenewal = { kind: 'approve-renewal', withinDays: 30, mostUses: 2, longestDataLife: 'P30D' };
const opens: EmergencyAccess = {
  kind: 'emergency-access',
  until: '2026-10-20T00:00:00.000Z',
  dataTypes: ['fhir-r4.allergy-intolerance', 'fhir-r4.condition'],
  accounts: ['ward'],
  mostUses: 3,
  longestDataLife: 'P30D',
};
const refuses: StandingRule = { kind: 'refuse-purpose', purposes: ['credit-assessment'] };
const noon: StandingRule = { kind: 'quiet-hours', from: '11:00', to: '13:00', timeZone: 'UTC' };

interface Given {
  readonly rules: readonly (StandingRule | StandingChoice)[];
  readonly asked: AskedTerms;
  readonly formers?: readonly FormerConsent[];
}

const decide = ({ rules, asked, formers = [former] }: Given) => {
  const choices = rules.map((rule) => ('rule' in rule ? rule : choice(rule)));
  const decision = decideByChoices(choices, asked, formers, now);
  return 'by' in decision ? `${decision.act} by ${decision.by.rule.kind}` : decision.act;
};

const yes = 'approve by approve-renewal';
const opened = 'approve by emergency-access';

/** The policy: what a person's standing choices make of a request. */
const decisions: readonly (readonly [when: string, given: Given, answer: string])[] = [
  ['she has no choice', { rules: [], asked: renewal() }, 'ask'],
  ['she refuses the purpose', { rules: [refuses], asked: renewal() }, 'refuse by refuse-purpose'],
  ['she refuses another purpose', { rules: [{ ...refuses, purposes: ['treatment'] }], asked: renewal() }, 'ask'],
  [
    'she refuses it of somebody else',
    { rules: [{ ...refuses, dataUsers: ['https://x.example'] }], asked: renewal() },
    'ask',
  ],
  ['a no and a yes fit', { rules: [renews, refuses], asked: renewal() }, 'refuse by refuse-purpose'],
  ['a no fits in quiet hours', { rules: [noon, refuses], asked: renewal() }, 'refuse by refuse-purpose'],

  ['the renewal asks for no more', { rules: [renews], asked: renewal() }, yes],
  [
    'the consent is still in force',
    { rules: [renews], asked: renewal(), formers: [{ ...former, state: 'ACTIVE' }] },
    yes,
  ],
  ['she had withdrawn it', { rules: [renews], asked: renewal(), formers: [{ ...former, state: 'REVOKED' }] }, 'ask'],
  ['she has paused it', { rules: [renews], asked: renewal(), formers: [{ ...former, state: 'PAUSED' }] }, 'ask'],
  ['it ended too long ago', { rules: [{ ...renews, withinDays: 1 }], asked: renewal() }, 'ask'],
  ['she gave none before', { rules: [renews], asked: renewal(), formers: [] }, 'ask'],
  [
    'it was given to another',
    { rules: [renews], asked: renewal(), formers: [{ ...former, dataUser: 'https://x.example' }] },
    'ask',
  ],
  [
    'it asks for a field more',
    { rules: [renews], asked: renewal({ dataTypes: [{ type: 'bank.transaction' }] }) },
    'ask',
  ],
  [
    'it asks for a field less',
    { rules: [renews], asked: renewal({ dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] }) },
    yes,
  ],
  ['it asks more often', { rules: [renews], asked: renewal({ frequency: { max: 3, per: 'DAY' } }) }, 'ask'],
  ['it keeps longer', { rules: [renews], asked: renewal({ dataLife: 'P31D' }) }, 'ask'],
  ['it keeps longer than her limit', { rules: [{ ...renews, longestDataLife: 'P7D' }], asked: renewal() }, 'ask'],
  [
    'it lasts longer',
    { rules: [renews], asked: renewal({ consentPeriod: { ...later, expiry: '2027-02-01T00:00:00.000Z' } }) },
    'ask',
  ],
  [
    'its range is longer',
    { rules: [renews], asked: renewal({ dataRange: { ...laterRange, to: '2026-12-01T00:00:00.000Z' } }) },
    'ask',
  ],
  [
    'its range begins earlier',
    {
      rules: [renews],
      asked: renewal({ dataRange: { from: '2025-12-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' } }),
    },
    'ask',
  ],
  [
    'it has another purpose',
    { rules: [renews], asked: renewal({ purpose: { code: 'account-monitoring', text: terms.purpose.text } }) },
    'ask',
  ],
  [
    'it says its purpose in other words',
    { rules: [renews], asked: renewal({ purpose: { ...terms.purpose, text: 'And to sell you things' } }) },
    'ask',
  ],
  ['it shows another notice', { rules: [renews], asked: renewal({}, { noticeDigest: 'other' }) }, 'ask'],
  ['it erases no more on revocation', { rules: [renews], asked: renewal({ eraseOnRevocation: false }) }, 'ask'],
  ['it has been renewed as often as she set', { rules: [choice(renews, 2)], asked: renewal() }, 'ask'],
  ['her choice is for another consent', { rules: [{ ...renews, consent: 'other' }], asked: renewal() }, 'ask'],
  ['her choice is for this consent', { rules: [{ ...renews, consent: 'former' }], asked: renewal() }, yes],
  [
    'her choice for a consent gave this one',
    {
      rules: [{ ...renews, consent: 'first' }],
      asked: renewal(),
      formers: [{ ...former, givenBy: { id: 'approve-renewal', kind: 'approve-renewal' } }],
    },
    yes,
  ],
  [
    'an emergency had given it',
    { rules: [renews], asked: renewal(), formers: [{ ...former, givenBy: { id: 'e', kind: 'emergency-access' } }] },
    'ask',
  ],
  ['it is quiet', { rules: [noon, renews], asked: renewal() }, 'wait'],
  ['it is quiet and nothing else fits', { rules: [noon], asked: renewal() }, 'wait'],

  ['an emergency is asked for, and opened', { rules: [opens], asked: emergency() }, opened],
  ['an emergency comes at night', { rules: [noon, opens], asked: emergency() }, opened],
  ['an emergency is asked for, and not opened', { rules: [renews], asked: emergency() }, 'ask'],
  ['the access has ended', { rules: [{ ...opens, until: now }], asked: emergency() }, 'ask'],
  [
    'it is ordinary treatment',
    { rules: [opens], asked: emergency({ purpose: { code: 'treatment', text: 'A visit' } }) },
    'ask',
  ],
  [
    'it would fetch again and again',
    { rules: [opens], asked: emergency({ fetchType: 'PERIODIC', frequency: { max: 1, per: 'DAY' } }) },
    'ask',
  ],
  [
    'none of the types is opened',
    { rules: [opens], asked: emergency({ dataTypes: [{ type: 'bank.transaction' }] }) },
    'ask',
  ],
  ['it has been used as often as she set', { rules: [choice(opens, 3)], asked: emergency() }, 'ask'],
  ['it is open to others only', { rules: [{ ...opens, dataUsers: [lender] }], asked: emergency() }, 'ask'],
  [
    'it would last longer than a day, all or nothing',
    { rules: [opens], asked: emergency({ consentPeriod: later }, { mayBeNarrowed: false }) },
    'ask',
  ],
  [
    'she refuses emergencies too',
    { rules: [opens, { ...refuses, purposes: ['emergency-treatment'] }], asked: emergency() },
    'refuse by refuse-purpose',
  ],
];

describe('standing choices', () => {
  test.each(decisions)('where %s', (_when, given, answer) => {
    expect(decide(given)).toBe(answer);
  });

  test('an emergency gets what she opened, for a day, and no more', () => {
    const dataTypes = [{ type: 'fhir-r4.condition' }, { type: 'bank.transaction' }];
    const asked = emergency({ dataTypes, consentPeriod: { ...later, start: now }, dataLife: 'P1Y' });
    expect(decideByChoices([choice(opens)], asked, [], now)).toMatchObject({
      accounts: ['ward'],
      narrowing: { dataTypes: [{ type: 'fhir-r4.condition' }], expiry: '2026-10-03T12:00:00.000Z', dataLife: 'P30D' },
    });
  });

  test('a renewal goes to the accounts that answered before, and names what it renews', () => {
    expect(decideByChoices([choice(renews)], renewal(), [former], now)).toMatchObject({
      accounts: ['savings'],
      narrowing: {},
      renews: 'former',
    });
  });
});

const night = { kind: 'quiet-hours', from: '22:00', to: '07:00', timeZone: 'Asia/Kolkata' } as const;

/** When quiet hours end, by the clocks of where she lives. */
test.each([
  ['in the evening', '2026-10-02T17:00:30.000Z', '2026-10-03T01:30:00.000Z'],
  ['after midnight', '2026-10-02T20:00:00.000Z', '2026-10-03T01:30:00.000Z'],
  ['at the first minute', '2026-10-02T16:30:00.000Z', '2026-10-03T01:30:00.000Z'],
  ['at the last minute', '2026-10-03T01:29:59.999Z', '2026-10-03T01:30:00.000Z'],
  ['once they are over', '2026-10-03T01:30:00.000Z', undefined],
  ['by day', '2026-10-02T08:00:00.000Z', undefined],
])('quiet hours from 22:00 to 07:00 in Kolkata, asked %s', (_when, at, until) => {
  expect(quietUntil(night, at)).toBe(until);
});

/** What a choice may be at all. */
test.each<[string, StandingRule, string | undefined]>([
  ['refuses a listed purpose', refuses, undefined],
  ['refuses a purpose that there is not', { ...refuses, purposes: ['gossip'] } as StandingRule, 'purpose-unknown'],
  ['renews for a purpose that there is not', { ...renews, purposes: ['gossip'] }, 'purpose-unknown'],
  ['is quiet in a place that there is not', { ...night, timeZone: 'Asia/Atlantis' }, 'terms-contradictory'],
  ['is quiet for no time', { ...night, to: '22:00' }, 'terms-contradictory'],
  ['opens a type that there is not', { ...opens, dataTypes: ['bank.gossip'] }, 'data-type-unknown'],
  ['opens until yesterday', { ...opens, until: '2026-10-01T00:00:00.000Z' }, 'terms-contradictory'],
  ['opens for thirty days', { ...opens, until: '2026-11-01T12:00:00.000Z' }, undefined],
  ['opens for longer', { ...opens, until: '2026-11-01T12:00:00.001Z' }, 'terms-contradictory'],
])('a choice that %s', (_when, rule, code) => {
  expect(checkStandingRule(rule, loadCatalogues(), now)?.code).toBe(code);
});
