import type { ConsentStanding, Instant } from '#domain';
import type { EventReceipt, PreparedTrail, Transaction } from '#platform';
import type { ArrivedArtefact, ConsentKey, KeptConsent } from './kept-consent.ts';

export interface HeardConsent {
  /** Of the artefact that is kept: of another one than was given, where that was here before. */
  readonly digest?: string | undefined;
  /** Held still until the transaction ends; the one given where nothing was heard before. */
  readonly kept: ConsentStanding;
  readonly isFirst: boolean;
  /** Whether the artefact came with this, and was kept. */
  readonly isArtefactNew: boolean;
}

/** An artefact with the first word of where its consent stands. */
export interface NewArtefact {
  readonly standing: ConsentStanding;
  readonly artefact: ArrivedArtefact;
  readonly at: Instant;
  readonly noted: PreparedTrail;
  /** Of the event that brought it. */
  readonly receipt: EventReceipt;
}

/** That a consent which was heard of before stands elsewhere now. */
export type MovedStanding = Omit<NewArtefact, 'artefact'>;

/** Artefacts and where their consents stand. A standing may be there before its artefact, and outlives it. */
export abstract class ConsentArtefactStore {
  /** In one statement. @returns false where anything was heard of it before, and nothing is written */
  abstract addNew(key: ConsentKey, added: NewArtefact): Promise<boolean>;
  /**
   * With all that its data sessions are to do then, where none of them is being filled under a consent that ends.
   *
   * @returns false where this is not news, or more is to be done than can be here: nothing is written
   */
  abstract move(key: ConsentKey, moved: MovedStanding): Promise<boolean>;
  /** Keeps the artefact, where one came with it, and the standing, where it is the first. */
  abstract hear(
    tx: Transaction,
    key: ConsentKey,
    heard: {
      readonly standing: ConsentStanding;
      readonly artefact?: ArrivedArtefact | undefined;
      readonly at: Instant;
    },
  ): Promise<HeardConsent>;
  /** Of an artefact that is kept. */
  abstract findToken(tx: Transaction, key: ConsentKey): Promise<string>;
  abstract replaceToken(tx: Transaction, key: ConsentKey, artefact: Pick<ArrivedArtefact, 'token' | 'digest'>): void;
  abstract replaceStanding(tx: Transaction, key: ConsentKey, standing: ConsentStanding, at: Instant): void;

  /** Nothing where the artefact itself has not arrived. */
  abstract find(key: ConsentKey): Promise<KeptConsent | undefined>;
  /** As `find`; nobody else changes the standing or counts uses until the transaction ends. */
  abstract lock(tx: Transaction, key: ConsentKey): Promise<KeptConsent | undefined>;
}
