import { Injectable } from '@nestjs/common';
import { Database, JobQueues, type Transaction } from '#platform';
import { DataLifeEnding } from '../consent-artefacts/data-life-ending.ts';

export const ERASE_REVOKED = 'data-user-gateway.erase-revoked';

/** Wakes the eraser; what it forgets the sweep finds. */
@Injectable()
export class ErasureQueue extends DataLifeEnding {
  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {
    super();
  }

  /** The consent was revoked, and its terms end the life of the data with it. */
  addAfter(tx: Transaction, consentId: string): void {
    this.database.afterCommit(tx, () => this.queues.add(ERASE_REVOKED, { consentId }, { id: consentId }));
  }
}
