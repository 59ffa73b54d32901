import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Catalogues,
  type ConsentTerms,
  checkConsentRequest,
  orRefuse,
  type ParticipantId,
  RefusedError,
  refuse,
} from '#domain';
import { Clock, PeerRefusal } from '#platform';
import { digestOfCanonical } from '#protocol';
import type { Notice } from '../consent-managers/consent-ask.ts';
import { ConsentManagerClient } from '../consent-managers/consent-manager-client.ts';
import { requestIdFor } from '../retries/idempotency-key.ts';
import { isTemporary } from '../retries/temporary.ts';
import type { AskedConsent } from './asked-consent.ts';
import { CATALOGUES } from './catalogues.ts';
import { ConsentRequestStore } from './consent-request-store.ts';
import { fillTerms, type TermsDraft } from './fill-terms.ts';
import { KnownAsks } from './known-asks.ts';

/** A consent request as our own systems put it. */
export interface ConsentAskDraft {
  readonly consentManager: ParticipantId;
  readonly principal: string;
  readonly terms: TermsDraft;
  readonly notice: Notice;
  readonly mayBeNarrowed: boolean;
}

/** Asks for consent. */
@Injectable()
export class ConsentRequestsService {
  constructor(
    private readonly store: ConsentRequestStore,
    private readonly managers: ConsentManagerClient,
    private readonly known: KnownAsks,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  /**
   * Written down before it is sent; asked again with the same key it is the same request, sent again only as long as
   * no answer has come.
   *
   * @param operator id of whoever asks; nobody where own systems do
   */
  async ask(draft: ConsentAskDraft, key: string | undefined, operator?: string): Promise<AskedConsent> {
    const now = this.clock.now();
    const { consentManager: manager, principal, notice, mayBeNarrowed } = draft;
    const terms = this.fill(draft, now);
    const ask = { manager, principal, terms, notice, mayBeNarrowed };
    const askDigest = digestOfCanonical(draft);
    const kept = await this.store.add(
      { ...unanswered, ...ask, ...this.newIds(key), askDigest, createdAt: now },
      operator,
    );
    if (kept.askDigest !== askDigest) throw new RefusedError(refuse('request-id-reused', 'Idempotency-Key'));
    return kept.handle === null && kept.state === 'PENDING' ? this.send(kept) : kept;
  }

  /** What would be asked for. @throws RefusedError as `ask` */
  fill({ terms: draft, mayBeNarrowed }: ConsentAskDraft, now = this.clock.now()): ConsentTerms {
    const terms = orRefuse(fillTerms(draft, this.catalogues.templates, now));
    orRefuse(checkConsentRequest({ terms, mayBeNarrowed }, this.catalogues, now));
    return terms;
  }

  private async send(asked: AskedConsent): Promise<AskedConsent> {
    const { handle, approvalUrl, expiresAt } = await this.sendOrForget(asked);
    await this.store.recordHandle(asked.id, { handle, approvalUrl, expiresAt });
    const waiting = { ...asked, handle, approvalUrl, expiresAt };
    this.known.keep(waiting);
    return waiting;
  }

  /** What the manager did not take was never asked: the same key may ask again when it would. */
  private async sendOrForget(asked: AskedConsent) {
    try {
      return await this.managers.askConsent(asked, asked.requestId);
    } catch (error) {
      if (wasNotTaken(error)) await this.store.forgetUnanswered(asked.id);
      throw error;
    }
  }

  private newIds(key: string | undefined) {
    return { id: uuidv7(), requestId: requestIdFor('consent-request', key) };
  }
}

function wasNotTaken(error: unknown): boolean {
  if (error instanceof PeerRefusal) return !isTemporary(error);
  return error instanceof RefusedError && error.refusal.code === 'participant-not-active';
}

const unanswered = {
  state: 'PENDING',
  reason: null,
  handle: null,
  approvalUrl: null,
  expiresAt: null,
  consentId: null,
} as const;
