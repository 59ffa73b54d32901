import { Injectable } from '@nestjs/common';
import type { RejectionReason } from '#domain';
import { Clock, Database } from '#platform';
import { RequestDecisions } from './request-decisions.ts';

/** A person's no. */
@Injectable()
export class RejectionService {
  constructor(
    private readonly database: Database,
    private readonly decisions: RequestDecisions,
    private readonly clock: Clock,
  ) {}

  /** A second no changes nothing. */
  async reject(principalId: string, handle: string, reason?: RejectionReason): Promise<void> {
    await this.database.transaction(async (tx) => {
      const request = await this.decisions.lock(tx, handle, principalId);
      if (request.state === 'REJECTED') return;
      const now = this.clock.now();
      this.decisions.checkOpen(request, 'reject', now);
      await this.decisions.close(tx, request, 'REJECTED', now, { reason });
    });
  }
}
