import { type RefusedError, refusalCodes } from '#domain';
import { PeerRefusal } from '#platform';

const notYet: readonly string[] = ['part-not-ready', 'manifest-not-ready'];

/** Asking the same again later may be answered otherwise. */
export function isTemporary(error: RefusedError): boolean {
  if (error instanceof PeerRefusal) return error.status === 503 || error.status === 429 || notYet.includes(error.code);
  const [status] = refusalCodes[error.refusal.code];
  return status === 503;
}
