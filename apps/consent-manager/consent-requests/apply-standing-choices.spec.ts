import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDuration, type ConsentTerms, isRefusal } from '#domain';
import { Database, sql, TrailTimer } from '#platform';
import { digestOfCanonical, nodeCryptography, verifyReceipt } from '#protocol';
import { eventually } from '#testing';
import { askConsent, giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person, payloadOf } from '../spec-support/person-under-test.ts';
import { ApplyStandingChoices } from './apply-standing-choices.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  world.counterparts.accounts.set(world.hospital.id, [
    { linkId: uuidv7(), label: 'Ward', dataTypes: ['fhir-r4.allergy-intolerance', 'fhir-r4.condition'] },
  ]);
});

afterAll(() => world.stop());

/** Someone new, with accounts of her own. */
async function someone(name: string): Promise<{ person: Person; ward: string }> {
  for (const [id, offered] of world.counterparts.accounts) {
    world.counterparts.accounts.set(
      id,
      offered.map((account) => ({ ...account, linkId: uuidv7() })),
    );
  }
  const person = await Person.signIn(world, name);
  await person.link(world.bank.id);
  const [ward] = await person.link(world.hospital.id);
  return { person, ward: ward?.id ?? '' };
}

async function choose(person: Person, name: string, rule: object) {
  const { status, text, json } = await person.post('/me/standing-choices', { name, rule });
  if (status !== 201) throw new Error(text);
  return json;
}

const sweep = () => world.part(ApplyStandingChoices).sweep();
const requestOf = async (person: Person, handle: string) => (await person.get(`/me/consent-requests/${handle}`)).json;
const becomes = (person: Person, handle: string, state: string) =>
  eventually(async () => {
    const request = await requestOf(person, handle);
    return request.state === state ? request : undefined;
  });
const waiting = sql(
  'test-waiting',
  'SELECT choose_at AS "chooseAt", write_at AS "writeAt" FROM consent_requests WHERE handle = $1',
);
const waitingOf = async (handle: string) =>
  (await world.part(Database).read<Record<string, string | null>>(waiting, [handle]))[0];
const isLeftToHer = (handle: string) =>
  eventually(async () => ((await waitingOf(handle))?.['chooseAt'] === null ? true : undefined));

async function lettersTo({ email }: Person): Promise<{ subject: string; text: string }[]> {
  const names = (await readdir(world.outbox)).filter((name) => name.endsWith('.json')).sort();
  const all = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(world.outbox, name), 'utf8'))),
  );
  return all.filter(({ to, subject }) => to.value === email && !subject.startsWith('Your code'));
}

/** Six hours from the minute of now on, in UTC. */
function quietNow() {
  const now = world.clock.now();
  return { kind: 'quiet-hours', from: now.slice(11, 16), to: addDuration(now, 'PT6H').slice(11, 16), timeZone: 'UTC' };
}

describe('a person who has no choice', () => {
  it('is asked as ever, and nothing waits for choices', async () => {
    const { person } = await someone('meera');
    const handle = await askConsent(world, person.principal);
    expect((await waitingOf(handle))?.['chooseAt']).toBeNull();
    expect((await requestOf(person, handle)).state).toBe('PENDING');
  });
});

describe('a refused purpose', () => {
  it('is refused like any no, and only she learns that a rule said it', async () => {
    const { person } = await someone('asha');
    const { id } = await choose(person, 'No loans', { kind: 'refuse-purpose', purposes: ['credit-assessment'] });
    const handle = await askConsent(world, person.principal);
    await becomes(person, handle, 'REJECTED');
    const told = await eventually(async () =>
      world.counterparts
        .told(world.lender.id, 'consent-request.rejected')
        .find(({ state }) => state['handle'] === handle),
    );
    expect(Object.keys(told.state).sort()).toEqual(['handle', 'requestId']);
    const { json } = await person.get('/me/timeline?kind=standing-choice');
    expect(json.entries[0]).toMatchObject({
      kind: 'consent-request.rejected-by-choice',
      text: 'Your standing choice “No loans” said no to The lender.',
      facts: { choiceId: id, choiceVersion: 1 },
    });
    expect(await lettersTo(person)).toEqual([]);
  });

  it('is refused by a choice that the request names, by the name it had then, also once it is removed', async () => {
    const { person } = await someone('nora');
    const rule = { kind: 'refuse-purpose', purposes: ['credit-assessment'] };
    const { id } = await choose(person, 'No loans', rule);
    const handle = await askConsent(world, person.principal);
    const decidedBy = { id, name: 'No loans', kind: 'refuse-purpose', isRemoved: false };
    expect((await becomes(person, handle, 'REJECTED')).decidedBy).toEqual(decidedBy);
    await person.patch(`/me/standing-choices/${id}`, { name: 'Not now' });
    expect((await requestOf(person, handle)).decidedBy).toEqual(decidedBy);
    await person.delete(`/me/standing-choices/${id}`);
    expect((await requestOf(person, handle)).decidedBy).toEqual({ ...decidedBy, isRemoved: true });
  });

  it('is asked again once the choice is off', async () => {
    const { person } = await someone('ravi');
    const { id } = await choose(person, 'No loans', { kind: 'refuse-purpose', purposes: ['credit-assessment'] });
    await person.patch(`/me/standing-choices/${id}`, { isOn: false });
    const handle = await askConsent(world, person.principal);
    await sweep();
    expect((await requestOf(person, handle)).state).toBe('PENDING');
  });
});

