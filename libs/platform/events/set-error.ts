import type { Refusal, RefusalCode } from '#domain';

const registered = [
  'invalid_request',
  'invalid_key',
  'invalid_issuer',
  'invalid_audience',
  'authentication_failed',
  'access_denied',
] as const;
type SetErrorCode = (typeof registered)[number];

/** Those that RFC 8935, section 7.1 registers. */
export const setErrorCodes: ReadonlySet<string> = new Set(registered);

/** RFC 8935, section 2.4: how a receiver says no. */
export interface SetError {
  readonly err: SetErrorCode;
  readonly description: string;
}

const codes: Partial<Record<RefusalCode, SetErrorCode>> = {
  'issuer-not-listed': 'invalid_issuer',
  'key-not-listed': 'invalid_key',
  'algorithm-not-allowed': 'invalid_key',
  'signature-invalid': 'authentication_failed',
  'audience-not-me': 'invalid_audience',
  'role-not-allowed': 'access_denied',
  'event-not-yours': 'access_denied',
};

export function toSetError({ code, detail }: Refusal): SetError {
  return { err: codes[code] ?? 'invalid_request', description: detail === '' ? code : `${code}: ${detail}` };
}
