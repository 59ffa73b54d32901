import { Injectable } from '@nestjs/common';
import { groundedOn } from '#domain';
import { AuditTrail, type ReissuedStatement, type StatementKeeper, type Transaction } from '#platform';
import { sha256Base64url } from '#protocol';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { ErasureStore } from './erasure-store.ts';

/** A deletion receipt whose key was compromised before the manager had it: asked for again, it is the new one. */
@Injectable()
export class ReissuedReceipts implements StatementKeeper {
  readonly type = 'data-session.erased';

  constructor(
    private readonly store: ErasureStore,
    private readonly consents: HeldConsentStore,
    private readonly trail: AuditTrail,
  ) {}

  async replace(tx: Transaction, { about: consentId, was, token }: ReissuedStatement): Promise<boolean> {
    const consent = await this.consents.lock(tx, consentId);
    if (consent === undefined || !(await this.store.replaceReceipt(tx, consentId, was, token))) return false;
    // No more was erased by it.
    const named = { ground: groundedOn(consentId), counterpart: consent.manager, digest: sha256Base64url(token) };
    this.trail.write(tx, { act: 'data.erased', ...named, records: 0 });
    return true;
  }
}
