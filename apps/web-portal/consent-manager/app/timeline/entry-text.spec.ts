import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import messages from '../messages/en.json' with { type: 'json' };
import type { PersonWords } from '../words/data-words.ts';
import { entryText } from './entry-text.ts';
import type { TimelineEntry } from './timeline-queries.ts';

const t = createTranslator({ locale: 'en', messages, namespace: 'person' }) as unknown as PersonWords;
const format = createFormatter({ locale: 'en', timeZone: 'UTC' });

function kindsOfTheRole(): string[] {
  const file = fileURLToPath(new URL('../../../../../docs/openapi/consent-manager.json', import.meta.url));
  const { paths } = JSON.parse(readFileSync(file, 'utf8'));
  const { schema } = paths['/me/timeline'].get.responses['200'].content['application/json'];
  return schema.properties.entries.items.properties.kind.enum;
}

const read = (kind: string, facts: TimelineEntry['facts'] = {}) =>
  entryText(t, format, { kind: kind as TimelineEntry['kind'], facts, id: '1', at: '2026-11-22T09:00:00Z', text: '' });

describe('an entry of the timeline', () => {
  it.each(kindsOfTheRole())('of the kind %s has words of the catalogues', (kind) => {
    expect(t.has(`timeline.kinds.${kind}` as 'timeline.kinds.consent.paused')).toBe(true);
    expect(read(kind)).not.toBe('');
  });

  it('says why a fetch was refused, and how often', () => {
    const refused = (facts: object) => read('data-request.refused', { name: 'Fairlend', ...facts });
    expect(refused({ code: 'consent-revoked' })).toBe(
      'Fairlend asked for your data and got none: you have withdrawn this consent.',
    );
    expect(refused({ code: 'a-code-to-come', times: 3 })).toBe(
      'Fairlend asked for your data 3 times on one day and got none: it was refused.',
    );
  });

  it('says in words why she said no, and leaves what was written before there were codes', () => {
    const rejected = (reason: string) => read('consent-request.rejected', { name: 'Fairlend', reason });
    expect(rejected('too-much-asked')).toBe('You said no to Fairlend. Reason: It asks for too much');
    expect(rejected('My sister lends me money')).toBe('You said no to Fairlend. Reason: My sister lends me money');
    // Why she took a yes back is in her own words, whatever they are.
    const revoked = read('consent.revoked', { name: 'Fairlend', reason: 'other' });
    expect(revoked).toBe('You withdrew your consent to Fairlend. Reason: other');
  });
});
