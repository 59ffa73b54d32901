import { type RefusalCode, type RefusedError, refusalCodes } from '#domain';
import { PeerRefusal } from '#platform';
import type { RefusedBy } from '../data-requests/asked-data.ts';

const notYet: readonly string[] = ['part-not-ready', 'manifest-not-ready'];

/** Asking the same again later may be answered otherwise. */
export function isTemporary(error: RefusedError): boolean {
  if (error instanceof PeerRefusal) return error.status === 503 || error.status === 429 || notYet.includes(error.code);
  const [status] = refusalCodes[error.refusal.code];
  return status === 503;
}

/** Who said no, in its own words where they are of the closed list. */
export function refusedBy(error: RefusedError, manager: string): RefusedBy {
  if (!(error instanceof PeerRefusal)) return { by: 'data-user', ...told(error) };
  const by = error.participantId === manager ? 'consent-manager' : 'data-provider';
  const known = Object.hasOwn(refusalCodes, error.code);
  return known ? { by, code: error.code as RefusalCode, detail: error.detail } : { by, ...told(error) };
}

const told = ({ refusal }: RefusedError) => ({ code: refusal.code, detail: refusal.detail });
