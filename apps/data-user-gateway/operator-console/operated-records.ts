import { Injectable } from '@nestjs/common';
import { groundedOn } from '#domain';
import { AuditTrail, Database, type Operator } from '#platform';
import {
  ReceivedRecordsService,
  type RecordsPage,
  type RecordsQuery,
} from '../received-records/received-records.service.ts';
import type { ReadRecord } from '../received-records/record-reading.ts';

/** Received records as an operator reads them: the audit trail says who, and under which consent. */
@Injectable()
export class OperatedRecords {
  constructor(
    private readonly records: ReceivedRecordsService,
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async page(consentId: string, query: RecordsQuery, limit: number, by: Operator): Promise<RecordsPage> {
    const page = await this.records.page(consentId, query, limit);
    await this.note(consentId, by, page.records.length);
    return page;
  }

  /** @throws RefusedError `export-not-consented` where the consent is for viewing only */
  async stream(consentId: string, query: RecordsQuery, by: Operator): Promise<AsyncGenerator<ReadRecord>> {
    const records = await this.records.stream(consentId, query);
    await this.note(consentId, by);
    return records;
  }

  /** Before anything is shown. */
  private note(consentId: string, by: Operator, records?: number): Promise<void> {
    return this.database.transaction(async (tx) => {
      this.trail.write(tx, { act: 'data.read', ground: groundedOn(consentId), operator: by.id, records });
    });
  }
}
