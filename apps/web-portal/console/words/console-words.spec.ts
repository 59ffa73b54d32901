import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { accountOutcomes, refusalCodes, sessionFindings, storyActors, storyKinds } from '#domain';
import { languages } from '../../language/languages.ts';

const portal = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
// biome-ignore lint/suspicious/noExplicitAny: JSON
const read = (folder: string, code: string): any =>
  JSON.parse(readFileSync(join(portal, folder, 'messages', `${code}.json`), 'utf8'));

/** Told alike to a person and to operators. */
const english = read('language', 'en');

/** What checks of a consent, a session or a call may answer: whatever can end a fetch. */
const ofFetches = Object.keys(refusalCodes).filter((code) =>
  /^(consent-|data-.*-consented|purpose-not|field-not|one-time|frequency|account-not-linked|use-|nothing-to|session-|part-|manifest-|recipient-key|access-token|proof-of|provider-|peer-)/.test(
    code,
  ),
);

describe('a story has words, and a console', () => {
  it('for each step of a story, who did it, how accounts ended and what can fail', () => {
    const { steps, who, outcomes, why } = english.story;
    expect(Object.keys(steps).sort()).toEqual([...storyKinds].sort());
    expect(Object.keys(who).sort()).toEqual(['you', ...storyActors].sort());
    expect(Object.keys(outcomes).sort()).toEqual([...accountOutcomes].sort());
    const failures = [...sessionFindings.filter((finding) => finding !== 'agrees'), 'DENIED', 'TIMEOUT'];
    expect(Object.keys(why)).toEqual(expect.arrayContaining(failures));
  });

  it('for each refusal that can end a fetch: why, and what to do next', () => {
    expect(ofFetches.length).toBeGreaterThan(30);
    const without = ofFetches.filter((code) => english.refusals[code] === undefined);
    expect(without).toEqual([]);
    expect(Object.keys(english.refusals).filter((code) => !Object.hasOwn(refusalCodes, code))).toEqual([]);
  });

  it.each(languages.map(({ code }) => code))(
    'for records and purposes in %s that are those the person reads',
    (code) => {
      const [{ console }, { person }] = [read('console', code), read('consent-manager/app', code)];
      const { dataTypes, purposes, fields } = person;
      expect({ ...console, dataTypes, purposes, fields }).toEqual(console);
    },
  );
});
