// The floor's data user gateway.
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { EventSender } from './event-sender.ts';
import { idOf, readSettings, urlOf } from './floor-settings.ts';
import {
  concludeSession,
  findConsent,
  findSession,
  keepConsent,
  keepRequest,
  keepSession,
  moveConsent,
  refuseSession,
} from './gateway-statements.ts';
import { type Call, Peer, type Reply, serve } from './http.ts';
import { command, event, readEvent } from './messages.ts';
import { ProviderClient } from './provider-client.ts';
import { generateAgreementKeys, open } from './sealing.ts';
import { Store } from './store.ts';
import { type Claims, readClaims, sha256, TokenSigner, TokenVerifier } from './tokens.ts';

const settings = readSettings();
const store = new Store(settings, 'gateway');
const signer = new TokenSigner(settings.keys.gateway);
const fromManager = new TokenVerifier(settings.keys.manager);
const fromProvider = new TokenVerifier(settings.keys.provider);
const events = new EventSender(store);
const manager = new Peer(urlOf(settings, 'manager'));
const provider = new ProviderClient(settings, signer);

interface Held {
  readonly id: string;
  readonly accessToken: string;
  readonly recipientKey: JsonWebKey;
}

/** Consent ids by handle as they are heard of, and who waits for them. */
const heard = new Map<string, string>();
const waiting = new Map<string, (consentId: string) => void>();

const json = (value: object): Reply => ({ body: JSON.stringify(value) });
const publicHalf = ({ d: _private, ...half }: JsonWebKey): JsonWebKey => half;
const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

async function ask({ body }: Call): Promise<Reply> {
  const asked = JSON.parse(body) as Claims;
  const token = signer.sign('consent-request+jwt', { ...command('gateway', 'manager'), ...asked });
  const handle = `${fromManager.verify(await manager.post('/consent-requests', token))['handle']}`;
  await store.ask(keepRequest, [handle, JSON.stringify(asked['terms'])]);
  return json({ handle });
}

async function awaitConsent({ path }: Call): Promise<Reply> {
  const handle = lastOf(path);
  const consentId = heard.get(handle) ?? (await new Promise<string>((resolve) => waiting.set(handle, resolve)));
  heard.delete(handle);
  waiting.delete(handle);
  return json({ consentId });
}

async function hear({ body }: Call): Promise<Reply> {
  const claims = fromManager.verify(body);
  const { type, state } = readEvent(claims);
  const { artefactId, artefact, version } = state;
  if (type !== 'consent-artefact.issued') {
    await store.ask(moveConsent, [claims['jti'], artefactId, state['state'], version]);
    return { status: 202 };
  }
  const handle = `${fromManager.verify(`${artefact}`)['handle']}`;
  await store.ask(keepConsent, [claims['jti'], handle, artefactId, artefact]);
  heard.set(handle, `${artefactId}`);
  waiting.get(handle)?.(`${artefactId}`);
  return { status: 202 };
}

async function authorise(consentId: string): Promise<Held> {
  const [consent] = await store.ask<{ artefact: string; state: string }>(findConsent, [consentId]);
  if (consent?.state !== 'ACTIVE') throw new Error('no consent');
  const { dataTypes, dataRange } = readClaims(consent.artefact)['terms'] as Claims;
  const asked = { ...command('gateway', 'manager'), consentId, dataTypes, dataRange, jkt: provider.jkt };
  const answer = await manager.post('/data-requests', signer.sign('data-request+jwt', asked));
  const { sessionId, accessToken } = JSON.parse(answer) as { sessionId: string; accessToken: string };
  const { privateKey } = await generateAgreementKeys();
  const recipientKey = privateKey.export({ format: 'jwk' });
  await store.ask(keepSession, [sessionId, consentId, accessToken, JSON.stringify(recipientKey)]);
  return { id: sessionId, accessToken, recipientKey };
}

async function refused(id: string): Promise<Reply> {
  await store.ask(refuseSession, [id]);
  return json({ state: 'REFUSED' });
}

async function fetchData({ id, accessToken, recipientKey }: Held): Promise<Reply> {
  const manifest = await provider.open(id, accessToken, publicHalf(recipientKey));
  if (manifest === undefined) return refused(id);
  const part = await provider.part(id, accessToken);
  if (part === undefined) return refused(id);
  const { sealed, statement } = part;
  const digest = sha256(sealed);
  if (fromProvider.verify(statement)['digest'] !== digest) throw new Error('not what was signed');
  const plaintext = open(createPrivateKey({ key: recipientKey, format: 'jwk' }), sealed);
  if ((fromProvider.verify(manifest)['parts'] as string[])[0] !== digest) throw new Error('not what the manifest says');
  const times = { receivedAt: new Date().toISOString(), eraseBy: new Date(Date.now() + 2_592_000_000).toISOString() };
  const received = { sessionId: id, manifestDigest: sha256(manifest), records: plaintext.length / 1024, ...times };
  const told = event(signer, ['gateway', 'manager'], 'data-session.received', id, received);
  await store.ask(concludeSession, [id, plaintext, manifest, told.id, told.token]);
  events.send([{ ...told, receiver: manager }]);
  void provider.acknowledge(id, accessToken);
  return json({ state: 'COMPLETED' });
}

async function request({ body }: Call): Promise<Reply> {
  const { consentId, later } = JSON.parse(body) as { consentId: string; later?: boolean };
  const held = await authorise(consentId);
  return later === true ? json({ sessionId: held.id }) : fetchData(held);
}

async function fetchHeld({ path }: Call): Promise<Reply> {
  const [held] = await store.ask<Held>(findSession, [lastOf(path)]);
  if (held === undefined) throw new Error(`no session for ${idOf('gateway')}`);
  return fetchData(held);
}

serve(settings.ports.gateway, {
  'POST /consent-requests': ask,
  'POST /heard': awaitConsent,
  'POST /events': hear,
  'POST /data-requests': request,
  'POST /fetch': fetchHeld,
});