describe('a renewal', () => {
  const rule = { kind: 'approve-renewal', withinDays: 30, mostUses: 1, longestDataLife: 'P30D' };

  it('that asks for no more is approved once, with evidence of which rule said it, and when and how it was set', async () => {
    const { person } = await someone('lila');
    const first = await giveConsent(world, person);
    const choice = await choose(person, 'Go on', rule);
    const handle = await askConsent(world, person.principal, first.terms);
    const { consentId } = await becomes(person, handle, 'APPROVED');
    const { evidence, counterparts } = (await person.get(`/me/consents/${consentId}`)).json;
    expect(evidence).toMatchObject({
      method: 'standing-choice',
      standingChoice: {
        id: choice.id,
        version: 1,
        kind: 'approve-renewal',
        name: 'Go on',
        ruleDigest: digestOfCanonical(rule),
        setAt: choice.setAt,
        setBy: 'one-time-code',
        renews: first.id,
      },
    });
    for (const { artefact, evidenceSalt: salt } of counterparts) {
      const { approval } = payloadOf<{ approval: object }>(artefact);
      const evidenceDigest = digestOfCanonical({ salt, evidence });
      expect(approval).toMatchObject({ method: 'standing-choice', evidenceDigest });
      expect(JSON.stringify(payloadOf(artefact))).not.toContain(choice.id);
    }
    const decidedBy = { id: choice.id, name: 'Go on', kind: 'approve-renewal', isRemoved: false };
    expect((await person.get(`/me/consents/${consentId}`)).json).toMatchObject({ decidedBy, renews: { id: first.id } });
    expect((await requestOf(person, handle)).decidedBy).toEqual(decidedBy);
    expect(await person.timeline()).toContain('consent-request.approved-by-choice');
    expect((await person.get(`/me/consents/${consentId}/story`)).text).toContain('consent-given');
    const again = await askConsent(world, person.principal, first.terms);
    await isLeftToHer(again);
    expect((await requestOf(person, again)).state).toBe('PENDING');
    expect((await person.get('/me/standing-choices')).json.choices[0]).toMatchObject({ uses: 1, isInForce: false });
  });

  it('that was approved by a rule is not approved otherwise by her; saying the same is no mistake', async () => {
    const { person } = await someone('petra');
    const first = await giveConsent(world, person);
    await choose(person, 'Go on', rule);
    const handle = await askConsent(world, person.principal, first.terms);
    const { consentId } = await becomes(person, handle, 'APPROVED');
    const less = await person.post(`/me/consent-requests/${handle}/approve`, { narrowing: { dataLife: 'P1D' } });
    expect([less.status, less.json.code]).toEqual([409, 'approved-otherwise']);
    expect((await person.post(`/me/consent-requests/${handle}/approve`, {})).json.id).toBe(consentId);
  });

  it('has a receipt that names the rule', async () => {
    const { person } = await someone('tara');
    const first = await giveConsent(world, person);
    await choose(person, 'Go on', rule);
    const handle = await askConsent(world, person.principal, first.terms);
    const { consentId } = await becomes(person, handle, 'APPROVED');
    const { json: receipt, text } = await eventually(async () => {
      // The clock of a spec stands still, and a checkpoint is due a while after the one before.
      world.clock.advance(10);
      await world.part(TrailTimer).work();
      const answer = await person.get(`/me/consents/${consentId}/receipt`);
      return answer.status === 200 ? answer : undefined;
    });
    const verdict = await verifyReceipt(text, { ...world.context(), cryptography: nodeCryptography });
    expect(isRefusal(verdict)).toBe(false);
    expect(receipt.evidence.decision.standingChoice).toMatchObject({ name: 'Go on', renews: first.id });
    expect(receipt['dpv:hasRecordOfActivity']['dpv:hasConsentStatus'][0]['dpv:hasIndicationMethod']).toBe(
      'standing-choice',
    );
  });

  it('that asks for more is left to her, and she is written to', async () => {
    const { person } = await someone('nila');
    const first = await giveConsent(world, person);
    await choose(person, 'Go on', rule);
    const handle = await askConsent(world, person.principal, { ...first.terms, dataLife: 'P31D' });
    await isLeftToHer(handle);
    expect((await requestOf(person, handle)).state).toBe('PENDING');
    const letters = await eventually(async () => {
      const found = await lettersTo(person);
      return found.length > 0 ? found : undefined;
    });
    expect(letters[0]?.text).toContain('The lender');
  });

  it('of a consent that she withdrew is left to her', async () => {
    const { person } = await someone('uma');
    const first = await giveConsent(world, person);
    await choose(person, 'Go on', rule);
    await person.post(`/me/consents/${first.id}/revoke`, {});
    const handle = await askConsent(world, person.principal, first.terms);
    await isLeftToHer(handle);
    expect((await requestOf(person, handle)).state).toBe('PENDING');
  });

  it('is said once by those who decide at the same time', async () => {
    const { person } = await someone('vera');
    const first = await giveConsent(world, person);
    await choose(person, 'Go on', { ...rule, mostUses: 5 });
    const handles = await Promise.all([1, 2].map(() => askConsent(world, person.principal, first.terms)));
    await Promise.all([sweep(), sweep(), sweep()]);
    for (const handle of handles) await isLeftToHer(handle);
    const states = await Promise.all(handles.map(async (handle) => (await requestOf(person, handle)).state));
    // The first renews the consent, the second what came of that.
    expect(states).toEqual(['APPROVED', 'APPROVED']);
    expect((await person.get('/me/standing-choices')).json.choices[0].uses).toBe(2);
  });
});

