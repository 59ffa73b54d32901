import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#testing';
import { type ManagerUnderTest, startManager } from './spec-support/manager-under-test.ts';
import { jktOf, sampleTerms } from './spec-support/member-under-test.ts';
import { Person, payloadOf } from './spec-support/person-under-test.ts';

describe('the whole life of a consent at its manager', () => {
  let world: ManagerUnderTest;
  let asha: Person;

  beforeAll(async () => {
    world = await startManager();
    world.counterparts.accounts.set(world.bank.id, [
      { linkId: uuidv7(), label: 'Savings ••••1234', dataTypes: ['bank.transaction'] },
    ]);
    asha = await Person.signIn(world, 'asha');
  });

  afterAll(() => world.stop());

  it('goes from the request to the artefacts, to data, and to the end', async () => {
    expect(asha.principal).toBe('asha@consent.example');
    const links = await asha.link(world.bank.id);
    expect(links).toHaveLength(1);

    const asked = await world.lender.ask({ principal: asha.principal });
    expect(asked.status, asked.text).toBe(201);
    expect(asked.headers.get('content-type')).toContain('application/jwt');
    const { handle, approvalUrl } = payloadOf<{ handle: string; approvalUrl: string }>(asked.text);
    expect(approvalUrl).toBe(`${world.url}/app/requests/${handle}`);

    const pending = await asha.get('/me/consent-requests?state=PENDING');
    expect(pending.json.requests).toHaveLength(1);
    expect(pending.json.requests[0].dataUser.name).toBe('The lender');
    const detail = await asha.get(`/me/consent-requests/${handle}`);
    expect(detail.json.accounts).toEqual([expect.objectContaining({ id: links[0]?.id })]);

    const approved = await asha.post(`/me/consent-requests/${handle}/approve`, {});
    expect(approved.status, approved.text).toBe(200);
    expect(approved.json).toMatchObject({ state: 'ACTIVE', version: 1 });

    const issued = await eventually(() => world.counterparts.told(world.lender.id, 'consent-artefact.issued')[0]);
    const { artefactId: consentId } = issued.state as { artefactId: string };

    const { dataTypes, dataRange } = sampleTerms(world.clock.now());
    const fields = {
      consentId,
      dataTypes: [...dataTypes].map(({ type }) => ({ type })),
      dataRange,
      jkt: jktOf(world.lender),
    };
    const authorised = await world.lender.askForData(fields);
    expect(authorised.status, authorised.text).toBe(201);
    expect(authorised.json.sessions).toHaveLength(1);
    expect((await world.lender.askForData(fields)).json.code).toBe('one-time-used');

    const { sessionId } = authorised.json.sessions[0];
    const renewed = await world.lender.call('POST', `/data-sessions/${sessionId}/token`);
    expect(renewed.status, renewed.text).toBe(200);

    const revoked = await asha.post(`/me/consents/${approved.json.id}/revoke`, { reason: 'I changed my mind' });
    expect(revoked.json, revoked.text).toMatchObject({ state: 'REVOKED', version: 2 });
    expect((await world.lender.call('POST', `/data-sessions/${sessionId}/token`)).json.code).toBe('consent-revoked');
    await eventually(() => world.counterparts.told(world.bank.id, 'consent-artefact.revoked')[0]);
    expect(await asha.timeline()).toEqual([
      'consent.revoked',
      'data-request.refused',
      'data-request.authorised',
      'consent-request.approved',
      'consent-request.received',
      'account.linked',
      'principal.joined',
    ]);
  });
});
