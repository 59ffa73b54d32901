import type { ConsentStanding, ConsentState, Instant } from '#domain';
import type { Consent } from '../consents/consent.ts';

export const consentColumns = `id, principal_id AS "principalId", data_user AS "dataUser", handle, terms,
  narrowed_from AS "narrowedFrom", state, version, resume_at AS "resumeAt", approved_at AS "approvedAt",
  changed_at AS "changedAt"`;

export const artefactColumns = `id, recipient, counterpart, data_types AS "dataTypes", accounts, token, digest,
  evidence_salt AS "evidenceSalt", revoked_version AS "revokedVersion"`;

export interface StandingColumns {
  readonly state: ConsentState;
  readonly version: number;
  readonly resumeAt: Instant | null;
}

export type ConsentColumns = Omit<Consent, 'standing'> & StandingColumns;

export function toStanding({ state, version, resumeAt }: StandingColumns): ConsentStanding {
  return resumeAt === null ? { state, version } : { state, version, resumeAt };
}

export function toConsent({ state, version, resumeAt, ...rest }: ConsentColumns): Consent {
  return { ...rest, standing: toStanding({ state, version, resumeAt }) };
}
