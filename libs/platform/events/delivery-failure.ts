import { RefusedError, refusalCodes } from '#domain';
import { PrivateAddressError } from '../http/public-address.ts';
import { PeerRefusal, PeerUnavailable } from '../peer/peer-errors.ts';
import { setErrorCodes } from './set-error.ts';

/** Of an attempt: refused or away. Of an event: given up, rejected by a poll, told anew by an operator. */
export const deliveryOutcomes = ['delivered', 'refused', 'away', 'given-up', 'rejected', 'replayed'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

export interface DeliveryFailure {
  /** refused: the receiver answered no; away: there was no answer, or a fault over there. */
  readonly outcome: 'refused' | 'away';
  /** The status of the answer where there was one, then codes: `400 invalid_request schema-mismatch`, `no-answer-in-time`. */
  readonly reason: string;
}

/** Something broke on this side before anything was sent; the log says what. */
export const faultHere = 'fault-here';

const connectionCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  UND_ERR_SOCKET: 'connection-lost',
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EHOSTDOWN: 'address-unreachable',
  EHOSTUNREACH: 'address-unreachable',
  ENETUNREACH: 'address-unreachable',
  ETIMEDOUT: 'no-answer-in-time',
  UND_ERR_CONNECT_TIMEOUT: 'no-answer-in-time',
  UND_ERR_HEADERS_TIMEOUT: 'no-answer-in-time',
  UND_ERR_BODY_TIMEOUT: 'no-answer-in-time',
};

/** In codes of closed lists: a counterpart's own words might name a person. */
export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof PeerRefusal) {
    const codes = codesIn(error.code, error.detail);
    return { outcome: 'refused', reason: [`${error.status}`, ...codes].join(' ') };
  }
  if (error instanceof PeerUnavailable) return { outcome: 'away', reason: connectionReason(error) };
  return { outcome: 'away', reason: error instanceof RefusedError ? error.refusal.code : faultHere };
}

/** Of what a receiver says of an event: RFC 8935's code, and the refusal code that one of our own kind adds in front. */
export function codesIn(code: string, description: string): string[] {
  const [first = ''] = description.split(/[:\s]/, 1);
  const codes = [code, first].filter((each) => setErrorCodes.has(each) || Object.hasOwn(refusalCodes, each));
  return codes.length === 0 && code !== '' ? ['unknown-code'] : [...new Set(codes)];
}

function connectionReason({ status, cause }: PeerUnavailable): string {
  if (status !== undefined) return `${status}`;
  if (cause instanceof PrivateAddressError) return 'private-address';
  const { code } = (cause ?? {}) as { code?: unknown };
  const text = typeof code === 'string' ? code : '';
  if (/CERT|_TLS_|UNABLE_TO_|SIGNATURE/.test(text)) return 'certificate-not-trusted';
  return connectionCodes[text] ?? 'no-answer';
}
