import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, KeyRing } from '#platform';
import { ConsentKeyStore } from './consent-key-store.ts';
import { decrypt, encrypt } from './storage-cipher.ts';

/**
 * The keys of what was received: one of 32 bytes for each consent, kept encrypted with this deployment's storage secret.
 * Destroying it makes unreadable whatever a backup still holds.
 */
@Injectable()
export class DataKeys {
  private readonly storage: KeyObject;

  constructor(
    private readonly store: ConsentKeyStore,
    private readonly clock: Clock,
    keyRing: KeyRing,
  ) {
    this.storage = keyRing.secret('storage');
  }

  /** @returns undefined where nothing is kept under the consent */
  async find(consentId: string): Promise<KeyObject | undefined> {
    const wrapped = await this.store.find(consentId);
    return wrapped === undefined ? undefined : this.open(consentId, wrapped);
  }

  /** The key to write with: one that an active session writes with is never the one that is going. */
  async findOrCreate(consentId: string): Promise<KeyObject> {
    const fresh = this.wrap(place(consentId), randomBytes(32));
    return this.open(consentId, await this.store.add(consentId, fresh, this.clock.now()));
  }

  /** @param wrapped as the store has it */
  open(consentId: string, wrapped: Uint8Array): KeyObject {
    return createSecretKey(this.unwrap(place(consentId), wrapped));
  }

  /** For small secrets that end with a session: its recipient key, its access token. */
  wrap(where: string, plaintext: Uint8Array): Buffer {
    return encrypt(this.storage, where, plaintext);
  }

  unwrap(where: string, wrapped: Uint8Array): Buffer {
    return decrypt(this.storage, where, wrapped);
  }
}

const place = (consentId: string) => `consent-key|${consentId}`;
