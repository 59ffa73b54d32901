import { expect, test } from 'vitest';
import { RefusedError, refuse } from '#domain';
import { PrivateAddressError } from '../http/public-address.ts';
import { PeerRefusal, PeerUnavailable, PeerUnreachable } from '../peer/peer-errors.ts';
import { failureOf } from './delivery-failure.ts';

const peer = 'https://other.example';
const refusal = (status: number, code = '', detail = '') => new PeerRefusal(peer, { status, code, detail });
const silence = (cause: unknown) => new PeerUnavailable(peer, 'Asha Raman is not here', { cause });

test.each<[string, unknown, string, string]>([
  ['a problem', refusal(429, 'too-many-requests'), 'refused', '429 too-many-requests'],
  [
    'a set error',
    refusal(400, 'invalid_request', 'schema-mismatch: at /x'),
    'refused',
    '400 invalid_request schema-mismatch',
  ],
  ['a code said twice', refusal(401, 'key-not-listed', 'key-not-listed'), 'refused', '401 key-not-listed'],
  ['words of its own', refusal(400, 'asha', 'Asha Raman is not here'), 'refused', '400 unknown-code'],
  ['words of its own behind a code', refusal(403, 'access_denied', 'Asha: no'), 'refused', '403 access_denied'],
  ['a redirect', refusal(307), 'refused', '307'],
  ['a fault over there', new PeerUnavailable(peer, 'status 502', { status: 502 }), 'away', '502'],
  ['a shut door', new PeerUnreachable(peer, 'x', { cause: { code: 'ECONNREFUSED' } }), 'away', 'connection-refused'],
  ['silence', silence({ code: 'UND_ERR_HEADERS_TIMEOUT' }), 'away', 'no-answer-in-time'],
  ['an unknown name', silence({ code: 'ENOTFOUND' }), 'away', 'name-not-found'],
  ['a strange certificate', silence({ code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'away', 'certificate-not-trusted'],
  ['a host of another name', silence({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'away', 'certificate-not-trusted'],
  ['a private address', silence(new PrivateAddressError('10.0.0.1')), 'away', 'private-address'],
  ['whatever else', silence(new Error('Asha')), 'away', 'no-answer'],
  ['nobody listed', new RefusedError(refuse('participant-not-active', peer)), 'away', 'participant-not-active'],
  ['a fault of our own', new Error('Asha'), 'away', 'fault-here'],
])('%s is written down in codes', (_, error, outcome, reason) => {
  expect(failureOf(error)).toEqual({ outcome, reason });
});
