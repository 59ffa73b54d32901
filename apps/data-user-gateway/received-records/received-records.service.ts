import { Injectable } from '@nestjs/common';
import { orRefuse, RefusedError, refuse } from '#domain';
import { Clock } from '#platform';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { readCursor, writeCursor } from './read-cursor.ts';
import { ReceivedPartStore } from './received-part-store.ts';
import { type ReadRecord, RecordReading } from './record-reading.ts';

export interface RecordsQuery {
  readonly dataType?: string | undefined;
  readonly account?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

export interface RecordsPage {
  readonly records: readonly Omit<ReadRecord, 'place'>[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** Hands received records to our own systems: of complete sessions alone, while their data lives. */
@Injectable()
export class ReceivedRecordsService {
  constructor(
    private readonly reading: RecordReading,
    private readonly consents: OwnConsentCheck,
    private readonly parts: ReceivedPartStore,
    private readonly clock: Clock,
  ) {}

  async page(consentId: string, query: RecordsQuery, limit: number): Promise<RecordsPage> {
    await this.findReadable(consentId);
    const records: Omit<ReadRecord, 'place'>[] = [];
    for await (const { place, ...record } of this.reading.read(this.wanted(consentId, query))) {
      if (records.length === limit) return { records, next: writeCursor(place) };
      records.push(record);
    }
    return { records, next: null };
  }

  /** @throws RefusedError `export-not-consented` where the consent is for viewing only */
  async stream(consentId: string, query: RecordsQuery): Promise<AsyncGenerator<ReadRecord>> {
    const { claims } = await this.findReadable(consentId);
    if (claims.terms.consentMode === 'VIEW') throw new RefusedError(refuse('export-not-consented', consentId));
    return this.reading.read(this.wanted(consentId, query));
  }

  private wanted(consentId: string, { after, ...filter }: RecordsQuery) {
    return { consentId, from: orRefuse(readCursor(after)), ...filter };
  }

  /** @throws RefusedError `consent-unknown`; `data-erased` where there was data, and none lives */
  private async findReadable(consentId: string): Promise<HeldConsent> {
    const consent = await this.consents.find(consentId);
    if (await this.parts.isErased(consentId, this.clock.now())) {
      throw new RefusedError(refuse('data-erased', consentId));
    }
    return consent;
  }
}
