import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDuration, addSeconds } from '#domain';
import {
  type AuthorisedSession,
  createAccessToken,
  createEvent,
  type DataRequestAnswer,
  type DataSessionAnswer,
  nodeCryptography,
  sha256Base64url,
} from '#protocol';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { dataUser, type Granted, grant, signInAndLink } from '../support/grant.ts';
import { Impostor, sendTo } from '../support/impostor.ts';
import { asha, ravi, startTestNetwork, type TestNetwork } from '../support/test-network.ts';
import { until } from '../support/until.ts';
import { allOf, WireDataUser } from '../support/wire-data-user.ts';

/** What is rightly signed and still must not pass: consents used beyond what was granted, or by the wrong one. */
let net: TestNetwork;
let person: PersonClient;
let principal: string;
let gateway: DataUserClient;
let lender: WireDataUser;
let rival: WireDataUser;

beforeAll(async () => {
  net = await startTestNetwork();
  person = await signInAndLink(net, asha);
  principal = (await person.me()).principal;
  gateway = dataUser(net);
  lender = await WireDataUser.create(net);
  rival = await WireDataUser.create(net, 'rival');
});
afterAll(async () => {
  await person?.close();
  await gateway?.close();
  await net?.stop();
});

const granted = (change: Parameters<typeof grant>[4] = {}): Promise<Granted> =>
  grant(net, person, gateway, principal, change);
const tenYears = () => ({ dataRange: { from: addDuration(net.clock.now(), 'P10Y', -1), to: net.clock.now() } });
const oneTime = { fetchType: 'ONETIME', frequency: undefined } as const;

describe('a data request is refused', () => {
  it('under someone else’s consent, in the same words as under none', async () => {
    const { consentId, terms } = await granted();
    const nothing = randomUUID();
    const stolen = await rival.request(allOf(consentId, terms));
    const invented = await rival.request(allOf(nothing, terms));
    expect(stolen).toMatchObject({ status: 404, code: 'consent-unknown' });
    expect(JSON.stringify(stolen.body).replace(consentId, nothing)).toBe(JSON.stringify(invented.body));
  });

  it('in full where the consent was narrowed', async () => {
    const narrowing = { dataRange: { from: addDuration(net.clock.now(), 'P6M', -1), to: net.clock.now() } };
    const { consentId, terms } = await granted({ narrowing });
    const year = { from: addDuration(net.clock.now(), 'P1Y', -1), to: net.clock.now() };
    const inFull = await lender.request({ ...allOf(consentId, terms), dataRange: year });
    expect(inFull).toMatchObject({ status: 403, code: 'data-range-not-consented' });
    expect((await lender.request(allOf(consentId, terms))).status).toBe(201);
  });

  it('for a type or a field that was left out', async () => {
    const narrowing = { dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }] };
    const { consentId, terms } = await granted({ narrowing });
    const ask = allOf(consentId, terms);
    const types = (dataTypes: { type: string; fields?: string[] }[]) => lender.request({ ...ask, dataTypes });
    expect((await types([{ type: 'bank.account-summary' }])).code).toBe('data-type-not-consented');
    expect((await types([{ type: 'bank.transaction' }])).code).toBe('field-not-consented');
    expect((await types([{ type: 'bank.transaction', fields: ['counterparty'] }])).code).toBe('field-not-consented');
  });

  it('while the consent is paused, after it is revoked, and before that not', async () => {
    const { consentId, terms, id } = await granted();
    const ask = allOf(consentId, terms);
    await person.pause(id);
    expect((await lender.request(ask)).code).toBe('consent-paused');
    await person.resume(id);
    expect((await lender.request(ask)).status).toBe(201);
    await person.revoke(id);
    expect((await lender.request(ask)).code).toBe('consent-revoked');
  });
});

