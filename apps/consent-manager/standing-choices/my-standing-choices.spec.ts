import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDuration } from '#domain';
import { Database, sql } from '#platform';
import { giveConsent } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { PasskeyUnderTest } from '../spec-support/passkey-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;
let account: string;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  const [link] = await asha.link(world.bank.id);
  account = link?.id ?? '';
});

beforeEach(async () => {
  for (const { id } of (await list()).choices) await asha.delete(`/me/standing-choices/${id}`);
});

afterAll(() => world.stop());

const list = async () => (await asha.get('/me/standing-choices')).json;
const noResearch = { name: 'No research', rule: { kind: 'refuse-purpose', purposes: ['health-research'] } };
const set = (choice: object, person = asha) => person.post('/me/standing-choices', choice);
const emergency = (changed: object = {}) => ({
  name: 'Operation in March',
  rule: {
    kind: 'emergency-access',
    until: addDuration(world.clock.now(), 'P7D'),
    dataTypes: ['bank.transaction'],
    accounts: [account],
    mostUses: 1,
    longestDataLife: 'P7D',
    ...changed,
  },
});

describe('a standing choice', () => {
  it('is set with a name, and says in which version, when and how', async () => {
    const answer = await set(noResearch);
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      ...noResearch,
      id: expect.any(String),
      version: 1,
      isOn: true,
      isInForce: true,
      uses: 0,
      lastUsedAt: null,
      setAt: expect.any(String),
      setBy: 'one-time-code',
    });
    expect(await list()).toEqual({ choices: [answer.json], most: 20 });
    expect(await asha.timeline()).toContain('standing-choice.set');
  });

  it('is another version when it is changed; every version is kept', async () => {
    const { id } = (await set(noResearch)).json;
    const rule = { kind: 'refuse-purpose', purposes: ['health-research', 'public-health'] };
    const changed = await asha.patch(`/me/standing-choices/${id}`, { rule });
    expect(changed.json).toMatchObject({ id, name: 'No research', version: 2, rule });
    const versions = sql('test-versions', 'SELECT rule FROM standing_choice_versions WHERE choice_id = $1');
    expect(await world.part(Database).read(versions, [id])).toHaveLength(2);
    const other = { kind: 'quiet-hours', from: '22:00', to: '07:00', timeZone: 'Asia/Kolkata' };
    expect((await asha.patch(`/me/standing-choices/${id}`, { rule: other })).json.code).toBe('terms-contradictory');
  });

  it('is turned off as it is, and on again as a new version', async () => {
    const { id } = (await set(noResearch)).json;
    const off = await asha.patch(`/me/standing-choices/${id}`, { isOn: false });
    expect(off.json).toMatchObject({ version: 1, isOn: false, isInForce: false });
    const on = await asha.patch(`/me/standing-choices/${id}`, { isOn: true });
    expect(on.json).toMatchObject({ version: 2, isOn: true, isInForce: true });
  });

  it('is one of twenty at most', async () => {
    for (let n = 0; n < 20; n++) expect((await set(noResearch)).status).toBe(201);
    const refused = await set(noResearch);
    expect([refused.status, refused.json.code]).toEqual([409, 'too-many-standing-choices']);
  });

  it('is not seen, changed or removed by another person', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    const { id } = (await set(noResearch)).json;
    expect((await ravi.get('/me/standing-choices')).json.choices).toEqual([]);
    for (const path of [id, uuidv7()].map((one) => `/me/standing-choices/${one}`)) {
      expect((await ravi.patch(path, { isOn: false })).json.code).toBe('standing-choice-unknown');
      expect((await ravi.delete(path)).json.code).toBe('standing-choice-unknown');
    }
    expect((await list()).choices).toHaveLength(1);
  });

  it.each([
    ['purpose-unknown', () => ({ ...noResearch, rule: { ...noResearch.rule, purposes: ['gossip'] } })],
    ['terms-contradictory', () => emergency({ until: addDuration(world.clock.now(), 'P31D') })],
    ['account-not-yours', () => emergency({ accounts: [uuidv7()] })],
    ['data-type-unknown', () => emergency({ dataTypes: ['bank.gossip'] })],
    ['schema-mismatch', () => emergency({ mostUses: 1000 })],
    ['schema-mismatch', () => ({ name: 'Anything', rule: { kind: 'approve-everything' } })],
  ])('is refused with %s where it means nothing, or too much', async (code, choice) => {
    expect((await set(choice())).json.code).toBe(code);
  });

  it('renews a consent of hers, when she says so at the consent; saying it again changes the limits', async () => {
    const { id } = await giveConsent(world, asha);
    const renew = (limits: object) => asha.post(`/me/consents/${id}/renew`, limits);
    const first = (await renew({})).json;
    expect(first).toMatchObject({
      name: 'Renew: The lender',
      rule: { kind: 'approve-renewal', consent: id, mostUses: 1, withinDays: 30, longestDataLife: 'P30D' },
    });
    expect((await renew({ mostUses: 3 })).json).toMatchObject({ id: first.id, version: 2, rule: { mostUses: 3 } });
    await asha.post(`/me/consents/${id}/revoke`, {});
    expect((await renew({})).json.code).toBe('consent-revoked');
    expect((await asha.post(`/me/consents/${uuidv7()}/renew`, {})).json.code).toBe('consent-unknown');
  });

  it('is not set in a session that began long ago; what is set can be turned off in any', async () => {
    const { id } = (await set(noResearch)).json;
    world.clock.advance(15 * 60 + 1);
    await world.registry.publish({ now: world.clock.now() });
    for (const answer of [await set(noResearch), await asha.patch(`/me/standing-choices/${id}`, { name: 'Other' })]) {
      expect([answer.status, answer.json.code]).toEqual([403, 'sign-in-not-fresh']);
    }
    expect((await asha.patch(`/me/standing-choices/${id}`, { isOn: false })).json.isOn).toBe(false);
    asha = await Person.signIn(world, 'asha');
  });
});

describe('a rule that says yes for one who has a passkey', () => {
  const renewal = {
    name: 'Renewals',
    rule: { kind: 'approve-renewal', mostUses: 1, withinDays: 30, longestDataLife: 'P30D' },
  };

  it('is set in a session that the passkey opened, and no other; one that says no needs none', async () => {
    const ravi = await Person.signIn(world, 'ravi');
    expect((await set(renewal, ravi)).status).toBe(201);
    const passkey = await PasskeyUnderTest.make(world, ravi);
    const again = await Person.signIn(world, 'ravi');
    expect((await set(renewal, again)).json.code).toBe('passkey-required');
    expect((await set(noResearch, again)).status).toBe(201);
    again.token = (await passkey.signIn()).json.token;
    const answer = await set(renewal, again);
    expect([answer.status, answer.json.setBy]).toEqual([201, 'passkey']);
  });
});
