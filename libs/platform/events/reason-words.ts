import { type RefusalCode, refusalCodes } from '#domain';

const words: Readonly<Record<string, string>> = {
  'connection-refused': 'nobody listens at its address',
  'connection-lost': 'the connection broke',
  'name-not-found': 'the name of its address is unknown',
  'address-unreachable': 'no way leads to its address',
  'no-answer-in-time': 'it did not answer in time',
  'no-answer': 'it did not answer',
  'certificate-not-trusted': 'its certificate is not trusted',
  'private-address': 'its address is not public, and NETWORK_IS_LOCAL is not set',
  'fault-here': 'a fault on our side: see the log',
  'participant-not-active': 'it is not in the trust list as active with this role',
  'too-old': 'pushed for EVENT_RETRY_DAYS, and no more',
  'unknown-code': 'it gives a reason of its own',
  invalid_request: 'the event is not in form',
  invalid_key: 'it does not know the key, or refuses it',
  invalid_issuer: 'it does not know us',
  invalid_audience: 'the event is not for it',
  authentication_failed: 'the signature does not hold',
  access_denied: 'we may not tell it that',
};

const titleOf = (code: string): string | undefined =>
  Object.hasOwn(refusalCodes, code) ? refusalCodes[code as RefusalCode][1] : undefined;

/** `400 invalid_key key-not-listed` as a person reads it. Empty for no reason. */
export function reasonWords(reason: string): string {
  if (reason === '') return '';
  const [first = '', ...rest] = reason.split(' ');
  const status = /^\d{3}$/.test(first) ? first : undefined;
  const codes = status === undefined ? [first, ...rest] : rest;
  const said = codes.map((code) => words[code] ?? titleOf(code) ?? code).join('; ');
  if (status === undefined) return said;
  return said === '' ? `it answered ${status}` : `it answered ${status}: ${said}`;
}
