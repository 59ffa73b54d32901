import { isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { consentArtefactMessage } from '../consent-artefact/consent-artefact.ts';
import { verifyMessage } from '../message/verify-message.ts';
import type { VerificationContext } from '../signature/verification.ts';
import type { ArtefactClaims } from './receipt-words.ts';

export interface OpenedArtefact {
  readonly claims: ArtefactClaims;
  /** SHA-256 of the token. */
  readonly digest: string;
}

/** The artefacts of one consent, by whom they are for. */
export interface OpenedConsent {
  readonly all: readonly OpenedArtefact[];
  readonly granted: ArtefactClaims;
  readonly held: readonly ArtefactClaims[];
}

/** @returns refusals of verifyMessage, `receipt-mismatch` where someone else signed it */
export async function openArtefact(
  token: string,
  manager: ParticipantId,
  context: VerificationContext,
): Promise<OpenedArtefact | Refusal> {
  const verified = await verifyMessage(consentArtefactMessage, token, context);
  if (isRefusal(verified)) return verified;
  const { claims, digest, issuer } = verified;
  return issuer === manager
    ? { claims, digest }
    : refuse('receipt-mismatch', `${claims.artefactId}: of another manager`);
}

/** The data user's artefact first, then the providers', all of one consent. @returns as openArtefact */
export async function openArtefacts(
  tokens: readonly string[],
  manager: ParticipantId,
  context: VerificationContext,
): Promise<OpenedConsent | Refusal> {
  const all: OpenedArtefact[] = [];
  for (const token of tokens) {
    const opened = await openArtefact(token, manager, context);
    if (isRefusal(opened)) return opened;
    all.push(opened);
  }
  const [granted, ...held] = all.map(({ claims }) => claims);
  if (granted?.for !== 'data-user')
    return refuse('receipt-mismatch', 'the first artefact is not that of the data user');
  const stranger = held.find((claims) => claims.for !== 'data-provider' || !isOfOne(claims, granted));
  if (stranger !== undefined) return refuse('receipt-mismatch', `${stranger.artefactId} is of another consent`);
  return { all, granted, held };
}

function isOfOne(one: ArtefactClaims, other: ArtefactClaims): boolean {
  return (
    one.dataUser === other.dataUser &&
    one.noticeDigest === other.noticeDigest &&
    one.approval.approvedAt === other.approval.approvedAt &&
    one.approval.method === other.approval.method
  );
}
