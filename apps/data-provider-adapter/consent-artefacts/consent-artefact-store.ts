import type { ConsentStanding, Instant } from '#domain';
import type { Transaction } from '#platform';
import type { ConsentKey, KeptArtefact, KeptConsent } from './kept-consent.ts';

/** Artefacts and where their consents stand. A standing may be there before its artefact, and outlives it. */
export abstract class ConsentArtefactStore {
  /** @returns the digest of the copy that is kept: of another one, where one was there before */
  abstract keep(tx: Transaction, artefact: KeptArtefact): Promise<string>;

  /** Where the consent stands, held still until the transaction ends; the one given where nothing was heard before. */
  abstract lockStanding(
    tx: Transaction,
    key: ConsentKey,
    first: ConsentStanding,
    at: Instant,
  ): Promise<{ kept: ConsentStanding; isFirst: boolean }>;
  abstract replaceStanding(tx: Transaction, key: ConsentKey, standing: ConsentStanding, at: Instant): Promise<void>;

  /** Nothing where the artefact itself has not arrived. */
  abstract find(key: ConsentKey): Promise<KeptConsent | undefined>;
  /** As `find`; nobody else changes the standing or counts uses until the transaction ends. */
  abstract lock(tx: Transaction, key: ConsentKey): Promise<KeptConsent | undefined>;
}
