import type { ConsentArtefact, SignedConsent } from './consent.ts';

export interface EndedLink {
  readonly principalId: string;
  readonly dataProvider: string;
  readonly providerLinkId: string;
}

/** What becomes of a consent when an account link ends: the artefact that uses it ends, and the consent with the last one. */
export interface EndWithLink {
  readonly artefact: ConsentArtefact;
  readonly endsConsent: boolean;
}

/** @returns undefined where the consent does not use the link */
export function endWithLink(
  { artefacts }: SignedConsent,
  { dataProvider, providerLinkId }: EndedLink,
): EndWithLink | undefined {
  const providers = artefacts.filter(
    ({ recipient, revokedVersion }) => recipient === 'data-provider' && revokedVersion === null,
  );
  const artefact = providers.find(
    ({ counterpart, accounts }) => counterpart === dataProvider && accounts.includes(providerLinkId),
  );
  return artefact && { artefact, endsConsent: providers.length === 1 };
}
