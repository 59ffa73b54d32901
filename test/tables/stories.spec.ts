import { describe, expect, test } from 'vitest';
import {
  type RefusalCode,
  refusalCodes,
  retryAfter,
  type StoryActor,
  type StoryFact,
  storyKinds,
  storyWords,
  tellStory,
} from '#domain';

const at = '2026-05-01T09:00:00.000Z';
const [dataRequestId, sessionId] = ['0198c5a0-0000-7000-8000-00000000000a', '0198c5a0-0000-7000-8000-00000000000b'];
const names: Record<string, string> = { 'https://bank.example': 'Harbour Bank', 'https://lender.example': 'Fairlend' };
const reader = (as: StoryActor) => ({ as, nameOf: (id: string) => names[id] ?? id });
const told = (fact: Partial<StoryFact> & Pick<StoryFact, 'kind' | 'by'>, as: StoryActor = 'data-user') => {
  const [step] = tellStory([{ at, ...fact }], reader(as));
  if (step === undefined) throw new Error('a fact is a step');
  return step;
};

describe('each refusal that can end a fetch says why, what to do and whether a retry helps', () => {
  // The manager refuses a request or a token, the provider a session or a part, the data user what came.
  const rows: Record<
    'data-refused' | 'session-failed',
    Partial<Record<RefusalCode, 'later' | 'after-change' | 'never'>>
  > = {
    'data-refused': {
      'consent-unknown': 'after-change',
      'consent-paused': 'later',
      'consent-revoked': 'never',
      'consent-not-started': 'later',
      'consent-expired': 'never',
      'participant-not-active': 'later',
      'data-user-not-consented': 'never',
      'purpose-not-consented': 'never',
      'data-type-not-consented': 'after-change',
      'field-not-consented': 'after-change',
      'data-range-not-consented': 'after-change',
      'one-time-used': 'never',
      'frequency-exceeded': 'later',
      'account-not-linked': 'after-change',
      'request-id-reused': 'after-change',
      'key-not-listed': 'after-change',
      'trust-list-unavailable': 'later',
      'peer-unavailable': 'later',
      'peer-refused': 'after-change',
      'data-erased': 'never',
      'use-returned': 'never',
      'nothing-to-retry': 'never',
    },
    'session-failed': {
      'consent-paused': 'later',
      'consent-revoked': 'never',
      'consent-expired': 'never',
      'account-not-linked': 'after-change',
      'participant-not-active': 'later',
      'frequency-exceeded': 'later',
      'one-time-used': 'never',
      'use-lapsed': 'never',
      'artefact-not-here-yet': 'later',
      'access-token-invalid': 'after-change',
      'proof-of-possession-invalid': 'after-change',
      'recipient-key-invalid': 'after-change',
      'recipient-key-fixed': 'after-change',
      'session-unknown': 'after-change',
      'session-ended': 'never',
      'part-tampered': 'later',
      'manifest-mismatch': 'after-change',
      'provider-unavailable': 'later',
      'peer-unavailable': 'later',
      'peer-refused': 'after-change',
      'data-erased': 'never',
    },
  };
  const cases = Object.entries(rows).flatMap(([kind, codes]) =>
    Object.entries(codes).map(([code, retry]) => [kind, code, retry] as const),
  );

  test.each(cases)('%s by %s: %s', (kind, code, retry) => {
    const fact = { kind, by: 'consent-manager', code, dataRequestId } as StoryFact;
    const { failure } = told(fact);
    const [, title, next] = refusalCodes[code as RefusalCode];
    expect(failure).toMatchObject({ code, why: title, next, retry });
    const how = kind === 'data-refused' ? 'assent fetch CONSENT' : `assent fetch --retry ${dataRequestId}`;
    expect(failure?.how).toBe(retry === 'never' ? undefined : how);
  });

  test('every code of the closed list has an answer', () => {
    const codes = Object.keys(refusalCodes) as RefusalCode[];
    expect(codes.map(retryAfter)).toHaveLength(codes.length);
  });
});

