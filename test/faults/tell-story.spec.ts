import { expect, test } from 'vitest';
import { tellStory } from './tell-story.ts';

test.each(['consent-manager', 'data-provider', 'data-user'] as const)(
  'a session that ended by time says why and what next, by the %s',
  (by) => {
    const expired = { at: '2026-03-02T09:00:00.000Z', kind: 'session-expired', by, dataRequestId: 'r-1' } as const;
    const [step] = tellStory([expired], { as: 'data-principal', nameOf: (of) => of });
    expect(step?.failure).toMatchObject({ code: 'use-lapsed', next: 'Make a new data request.', retry: 'never' });
  },
);
