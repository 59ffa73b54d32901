import { Injectable, Logger } from '@nestjs/common';
import { addDuration, addSeconds, RefusedError, useCovers } from '#domain';
import { Clock } from '#platform';
import { ConsentManagerClient } from '../consent-managers/consent-manager-client.ts';
import { refusedBy } from '../refusals/refused-by.ts';
import { isTemporary } from '../retries/temporary.ts';
import { backoffSeconds } from '../retries/try-again.ts';
import type { AskedData, DataRequestStanding } from './asked-data.ts';
import { AuthorisedSessions } from './authorised-sessions.ts';
import { DataRequestStore } from './data-request-store.ts';

/** Sends a data request that was written down, and writes down what became of it. */
@Injectable()
export class DataRequestSending {
  private readonly logger = new Logger(DataRequestSending.name);

  constructor(
    private readonly store: DataRequestStore,
    private readonly managers: ConsentManagerClient,
    private readonly sessions: AuthorisedSessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Where no answer comes it stays as it is, and is sent again later under the same requestId.
   * @returns what became of it; undefined where another has written that down
   */
  async send(asked: AskedData): Promise<DataRequestStanding | undefined> {
    const { id, requestId, consentId, dataTypes, dataRange, jkt, manager } = asked;
    try {
      const fields = { consentId, dataTypes: mutable(dataTypes), dataRange, jkt };
      return await this.sessions.keep(asked, await this.managers.askData(manager, fields, requestId));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const tooLate = this.clock.now() >= addDuration(asked.createdAt, useCovers);
      if (isTemporary(error) && !tooLate) return this.putOff(asked, error);
      this.logger.warn(`data request ${id} was refused: ${error.refusal.code}`);
      const refusal = refusedBy(error, manager);
      const recorded = await this.store.recordRefusal(id, refusal);
      return recorded ? withoutSessions({ ...asked, state: 'REFUSED', refusal }) : undefined;
    }
  }

  private async putOff(asked: AskedData, { retryAfterSeconds }: RefusedError): Promise<DataRequestStanding> {
    const seconds = retryAfterSeconds ?? backoffSeconds(asked.tries);
    await this.store.putOff(asked.id, addSeconds(this.clock.now(), seconds));
    return withoutSessions(asked);
  }
}

const withoutSessions = (asked: AskedData): DataRequestStanding => ({ asked, sessions: [], handOvers: [] });

const mutable = (terms: AskedData['dataTypes']) =>
  terms.map(({ type, fields }) => (fields === undefined ? { type } : { type, fields: [...fields] }));
