// The floor's consent manager: what the protocol needs of it, and nothing around that.
import { v7 as uuidv7 } from 'uuid';
import { EventSender } from './event-sender.ts';
import { idOf, readSettings, urlOf } from './floor-settings.ts';
import { type Call, Peer, type Reply, serve } from './http.ts';
import {
  addPerson,
  findConsentOf,
  findRequest,
  grant,
  hearOfSession,
  openSession,
  revokeConsent,
  takeRequest,
} from './manager-statements.ts';
import { artefact, command, envelope, event, readEvent, type SignedEvent } from './messages.ts';
import { Store } from './store.ts';
import { type Claims, readClaims, sha256, TokenSigner, TokenVerifier } from './tokens.ts';

const settings = readSettings();
const store = new Store(settings, 'manager');
const signer = new TokenSigner(settings.keys.manager);
const fromGateway = new TokenVerifier(settings.keys.gateway);
const fromProvider = new TokenVerifier(settings.keys.provider);
const events = new EventSender(store);
const peers = { provider: new Peer(urlOf(settings, 'provider')), gateway: new Peer(urlOf(settings, 'gateway')) };

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const secretOf = ({ headers }: Call) => headers.authorization?.slice('Bearer '.length) ?? '';
const json = (value: object, status = 200): Reply => ({ status, body: JSON.stringify(value) });

function tell(told: { readonly provider: SignedEvent; readonly gateway: SignedEvent }): void {
  events.send((['provider', 'gateway'] as const).map((to) => ({ ...told[to], receiver: peers[to] })));
}

async function addOne({ body }: Call): Promise<Reply> {
  const { principal, secret } = JSON.parse(body) as { principal: string; secret: string };
  await store.ask(addPerson, [sha256(secret), principal]);
  return {};
}

async function take({ body }: Call): Promise<Reply> {
  const asked = fromGateway.verify(body);
  const { terms, notice, principal } = asked;
  const handle = uuidv7();
  const values = [handle, asked['requestId'], asked['jti'], principal, JSON.stringify(terms), JSON.stringify(notice)];
  await store.ask(takeRequest, values);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const about = { handle, requestId: asked['requestId'], termsDigest: sha256(JSON.stringify(terms)), expiresAt };
  const approvalUrl = `${idOf('manager')}/me/consent-requests/${handle}`;
  return {
    status: 201,
    body: signer.sign('consent-handle+jwt', { ...envelope('manager', 'gateway'), ...about, approvalUrl }),
  };
}

async function approve(call: Call): Promise<Reply> {
  const handle = lastOf(call.path);
  const [request] = await store.ask<Claims>(findRequest, [handle, sha256(secretOf(call))]);
  if (request === undefined) return { status: 404 };
  const [id, providerId] = [uuidv7(), uuidv7()];
  const providerToken = signer.sign('consent-artefact+jwt', artefact(providerId, 'provider', { ...request, handle }));
  const userToken = signer.sign('consent-artefact+jwt', artefact(id, 'gateway', { ...request, handle }));
  const issued = (to: 'provider' | 'gateway', artefactId: string, token: string) =>
    event(signer, ['manager', to], 'consent-artefact.issued', artefactId, {
      ...{ artefactId, state: 'ACTIVE', version: 1, artefact: token },
    });
  const told = { provider: issued('provider', providerId, providerToken), gateway: issued('gateway', id, userToken) };
  const { principal, terms } = request;
  const consent = [handle, id, principal, JSON.stringify(terms), providerId, providerToken, userToken];
  await store.ask(grant, [...consent, told.provider.id, told.provider.token, told.gateway.id, told.gateway.token]);
  tell(told);
  return json({ id });
}

async function authorise({ body }: Call): Promise<Reply> {
  const asked = fromGateway.verify(body);
  const { consentId, dataTypes, dataRange, jkt, requestId, jti } = asked;
  const sessionId = uuidv7();
  const [opened] = await store.ask<Claims>(openSession, [sessionId, requestId, jti, consentId]);
  if (opened === undefined) return { status: 403 };
  const claims = command('manager', 'provider');
  const details = {
    type: 'urn:assent:data-session',
    sessionId,
    artefactId: opened['artefactId'],
    dataTypes,
    dataRange,
  };
  const bound = { sub: sessionId, client_id: idOf('gateway'), cnf: { jkt }, artefactDigest: opened['digest'] };
  const accessToken = signer.sign('at+jwt', { ...claims, ...bound, authorization_details: [details] });
  return json({ sessionId, dataProvider: idOf('provider'), accessToken }, 201);
}

async function revoke(call: Call): Promise<Reply> {
  const id = lastOf(call.path);
  const told = (to: 'provider' | 'gateway', artefactId: string) =>
    event(signer, ['manager', to], 'consent-artefact.revoked', artefactId, {
      artefactId,
      state: 'REVOKED',
      version: 2,
    });
  const [consent] = await store.ask<{ artefactId: string }>(findConsentOf, [id, sha256(secretOf(call))]);
  if (consent === undefined) return { status: 404 };
  const revoked = { provider: told('provider', consent.artefactId), gateway: told('gateway', id) };
  const both = [revoked.provider.id, revoked.provider.token, revoked.gateway.id, revoked.gateway.token];
  await store.ask(revokeConsent, [id, ...both]);
  tell(revoked);
  return {};
}

async function hear({ body }: Call): Promise<Reply> {
  const isSent = readClaims(body)['iss'] === idOf('provider');
  const claims = (isSent ? fromProvider : fromGateway).verify(body);
  const { state } = readEvent(claims);
  const digest = state['manifestDigest'];
  await store.ask(hearOfSession, [claims['jti'], state['sessionId'], isSent ? digest : null, isSent ? null : digest]);
  return { status: 202 };
}

serve(settings.ports.manager, {
  'POST /people': addOne,
  'POST /consent-requests': take,
  'POST /approve': approve,
  'POST /data-requests': authorise,
  'POST /revoke': revoke,
  'POST /events': hear,
});
