import { Inject, Injectable } from '@nestjs/common';
import { type ErasureReason, groundedOn, type Instant } from '#domain';
import { AuditTrail, KeyRing, Outbox, type RoleSettings, SETTINGS, type Transaction } from '#platform';
import { createMessage, deletionReceiptMessage, sha256Base64url } from '#protocol';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import type { Erased } from './eraser.ts';
import { ErasureStore, type KeptReceipt } from './erasure-store.ts';
import { accountOf } from './hand-over-account.ts';
import { HandOverErasureStore } from './hand-over-erasure-store.ts';

interface Issuing extends Erased {
  readonly id: string;
  readonly reason: ErasureReason;
  readonly now: Instant;
}

/** Signs that data is gone, and tells the manager, who shows it to the person. */
@Injectable()
export class DeletionReceipts {
  constructor(
    private readonly store: ErasureStore,
    private readonly handOvers: HandOverErasureStore,
    private readonly keys: KeyRing,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  findLast(consentId: string, tx?: Transaction): Promise<KeptReceipt | undefined> {
    return this.store.findLastReceipt(consentId, tx);
  }

  async issue(tx: Transaction, consent: HeldConsent, issuing: Issuing): Promise<KeptReceipt> {
    const { id, reason, now } = issuing;
    const handedOn = accountOf(await this.handOvers.accountFor(tx, consent.id));
    const receipt = await this.sign(consent, issuing, handedOn);
    const kept = { id, consentId: consent.id, reason, receipt, erasedAt: now };
    this.store.addReceipt(tx, kept);
    const about = { ground: groundedOn(consent.id), counterpart: consent.manager, digest: sha256Base64url(receipt) };
    const records = issuing.sessions.reduce((sum, { rows }) => sum + rows, 0);
    this.trail.write(tx, { act: 'data.erased', ...about, records });
    const version = await this.store.countReceipts(tx, consent.id);
    await this.outbox.write(tx, {
      ...{ to: consent.manager, role: 'consent-manager', type: 'data-session.erased' },
      ...{ subject: consent.id, version },
      state: { consentId: consent.id, receipt },
    });
    return kept;
  }

  private sign(
    consent: HeldConsent,
    { reason, now, sessions, keysDestroyed }: Issuing,
    handedOn: ReturnType<typeof accountOf>,
  ): Promise<string> {
    const fields = {
      ...{ consentId: consent.id, reason, erasedAt: now, keysDestroyed, ...handedOn },
      sessions: sessions.map(({ sessionId, manifestDigest, rows }) => ({
        ...{ sessionId, rows },
        ...(manifestDigest === null ? {} : { manifestDigest }),
      })),
    };
    return createMessage(deletionReceiptMessage, fields, {
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: consent.manager,
      now,
    });
  }
}
