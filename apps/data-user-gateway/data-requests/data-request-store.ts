import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import { AuthorisedAsks } from '../data-sessions/authorised-asks.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import type { AskedData } from './asked-data.ts';

/** Keeps the data requests of this data user. */
export abstract class DataRequestStore extends AuthorisedAsks {
  /**
   * @param replica sends it
   * @returns the one kept under its requestId: this one, or the one that was there first
   */
  abstract add(asked: AskedData, replica: string): Promise<AskedData>;
  abstract override find(id: string): Promise<AskedData | undefined>;
  abstract findByRequestId(requestId: string): Promise<AskedData | undefined>;
  abstract listOfConsent(consentId: string): Promise<AskedData[]>;
  /** Those whose answer is due, each taken by one replica until `until`. */
  abstract takeDue(now: Instant, until: Instant, replica: string, limit: number): Promise<AskedData[]>;
  /** What replicas that are gone were sending is due. @returns whether there was any */
  abstract free(tx: Transaction, replicas: readonly string[], now: Instant): Promise<boolean>;
  abstract putOff(id: string, nextTryAt: Instant): Promise<void>;
  /** @returns false where it is not waiting for an answer any more */
  abstract recordUse(tx: Transaction, id: string, useId: string, requestedAt: Instant): Promise<boolean>;
  abstract recordRefusal(id: string, refusal: RefusedBy): Promise<void>;
  /** Those of the consent that still wait for an answer are refused. */
  abstract refuseWaiting(tx: Transaction, consentId: string, refusal: RefusedBy): Promise<void>;
}
