import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type DataRange, type DataTypeTerm, RefusedError, refuse } from '#domain';
import { Clock, Replicas } from '#platform';
import { digestOfCanonical } from '#protocol';
import { type KnownConsent, KnownConsents } from '../consent-artefacts/known-consents.ts';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { DpopKey } from '../data-keys/dpop-key.ts';
import { requestIdFor } from '../retries/idempotency-key.ts';
import type { AskedData, DataRequestStanding, FetchTime } from './asked-data.ts';
import { DataRequestSending } from './data-request-sending.ts';
import { DataRequestStore } from './data-request-store.ts';

/** A data request as our own systems put it; what is absent is all that was consented. */
export interface DataAskDraft {
  readonly consentId: string;
  readonly dataTypes?: readonly DataTypeTerm[] | undefined;
  readonly dataRange?: DataRange | undefined;
  readonly fetch: FetchTime;
  readonly ownCheck: boolean;
}

type CommandIds = Pick<AskedData, 'requestId' | 'askDigest'>;

interface Keeping {
  readonly draft: DataAskDraft;
  readonly ids: CommandIds;
  readonly operator: string | undefined;
}

/** Until then the replica that was asked is sending it, as long as it lives; afterwards the timer may. */
const SENDING_SECONDS = 30;

/** Asks for data. */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly store: DataRequestStore,
    private readonly sending: DataRequestSending,
    private readonly known: KnownConsents,
    private readonly ownCheck: OwnConsentCheck,
    private readonly dpop: DpopKey,
    private readonly clock: Clock,
    private readonly replicas: Replicas,
  ) {}

  /**
   * Our own checks first; then it is written down, and then it is sent. Asked again with the same key it is the same
   * request, and costs no further use.
   *
   * @param operator id of whoever asks; nobody where own systems do
   */
  async ask(draft: DataAskDraft, key: string | undefined, operator?: string): Promise<DataRequestStanding> {
    const askDigest = digestOfCanonical(draft);
    const requestId = requestIdFor('data-request', key);
    const kept = await this.keep({ draft, ids: { requestId, askDigest }, operator }, key !== undefined);
    if (kept.askDigest !== askDigest) throw new RefusedError(refuse('request-id-reused', 'Idempotency-Key'));
    const sent = kept.state === 'PENDING' ? await this.sending.send(kept) : undefined;
    const standing = sent ?? (await this.store.find(kept.id));
    return standing ?? { asked: kept, sessions: [], handOvers: [] };
  }

  private async keep(keeping: Keeping, hasKey: boolean): Promise<AskedData> {
    try {
      return (await this.addAsKnown(keeping)) ?? (await this.addAsFound(keeping));
    } catch (error) {
      // What was asked before is the same request, whatever our own checks say by now.
      const known =
        hasKey && error instanceof RefusedError && (await this.store.findByRequestId(keeping.ids.requestId));
      if (known) return known;
      throw error;
    }
  }

  /** @returns undefined where nothing was written: by the consent as it stands now it may be otherwise */
  private async addAsKnown({ draft, ids, operator }: Keeping): Promise<AskedData | undefined> {
    const consent = this.known.find(draft.consentId);
    if (consent === undefined) return undefined;
    const asked = this.describe(consent, draft, ids);
    if (draft.ownCheck && this.ownCheck.refusalOf(consent, asked) !== undefined) return undefined;
    return this.store.addUnder(consent.standing.version, asked, this.replicas.self, operator);
  }

  private async addAsFound({ draft, ids, operator }: Keeping): Promise<AskedData> {
    const consent = await this.ownCheck.find(draft.consentId);
    const asked = this.describe(consent, draft, ids);
    if (draft.ownCheck) this.ownCheck.check(consent, asked);
    this.known.keep(consent);
    return this.store.add(asked, this.replicas.self, operator);
  }

  private describe(consent: KnownConsent, draft: DataAskDraft, ids: CommandIds): AskedData {
    const { terms } = consent.claims;
    const ask = { dataTypes: draft.dataTypes ?? terms.dataTypes, dataRange: draft.dataRange ?? terms.dataRange };
    const now = this.clock.now();
    return {
      ...{ id: uuidv7(), ...ids, consentId: consent.id, manager: consent.manager, ...ask, jkt: this.dpop.jkt },
      ...{ fetch: draft.fetch, ownCheck: draft.ownCheck, state: 'PENDING', useId: null, requestedAt: null },
      ...{ refusal: null, tries: 0, nextTryAt: addSeconds(now, SENDING_SECONDS), createdAt: now },
    };
  }
}
