import { v7 as uuidv7 } from 'uuid';
import { type FloorRole, idOf } from './floor-settings.ts';
import { type Claims, sha256, type TokenSigner } from './tokens.ts';

const digest = 'd'.repeat(43);

/** Claims that every message has. */
export function envelope(from: FloorRole, to: FloorRole): { iss: string; aud: string; iat: number; jti: string } {
  return { iss: idOf(from), aud: idOf(to), iat: Math.floor(Date.now() / 1000), jti: uuidv7() };
}

export function command(from: FloorRole, to: FloorRole): Claims & { jti: string; requestId: string } {
  const claims = envelope(from, to);
  return { ...claims, exp: claims.iat + 300, requestId: uuidv7() };
}

/** The grant as one counterpart gets it. */
export function artefact(id: string, to: 'provider' | 'gateway', request: Claims): Claims {
  const recipient =
    to === 'provider'
      ? { for: 'data-provider', dataProvider: idOf('provider'), accounts: [uuidv7()] }
      : { for: 'data-user', handle: request['handle'], narrowedFrom: [] };
  return {
    ...envelope('manager', to),
    artefactId: id,
    ...recipient,
    dataUser: idOf('gateway'),
    principal: digest,
    terms: request['terms'],
    noticeDigest: sha256(JSON.stringify(request['notice'])),
    noticeLanguage: 'en',
    approval: { method: 'one-time-code', approvedAt: new Date().toISOString(), evidenceDigest: digest },
  };
}

export interface SignedEvent {
  readonly id: string;
  readonly token: string;
}

/** A security event token. */
export function event(
  signer: TokenSigner,
  [from, to]: readonly [FloorRole, FloorRole],
  type: string,
  subject: string,
  state: object,
): SignedEvent {
  const claims = {
    ...envelope(from, to),
    sub_id: { format: 'opaque', id: subject },
    events: { [`urn:assent:event:${type}`]: state },
  };
  return { id: claims.jti, token: signer.sign('secevent+jwt', claims) };
}

/** @returns the type and the state an event tells */
export function readEvent(claims: Claims): { readonly type: string; readonly state: Claims } {
  const [[uri, state] = ['', {}]] = Object.entries(claims['events'] as Record<string, Claims>);
  return { type: uri.slice('urn:assent:event:'.length), state };
}
