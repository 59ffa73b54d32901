import type { ConsentStanding, ConsentTerms, DataTypeTerm, Instant, NarrowedTerm, ParticipantId } from '#domain';
import type { ApprovalMethod, PasskeyEvidence, StandingChoiceEvidence } from '#protocol';
import type { KeptReceipt } from '../data-erasure/data-erasure-store.ts';
import type { DataSession } from '../data-sessions/data-session.ts';

/** A person's yes, and where it stands: one row, whatever artefacts tell of it. */
export interface Consent {
  readonly id: string;
  readonly principalId: string;
  readonly dataUser: ParticipantId;
  /** Of the request it answers. */
  readonly handle: string;
  /** As granted. */
  readonly terms: ConsentTerms;
  readonly narrowedFrom: readonly NarrowedTerm[];
  readonly standing: ConsentStanding;
  readonly approvedAt: Instant;
  readonly changedAt: Instant;
}

/** What she said yes to. */
export interface Asked {
  readonly handle: string;
  readonly dataUser: ParticipantId;
  readonly termsDigest: string;
  readonly notice: { readonly language: string; readonly text: string };
}

/** What a counterpart was given of a consent, signed. */
export interface ConsentArtefact {
  readonly id: string;
  readonly recipient: 'data-provider' | 'data-user';
  readonly counterpart: ParticipantId;
  /** The data types granted at this counterpart. */
  readonly dataTypes: readonly DataTypeTerm[];
  /** The provider's ids of the links; empty for the data user. */
  readonly accounts: readonly string[];
  /** `consent-artefact+jwt` */
  readonly token: string;
  /** SHA-256 of the token, base64url. */
  readonly digest: string;
  readonly evidenceSalt: string;
  /** Set where this artefact ended before its consent, as its account link did: the version of that. */
  readonly revokedVersion: number | null;
}

/** What she saw and how she said yes. Artefacts carry a salted digest of it; it opens in a dispute. */
export interface ApprovalEvidence {
  readonly method: ApprovalMethod;
  readonly principal: string;
  readonly handle: string;
  readonly dataUser: ParticipantId;
  readonly askedTermsDigest: string;
  readonly grantedTermsDigest: string;
  readonly noticeDigest: string;
  readonly accounts: readonly string[];
  readonly signedInAt: Instant;
  readonly approvedAt: Instant;
  /** Of a yes said with a passkey. */
  readonly passkey?: PasskeyEvidence;
  /** Of a yes that a rule of hers said for her. */
  readonly standingChoice?: StandingChoiceEvidence | undefined;
}

/** A consent and what was signed of it. */
export interface SignedConsent {
  readonly consent: Consent;
  readonly artefacts: readonly ConsentArtefact[];
}

/** All that its giver can see of a consent. */
export interface WholeConsent extends SignedConsent {
  readonly evidence: ApprovalEvidence;
  /** Newest first, so many as are shown. */
  readonly sessions: readonly DataSession[];
  readonly receipts: readonly KeptReceipt[];
}
