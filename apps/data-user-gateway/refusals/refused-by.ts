import { type RefusalCode, type RefusedError, refusalCodes } from '#domain';
import { PeerRefusal } from '#platform';

/** Who said no, and why. */
export interface RefusedBy {
  readonly by: 'data-user' | 'consent-manager' | 'data-provider';
  readonly code: RefusalCode;
  readonly detail: string;
}

/** Who said no, in its own words where they are of the closed list. */
export function refusedBy(error: RefusedError, manager: string): RefusedBy {
  if (!(error instanceof PeerRefusal)) return { by: 'data-user', ...told(error) };
  const by = error.participantId === manager ? 'consent-manager' : 'data-provider';
  const known = Object.hasOwn(refusalCodes, error.code);
  return known ? { by, code: error.code as RefusalCode, detail: error.detail } : { by, ...told(error) };
}

const told = ({ refusal }: RefusedError) => ({ code: refusal.code, detail: refusal.detail });