describe('an emergency', () => {
  const terms = (): Partial<ConsentTerms> => ({
    purpose: { code: 'emergency-treatment', text: 'You are in our emergency room' },
    dataTypes: [{ type: 'fhir-r4.allergy-intolerance' }, { type: 'fhir-r4.condition' }, { type: 'bank.transaction' }],
    dataLife: 'P1Y',
  });
  const rule = (ward: string) => ({
    kind: 'emergency-access',
    until: addDuration(world.clock.now(), 'P7D'),
    dataTypes: ['fhir-r4.allergy-intolerance', 'fhir-r4.condition'],
    accounts: [ward],
    mostUses: 1,
    longestDataLife: 'P7D',
  });

  it('gets at once, also at night, what she opened, for a day; and she is written to', async () => {
    const { person, ward } = await someone('zoya');
    await choose(person, 'Night', quietNow());
    await choose(person, 'Surgery', rule(ward));
    const handle = await askConsent(world, person.principal, terms(), world.shop);
    const { consentId } = await becomes(person, handle, 'APPROVED');
    const consent = (await person.get(`/me/consents/${consentId}`)).json;
    expect(consent.terms).toMatchObject({
      dataTypes: [{ type: 'fhir-r4.allergy-intolerance' }, { type: 'fhir-r4.condition' }],
      dataLife: 'P7D',
      fetchType: 'ONETIME',
    });
    expect(Date.parse(consent.expiresAt) - Date.parse(consent.approvedAt)).toBe(24 * 3_600_000);
    expect(await person.timeline()).toContain('consent-request.approved-in-emergency');
    const [letter] = await eventually(async () => {
      const found = await lettersTo(person);
      return found.length > 0 ? found : undefined;
    });
    expect(letter?.subject).toBe('The manager: your emergency access was used');
    expect(letter?.text).toContain('The shop was given access');
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/Surgery|allergy|Ward|fhir/);
    await sweep();
    expect(await lettersTo(person)).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  it('let a request wait without a message; when they end, it is decided, or she is written to', async () => {
    const { person } = await someone('ines');
    const first = await giveConsent(world, person);
    const quiet = quietNow();
    await choose(person, 'Night', quiet);
    await choose(person, 'Go on', { kind: 'approve-renewal', withinDays: 30, mostUses: 1, longestDataLife: 'P30D' });
    const renewal = await askConsent(world, person.principal, first.terms);
    const other = await askConsent(world, person.principal, {}, world.shop);
    for (const handle of [renewal, other]) {
      const put = await eventually(async () => {
        const row = await waitingOf(handle);
        return (row?.['chooseAt'] ?? '') > world.clock.now() ? row : undefined;
      });
      expect([put?.['chooseAt']?.slice(11, 16), put?.['writeAt']]).toEqual([quiet.to, null]);
      expect((await requestOf(person, handle)).state).toBe('PENDING');
    }
    expect(await lettersTo(person)).toEqual([]);
    world.clock.advance(6 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    await sweep();
    await becomes(person, renewal, 'APPROVED');
    expect((await requestOf(person, other)).state).toBe('PENDING');
    const [letter] = await eventually(async () => {
      const found = await lettersTo(person);
      return found.length > 0 ? found : undefined;
    });
    expect(letter?.text).toContain('The shop asks for your consent.');
  });

  it('are over at once for what waits, when she turns them off', async () => {
    const { person } = await someone('olga');
    const { id } = await choose(person, 'Night', quietNow());
    const handle = await askConsent(world, person.principal);
    await eventually(async () =>
      ((await waitingOf(handle))?.['chooseAt'] ?? '') > world.clock.now() ? true : undefined,
    );
    await person.patch(`/me/standing-choices/${id}`, { isOn: false });
    await sweep();
    await isLeftToHer(handle);
    await eventually(async () => ((await lettersTo(person)).length === 1 ? true : undefined));
  });
});