describe('a step', () => {
  test.each(storyKinds)('%s has words', (kind) => {
    expect(storyWords[kind]({ at, kind, by: 'data-user' })).toMatch(/^[a-z]/);
  });

  test('names who did it: you, the person, or the participant', () => {
    const sent = { kind: 'session-sent', by: 'data-provider', participant: 'https://bank.example' } as const;
    expect(told(sent, 'data-principal').who).toBe('Harbour Bank');
    expect(told(sent, 'data-provider').who).toBe('you');
    expect(told({ kind: 'consent-paused', by: 'data-principal' }, 'data-principal').who).toBe('you');
    expect(told({ kind: 'consent-paused', by: 'data-principal' }, 'consent-manager').who).toBe('the person');
    expect(told({ kind: 'use-returned', by: 'consent-manager' }).who).toBe('the consent manager');
  });

  test('says what it is made of, for whoever tells it in another language', () => {
    const paused = { kind: 'consent-paused', by: 'data-principal', until: '2026-06-01T09:00:00.000Z' } as const;
    expect(told(paused).facts).toEqual({ by: 'data-principal', isReader: false, until: paused.until });
    const outcomes = { DELIVERED: 2, TIMEOUT: 1 };
    const sent = { kind: 'session-sent', by: 'data-provider', participant: 'https://bank.example' } as const;
    const facts = { by: 'data-provider', records: 12, outcomes };
    expect(told({ ...sent, records: 12, outcomes }).facts).toEqual({ ...facts, isReader: false, name: 'Harbour Bank' });
    expect(told({ ...sent, records: 12, outcomes }, 'data-provider').facts).toEqual({ ...facts, isReader: true });
    const refused = {
      kind: 'data-refused',
      by: 'consent-manager',
      code: 'field-not-consented',
      detail: 'amount',
    } as const;
    expect(told(refused).failure).toMatchObject({ code: 'field-not-consented', detail: 'amount' });
  });

  test('of a session says how its accounts ended, and what failed can be fetched once more', () => {
    const received = { kind: 'session-received', by: 'data-user', records: 12, dataRequestId, sessionId } as const;
    const { what, failure } = told({ ...received, outcomes: { DELIVERED: 1, TIMEOUT: 2 } });
    expect(what).toBe('received 12 records (1 account delivered, 2 accounts without an answer in time)');
    expect(failure).toMatchObject({ code: 'TIMEOUT', retry: 'later', how: `assent fetch --retry ${dataRequestId}` });
    expect(told({ ...received, outcomes: { DELIVERED: 1, DENIED: 1 } }).failure).toMatchObject({
      code: 'DENIED',
      retry: 'after-change',
    });
    expect(told({ ...received, outcomes: { DELIVERED: 1, NO_DATA: 1 } }).failure).toBeUndefined();
    expect(told({ ...received, outcomes: { TIMEOUT: 1 } }, 'data-principal').failure).not.toHaveProperty('how');
  });

  test('of words that differ says in what, and what both do', () => {
    const fact = { kind: 'words-differ', by: 'consent-manager', finding: 'digests-differ' } as const;
    expect(told(fact).failure).toMatchObject({
      code: 'digests-differ',
      retry: 'later',
      why: 'Provider and data user speak of different manifests.',
    });
  });
});

test('a story is told in the order of time, what is of one moment as one thing leads to another', () => {
  const later = '2026-05-01T10:00:00.000Z';
  const facts: StoryFact[] = [
    { at: later, kind: 'erased', by: 'data-user' },
    { at, kind: 'data-authorised', by: 'consent-manager' },
    { at, kind: 'data-asked', by: 'data-user' },
  ];
  const steps = tellStory(facts, reader('data-user'));
  expect(steps.map(({ step }) => step)).toEqual(['data-asked', 'data-authorised', 'erased']);
});