describe('of uses that are counted', () => {
  it('exactly one of two one-time fetches at once passes', async () => {
    const { consentId, terms } = await granted({ terms: oneTime });
    const answers = await Promise.all(Array.from({ length: 8 }, () => lender.request(allOf(consentId, terms))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'one-time-used')).toHaveLength(7);
  });

  it('a retried command whose answer was lost has the same outcome and spends one use', async () => {
    const { consentId, terms } = await granted({ terms: oneTime });
    const requestId = randomUUID();
    const lost = await lender.request(allOf(consentId, terms), requestId);
    const again = await lender.request(allOf(consentId, terms), requestId);
    expect(again.status).toBe(201);
    expect((again.body as DataRequestAnswer).dataRequestId).toBe((lost.body as DataRequestAnswer).dataRequestId);
    expect((await lender.request(allOf(consentId, terms))).code).toBe('one-time-used');
  });

  it('a frequency of two lets two of twelve at once pass', async () => {
    const { consentId, terms } = await granted({ terms: { frequency: { max: 2, per: 'DAY' } } });
    const answers = await Promise.all(Array.from({ length: 12 }, () => lender.request(allOf(consentId, terms))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.filter(({ code }) => code === 'frequency-exceeded')).toHaveLength(10);
  });
});

describe('at the data provider', () => {
  it('a session opens for the token, the proof and the signature that belong together', async () => {
    const { consentId, terms } = await granted();
    expect((await lender.open(await lender.authorised(allOf(consentId, terms)))).status).toBe(201);
  });

  it('a recipient key that the data user did not sign is refused: a manager cannot have data sealed to itself', async () => {
    const { consentId, terms } = await granted();
    const session = await lender.authorised(allOf(consentId, terms));
    const saathi = await Impostor.of(net.network, 'saathi');
    const posing = await lender.sessionRequest(session, saathi, lender.self.id);
    expect((await lender.open(session, posing)).code).toBe('key-not-listed');
    const asItself = await lender.sessionRequest(session, saathi);
    expect((await lender.open(session, asItself)).code).toBe('role-not-allowed');
    const byRival = await lender.sessionRequest(session, rival.self);
    expect((await lender.open(session, byRival)).status).toBeGreaterThanOrEqual(400);
  });

  it('a stolen token is of no use without the key it is bound to', async () => {
    const { consentId, terms } = await granted();
    const session = await lender.authorised(allOf(consentId, terms));
    const body = await lender.sessionRequest(session);
    const stolen = await lender.atBank('POST', '/data-sessions', session.accessToken, body, rival.dpop);
    expect(stolen.code).toBe('proof-of-possession-invalid');
    const again = await lender.sessionRequest(session);
    const bare = await sendTo(net.network, 'bank', 'POST', '/data-sessions', again, {
      authorization: `Bearer ${session.accessToken}`,
    });
    expect(bare).toMatchObject({ status: 401, code: 'access-token-invalid' });
  });

  it('an expired token is refused, and renewing it spends no use', async () => {
    const { consentId, terms } = await granted({ terms: oneTime });
    const session = await lender.authorised(allOf(consentId, terms));
    net.clock.advance(200);
    expect((await lender.open(session)).code).toBe('access-token-invalid');
    const renewed = await lender.renewToken(session.sessionId);
    const { accessToken } = renewed.body as { accessToken: string };
    expect((await lender.open({ ...session, accessToken })).status).toBe(201);
    expect((await rival.renewToken(session.sessionId)).code).toBe('session-unknown');
  });

  it('revocation between two parts: the second is refused, with a token that is still valid', async () => {
    const { consentId, terms, id } = await granted({ terms: tenYears() });
    const session = await lender.authorised(allOf(consentId, terms));
    const opened = await lender.open(session);
    expect((opened.body as DataSessionAnswer).parts).toBeGreaterThan(1);
    expect((await lender.part(session, 0)).status).toBe(200);
    await person.revoke(id);
    const code = await until(async () => (await lender.part(session, 1)).code, 'consent-revoked');
    expect(code).toBe('consent-revoked');
  });

  it('a held token is refused once she has revoked', async () => {
    const { consentId, terms, id } = await granted();
    const session = await lender.authorised(allOf(consentId, terms));
    await person.revoke(id);
    await until(async () => (await gateway.consent(consentId)).state, 'REVOKED');
    const code = await until(async () => (await lender.open(session)).code, 'consent-revoked');
    expect(code).toBe('consent-revoked');
  });
});

describe('a consent manager that lies', () => {
  const session = async (
    artefactId: string,
    artefactDigest: string,
    terms: Granted['terms'],
  ): Promise<AuthorisedSession> => {
    const saathi = await Impostor.of(net.network, 'saathi');
    const sessionId = randomUUID();
    const accessToken = await createAccessToken({
      signer: saathi.signer('access-token'),
      issuer: saathi.id,
      audience: lender.idOf('bank'),
      authorization: {
        type: 'urn:assent:data-session',
        sessionId,
        artefactId,
        artefactDigest,
        dataRequestId: randomUUID(),
        requestedAt: net.clock.now(),
        dataUser: lender.self.id,
        dataTypes: terms.dataTypes,
        dataRange: terms.dataRange,
      },
      jkt: lender.dpop.kid,
      now: net.clock.now(),
    });
    return { sessionId, dataProvider: lender.idOf('bank'), accessToken, expiresAt: addSeconds(net.clock.now(), 120) };
  };

  it('a token for an artefact that nobody ever signed: asked for once, then «not here yet»', async () => {
    const { terms } = await granted();
    const invented = await session(randomUUID(), sha256Base64url('nothing'), terms);
    const answer = await lender.open(invented);
    expect(answer).toMatchObject({ status: 503, code: 'artefact-not-here-yet' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('an artefact that names an account it never linked opens nothing', async () => {
    const { terms } = await granted();
    const other = await signInAndLink(net, ravi);
    const { links } = await other.accounts();
    await other.close();
    const saathi = await Impostor.of(net.network, 'saathi');
    const artefactId = randomUUID();
    const artefact = await saathi.artefactFor(lender.idOf('bank'), {
      artefactId,
      dataUser: lender.self.id,
      terms,
      accounts: links.map(({ id }) => id),
      now: net.clock.now(),
    });
    const event = await createEvent({
      signer: saathi.signer('statement'),
      issuer: saathi.id,
      audience: lender.idOf('bank'),
      type: 'consent-artefact.issued',
      subject: artefactId,
      state: { artefactId, state: 'ACTIVE', version: 1, artefact },
      now: net.clock.now(),
    });
    const told = await sendTo(net.network, 'bank', 'POST', '/events', event, {
      'content-type': 'application/secevent+jwt',
    });
    expect(told.status).toBe(202);
    const opened = await lender.open(await session(artefactId, sha256Base64url(artefact), terms));
    expect(opened).toMatchObject({ status: 403, code: 'account-not-linked' });
  });

  it('a token under a key that is listed for another use', async () => {
    const { consentId, terms } = await granted();
    const real = await lender.authorised(allOf(consentId, terms));
    const claims = JSON.parse(Buffer.from(real.accessToken.split('.')[1] ?? '', 'base64url').toString());
    const saathi = await Impostor.of(net.network, 'saathi');
    const accessToken = await saathi.signer('message').sign({ typ: 'at+jwt', payload: claims });
    expect((await lender.open({ ...real, accessToken })).code).toBe('access-token-invalid');
    const stranger = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const forged = await stranger.sign({ typ: 'at+jwt', payload: claims });
    expect((await lender.open({ ...real, accessToken: forged })).code).toBe('access-token-invalid');
  });

  it('an event about a consent that is another manager’s to state is not believed', async () => {
    const { consentId } = await granted();
    const forged = await createEvent({
      signer: rival.self.signer('statement'),
      issuer: rival.self.id,
      audience: lender.self.id,
      type: 'consent-artefact.revoked',
      subject: consentId,
      state: { artefactId: consentId, state: 'REVOKED', version: 9 },
      now: net.clock.now(),
    });
    const answer = await sendTo(net.network, 'lender', 'POST', '/events', forged, {
      'content-type': 'application/secevent+jwt',
    });
    expect(answer.status).toBe(400);
    expect((await gateway.consent(consentId)).state).toBe('ACTIVE');
  });
});
