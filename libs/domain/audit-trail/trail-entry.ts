import type { Instant } from '../clock/instant.ts';
import type { ParticipantId, ParticipantRole } from '../participant/participant.ts';
import type { RefusalCode } from '../refusal/refusal.ts';

const [manager, provider, user, registry] = [
  'consent-manager',
  'data-provider',
  'data-user',
  'trust-registry',
] as const satisfies readonly ParticipantRole[];
const all = [manager, provider, user, registry] as const;

/** Every act that goes into an audit trail (`noun.past-participle`), and which roles record it. */
export const trailActs = {
  'consent-request.received': [manager],
  'consent-request.asked': [user],
  'consent-request.approved': [manager],
  'consent-request.rejected': [manager],
  'consent-request.expired': [manager],
  'consent-artefact.issued': [manager],
  'consent-artefact.kept': [provider, user],
  'consent-artefact.paused': [manager, provider, user],
  'consent-artefact.resumed': [manager, provider, user],
  'consent-artefact.revoked': [manager, provider, user],
  'consent-artefact.expired': [manager, provider, user],
  'account-link.confirmed': [manager, provider],
  'account-link.ended': [manager, provider],
  'standing-choice.set': [manager],
  'standing-choice.ended': [manager],
  'standing-choice.applied': [manager],
  'principal.signed-in': [manager],
  'principal.signed-out': [manager],
  'passkey.used': [manager],
  'recovery-codes.made': [manager],
  'recovery-code.used': [manager],
  'data-request.asked': [user],
  'data-request.authorised': [manager],
  'data-request.refused': [manager],
  'data-session.retried': [manager, user],
  'data-session.retry-refused': [manager],
  'access-token.renewed': [manager],
  'access-token.refused': [manager],
  'data-session.opened': [provider],
  'data-session.refused': [provider],
  'data-session.ended': [provider],
  'data.released': [provider],
  'data.refused': [provider],
  'data.sent': [manager],
  'data.received': [manager, user],
  'data.failed': [user],
  'data.read': [user],
  'data.handed-over': [user],
  'data.erased': [manager, user],
  'participant.listed': [registry],
  'participant.changed': [registry],
  'key.changed': [registry],
  'operator.invited': all,
  'operator.invitation-withdrawn': all,
  'operator.joined': all,
  'operator.signed-in': all,
  'operator.signed-out': all,
  'operator.changed': all,
  'operator.removed': all,
  'passkey.made': all,
  'passkey.removed': all,
  'event.replayed': [manager, provider, user],
  'key.rotated': all,
  'record-source.tried': [provider],
  /** Written by the sealer in place of a row that did not come from this role. */
  'audit-trail.forged': all,
} as const satisfies Record<string, readonly ParticipantRole[]>;

export type TrailAct = keyof typeof trailActs;

/** What an act rested on; other kinds of ground join here. */
export interface TrailGround {
  readonly kind: 'consent' | 'standing-choice';
  readonly id: string;
}

/** What a role did: ids, pseudonyms, digests and codes only. Never a value, a name or a contact. */
export interface TrailEntry {
  readonly at: Instant;
  readonly act: TrailAct;
  readonly outcome: 'done' | RefusalCode;
  readonly ground?: TrailGround | undefined;
  readonly counterpart?: ParticipantId | undefined;
  /** The data principal, under the name that this role knows her by: a pseudonym or the manager's own id of her. */
  readonly principal?: string | undefined;
  readonly session?: string | undefined;
  readonly request?: string | undefined;
  /** SHA-256, base64url, of the signed artefact, manifest or receipt, or of the terms, that it is about. */
  readonly digest?: string | undefined;
  readonly records?: number | undefined;
  /** How many were told anew. */
  readonly events?: number | undefined;
  /** The operator of this role whose act it was, by the id that this role knows the operator by. */
  readonly operator?: string | undefined;
  /**
   * What the act was about, where no other member says it: the id of an operator, an invitation, a session, a key, a
   * passkey or a person's sign-in.
   */
  readonly about?: string | undefined;
  /** Of `audit-trail.forged`: the number of the row that stood in its place. */
  readonly pending?: number | undefined;
}

/** An entry as it is sealed: with an id of its own (UUIDv7), so that none can be put in twice. */
export interface NumberedTrailEntry extends TrailEntry {
  readonly id: string;
}

export const groundedOn = (consentId: string): TrailGround => ({ kind: 'consent', id: consentId });
