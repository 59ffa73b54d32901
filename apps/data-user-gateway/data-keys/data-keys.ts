import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, KeyRing } from '#platform';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { ConsentKeyStore } from './consent-key-store.ts';
import { decrypt, encrypt } from './storage-cipher.ts';

/**
 * The keys of what was received: one for each consent, kept encrypted with this deployment's storage secret. Destroying
 * it makes unreadable whatever a backup still holds.
 */
@Injectable()
export class DataKeys {
  constructor(
    private readonly database: Database,
    private readonly consents: HeldConsentStore,
    private readonly store: ConsentKeyStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** @returns 32 bytes; undefined where nothing is kept under the consent */
  async find(consentId: string): Promise<Buffer | undefined> {
    const wrapped = await this.store.find(consentId);
    return wrapped === undefined ? undefined : this.unwrap(place(consentId), wrapped);
  }

  /**
   * The key to write with. The consent is locked while it is made, as it is while one is destroyed: a key that an
   * active session writes with is never the one that is going.
   */
  async findOrCreate(consentId: string): Promise<Buffer> {
    const fresh = this.wrap(place(consentId), randomBytes(32));
    const wrapped = await this.database.transaction(async (tx) => {
      await this.consents.lock(tx, consentId);
      return this.store.add(tx, consentId, fresh, this.clock.now());
    });
    return this.unwrap(place(consentId), wrapped);
  }

  /** For small secrets that end with a session: its recipient key, its access token. */
  wrap(where: string, plaintext: Uint8Array): Buffer {
    return encrypt(this.keyRing.secret('storage'), where, plaintext);
  }

  unwrap(where: string, wrapped: Uint8Array): Buffer {
    return decrypt(this.keyRing.secret('storage'), where, wrapped);
  }
}

const place = (consentId: string) => `consent-key|${consentId}`;
