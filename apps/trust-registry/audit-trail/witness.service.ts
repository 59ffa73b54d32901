import { Injectable } from '@nestjs/common';
import { orRefuse, participantRoles, RefusedError, refuse } from '#domain';
import { CallRates, Database, WitnessedCheckpoints } from '#platform';
import { describeMismatch, eventTypes, verifyEvent } from '#protocol';
import { ListedParticipants } from '../participants/listed-participants.ts';

const sealed = 'audit-trail.sealed';

/** Keeps where the participants' audit trails stood: the one event a registry hears. */
@Injectable()
export class WitnessService {
  constructor(
    private readonly listed: ListedParticipants,
    private readonly rates: CallRates,
    private readonly database: Database,
    private readonly witnessed: WitnessedCheckpoints,
  ) {}

  /** What was kept before comes to the same, so that no receipt of the event is needed. @throws RefusedError */
  async receive(raw: string): Promise<void> {
    if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
    const context = this.listed.context();
    const event = orRefuse(await verifyEvent(raw, participantRoles, context));
    await this.rates.countParticipant(event.issuer);
    if (event.type !== sealed) throw new RefusedError(refuse('event-type-unknown', event.type));
    const state = eventTypes[sealed].state.safeParse(event.state);
    if (!state.success) throw new RefusedError(refuse('schema-mismatch', describeMismatch(state.error)));
    await this.database.transaction((tx) => this.witnessed.keep(tx, event.issuer, state.data, context));
  }
}
