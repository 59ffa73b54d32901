import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#testing';
import { giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person, payloadOf } from '../spec-support/person-under-test.ts';
import { TellEndedLinks } from './tell-ended-links.ts';

let world: ManagerUnderTest;

beforeAll(async () => {
  world = await startManager();
});

afterAll(() => world.stop());

/** A person with an account at the bank and one at the hospital. */
async function linkedPerson(name: string) {
  const ids = { bank: uuidv7(), ward: uuidv7() };
  const { accounts } = world.counterparts;
  accounts.set(world.bank.id, [{ linkId: ids.bank, label: 'Savings', dataTypes: ['bank.transaction'] }]);
  accounts.set(world.hospital.id, [{ linkId: ids.ward, label: 'Ward', dataTypes: ['fhir-r4.immunization'] }]);
  const person = await Person.signIn(world, name);
  const [bank] = await person.link(world.bank.id);
  const [ward] = await person.link(world.hospital.id);
  return { person, ids, links: { bank: bank?.id ?? '', ward: ward?.id ?? '' } };
}

const both = { dataTypes: [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }] };

describe('account links', () => {
  it('are found at listed providers alone', async () => {
    const asha = await Person.signIn(world, 'asha');
    const { json } = await asha.get('/me/data-providers');
    expect(json.dataProviders.map(({ name }: { name: string }) => name).sort()).toEqual(['The bank', 'The hospital']);
    const unknown = await asha.post('/me/account-links/discover', { dataProvider: 'https://nobody.example' });
    expect(unknown.json.code).toBe('participant-not-active');
  });

  it('need the code of the provider', async () => {
    const asha = await Person.signIn(world, 'asha');
    const { json } = await asha.post('/me/account-links/discover', { dataProvider: world.bank.id });
    const confirm = (code: string, by = asha) =>
      by.post('/me/account-links/confirm', { linkRequestId: json.linkRequestId, code });
    expect((await confirm('000000')).json.code).toBe('code-wrong-or-expired');
    expect((await confirm('123456', await Person.signIn(world, 'ravi'))).json.code).toBe('code-wrong-or-expired');
    const first = await confirm('123456');
    expect(first.status).toBe(200);
    expect((await confirm('123456')).json).toEqual(first.json);
  });

  it('that she ends take the artefact of that provider with them, and the consent goes on with the others', async () => {
    const { person, links, ids } = await linkedPerson('meera');
    const consent = await giveConsent(world, person, both);
    expect((await person.delete(`/me/account-links/${links.ward}`)).status).toBe(204);
    const told = await eventually(() => world.counterparts.told(world.hospital.id, 'consent-artefact.revoked')[0]);
    expect(told.state).toMatchObject({
      artefactId: consent.artefacts[world.hospital.id],
      state: 'REVOKED',
      version: 2,
    });
    await eventually(() => world.counterparts.calls.find((call) => call === `DELETE account-links/${ids.ward}`));
    const { json } = await person.get(`/me/consents/${consent.id}`);
    expect(json.state).toBe('ACTIVE');
    const ask = wholeAsk(consent, world.lender);
    const immunization = { ...ask, dataTypes: [{ type: 'fhir-r4.immunization' }] };
    expect((await world.lender.askForData(immunization)).json.code).toBe('account-not-linked');
    const authorised = await world.lender.askForData(ask);
    expect(authorised.json.sessions.map(({ dataProvider }: { dataProvider: string }) => dataProvider)).toEqual([
      world.bank.id,
    ]);
    const own = await world.hospital.call('GET', `/consent-artefacts/${consent.artefacts[world.hospital.id]}`);
    const [state] = Object.values(payloadOf<{ events: Record<string, object> }>(own.text).events);
    expect(state).toMatchObject({ state: 'REVOKED', version: 2 });

    expect((await person.delete(`/me/account-links/${links.bank}`)).status).toBe(204);
    expect((await person.get(`/me/consents/${consent.id}`)).json.state).toBe('REVOKED');
    await eventually(() => world.counterparts.told(world.lender.id, 'consent-artefact.revoked')[0]);
    expect((await person.delete(`/me/account-links/${links.bank}`)).status).toBe(204);
    expect((await person.get('/me/account-links')).json.links).toEqual([]);
  });

  it('say beforehand what would end with them', async () => {
    const { person, links } = await linkedPerson('nila');
    const [wide, narrow] = [await giveConsent(world, person, both), await giveConsent(world, person)];
    const ends = async (link: string) => (await person.get(`/me/account-links/${link}/ends`)).json;
    const bank = await ends(links.bank);
    expect(bank.link).toMatchObject({ id: links.bank, label: 'Savings' });
    expect(bank.consents).toMatchObject([
      { consent: wide.id, becomes: 'REDUCED', erasesData: false, dataUser: { name: 'The lender' } },
      { consent: narrow.id, becomes: 'ENDS', erasesData: true, state: 'ACTIVE' },
    ]);
    expect((await ends(links.ward)).consents).toMatchObject([{ consent: wide.id, becomes: 'REDUCED' }]);
    expect((await person.get(`/me/consents/${narrow.id}`)).json.state).toBe('ACTIVE');
    const ravi = await Person.signIn(world, 'ravi');
    for (const id of [links.bank, uuidv7()]) {
      expect((await ravi.get(`/me/account-links/${id}/ends`)).json.code).toBe('link-unknown');
    }
  });

  it('whose end the provider cannot hear yet are told to it later', async () => {
    const { person, links, ids } = await linkedPerson('later');
    world.counterparts.down = true;
    expect((await person.delete(`/me/account-links/${links.bank}`)).status).toBe(204);
    await world.part(TellEndedLinks).sweep();
    world.counterparts.down = false;
    const call = `DELETE account-links/${ids.bank}`;
    expect(world.counterparts.calls).not.toContain(call);
    await world.part(TellEndedLinks).sweep();
    expect(world.counterparts.calls).toContain(call);
  });

  it('that the provider ends revoke as well, by its own word alone', async () => {
    const { person, ids } = await linkedPerson('kiran');
    const consent = await giveConsent(world, person);
    const ended = { linkId: ids.bank };
    const stranger = await world.hospital.tell('account-link.ended', ended);
    expect(stranger.status).not.toBe(202);
    expect((await person.get(`/me/consents/${consent.id}`)).json.state).toBe('ACTIVE');
    expect((await world.bank.tell('account-link.ended', ended)).status).toBe(202);
    expect((await person.get(`/me/consents/${consent.id}`)).json.state).toBe('REVOKED');
    expect(await person.timeline()).toEqual(
      expect.arrayContaining(['account.unlinked-by-provider', 'consent.ended-with-link']),
    );
  });

  it('of another person are unknown, like those that are not there', async () => {
    const { links } = await linkedPerson('owner');
    const other = await Person.signIn(world, 'other');
    for (const id of [links.bank, uuidv7()]) {
      const answer = await other.delete(`/me/account-links/${id}`);
      expect([answer.status, answer.json.code]).toEqual([404, 'link-unknown']);
    }
  });
});
