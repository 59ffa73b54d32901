// The floor's data provider. Its records lie in memory: reading an institution's system is no part of the protocol.
import { EventSender } from './event-sender.ts';
import { readSettings, urlOf } from './floor-settings.ts';
import { type Call, Peer, type Reply, serve } from './http.ts';
import { envelope, event, readEvent } from './messages.ts';
import {
  concludeSession,
  dropParts,
  keepArtefact,
  moveArtefact,
  openSession,
  takePart,
} from './provider-statements.ts';
import { readPublicKey, seal } from './sealing.ts';
import { Store } from './store.ts';
import { type Claims, sha256, TokenSigner, TokenVerifier } from './tokens.ts';

const settings = readSettings();
const store = new Store(settings, 'provider');
const signer = new TokenSigner(settings.keys.provider);
const fromManager = new TokenVerifier(settings.keys.manager);
const fromGateway = new TokenVerifier(settings.keys.gateway);
const dpop = new TokenVerifier(settings.keys.dpop);
const events = new EventSender(store);
const manager = new Peer(urlOf(settings, 'manager'));

const records: Readonly<Record<string, Buffer>> = {
  'fhir-r4.observation': Buffer.alloc(10_240, 'She felt well and had slept enough. '),
  'fhir-r4.procedure': Buffer.alloc(1_024_000, 'She felt well and had slept enough. '),
};

/** Tokens whose signature held, so that one of them is verified once however often it is shown. */
const knownTokens = new Map<string, Claims>();

function verifyToken(headers: Call['headers']): Claims {
  const token = headers.authorization?.slice('DPoP '.length) ?? '';
  const known = knownTokens.get(token);
  if (known !== undefined) return known;
  if (knownTokens.size > 10_000) knownTokens.clear();
  const claims = fromManager.verify(token);
  knownTokens.set(token, claims);
  return claims;
}

/** @returns the token's claims, and the jti of the proof that it is in the right hands */
function verifyAccess({ headers }: Call): { readonly token: Claims; readonly proof: unknown } {
  const token = verifyToken(headers);
  return { token, proof: dpop.verify(`${headers['dpop']}`)['jti'] };
}

async function openOne(call: Call): Promise<Reply> {
  const { token, proof } = verifyAccess(call);
  const asked = fromGateway.verify(call.body);
  const [details] = token['authorization_details'] as [Claims & { dataTypes: [{ type: string }] }];
  const sessionId = `${token['sub']}`;
  const recipient = asked['recipientKey'] as { x: string };
  const opened = await store.ask(openSession, [sessionId, asked['jti'], details['artefactId'], recipient.x, proof]);
  if (opened.length === 0) return { status: 403, body: JSON.stringify({ code: 'consent-revoked' }) };
  const { type } = details.dataTypes[0];
  const manifest = await fill(sessionId, recipient.x, type);
  return { status: 201, body: JSON.stringify({ sessionId, state: 'COMPLETED', parts: 1, manifest }) };
}

async function fill(sessionId: string, recipient: string, type: string): Promise<string> {
  const plaintext = records[type] ?? Buffer.alloc(0);
  const sealed = await seal(readPublicKey(recipient), plaintext);
  const digest = sha256(sealed);
  const part = { sessionId, n: 0, digest, records: plaintext.length / 1024 };
  const statement = signer.sign('data-part+jwt', { ...envelope('provider', 'gateway'), ...part });
  const delivered = [{ dataType: type, schemaDigest: digest, delivered: part.records, refused: 0 }];
  const accounts = [{ account: sessionId, label: 'Health record ••ench', outcome: 'DELIVERED', records: delivered }];
  const conclusion = { sessionId, dataRequestId: sessionId, state: 'COMPLETED', accounts, parts: [digest] };
  const manifest = signer.sign('data-manifest+jwt', { ...envelope('provider', 'gateway'), ...conclusion });
  const sent = { sessionId, manifestDigest: sha256(manifest), served: 1, outcomes: { DELIVERED: 1 } };
  const told = event(signer, ['provider', 'manager'], 'data-session.sent', sessionId, sent);
  await store.ask(concludeSession, [sessionId, sealed, statement, manifest, told.id, told.token]);
  events.send([{ ...told, receiver: manager }]);
  return manifest;
}

async function part(call: Call): Promise<Reply> {
  const { token, proof } = verifyAccess(call);
  const values = [token['sub'], 0, proof];
  const [found] = await store.ask<{ sealed: Buffer; statement: string }>(takePart, values);
  if (found === undefined) return { status: 403 };
  return { body: found.sealed, headers: { 'content-type': 'application/octet-stream', 'data-part': found.statement } };
}

async function drop(call: Call): Promise<Reply> {
  const { token, proof } = verifyAccess(call);
  await store.ask(dropParts, [token['sub'], proof]);
  return { status: 204 };
}

async function hear({ body }: Call): Promise<Reply> {
  const claims = fromManager.verify(body);
  const { type, state } = readEvent(claims);
  const { jti } = claims;
  const { artefactId, artefact, version } = state;
  if (type === 'consent-artefact.issued') {
    fromManager.verify(`${artefact}`);
    await store.ask(keepArtefact, [jti, artefactId, artefact]);
  } else await store.ask(moveArtefact, [jti, artefactId, state['state'], version]);
  return { status: 202 };
}

serve(settings.ports.provider, {
  'POST /data-sessions': openOne,
  'GET /data-sessions': part,
  'DELETE /data-sessions': drop,
  'POST /events': hear,
});
