import type { ConsentArtefactFields } from '../consent-artefact/consent-artefact.ts';
import { canonicalJson } from '../digest/canonical-json.ts';
import { type Digest, digestOf, type Sha256 } from '../digest/sha256.ts';
import type { MessageClaims } from '../message/define-message.ts';

/** All that an artefact will say but how it was approved: what a person signs before there is an artefact. */
export type ArtefactContent = Omit<ConsentArtefactFields, 'approval'>;

/** An artefact as it is about to be signed. The salt keeps one counterpart from guessing what another was given. */
export interface SaltedArtefact {
  /** 128 random bits, base64url; also that of its evidence digest. */
  readonly salt: string;
  readonly artefact: ArtefactContent;
}

/** What was signed of an artefact, found in it again: whatever it says that is not its envelope. */
export function contentOf(claims: MessageClaims<ConsentArtefactFields, 'statement'>): ArtefactContent {
  const { iss, aud, iat, jti, approval, ...content } = claims;
  return content;
}

/** @returns a digest for each artefact, the data user's first, then the data providers' in the order of their ids */
export function approvalDigests(artefacts: readonly SaltedArtefact[], sha256?: Sha256): Promise<Digest[]> {
  return Promise.all(artefacts.map(({ salt, artefact }) => digestOf(canonicalJson({ salt, artefact }), sha256)));
}

/** The WebAuthn challenge with which a person countersigns exactly these artefacts. */
export function approvalChallenge(digests: readonly Digest[], sha256?: Sha256): Promise<Digest> {
  return digestOf(canonicalJson([...digests]), sha256);
}
