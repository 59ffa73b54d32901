import { Inject, Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { Clock, Database, SETTINGS } from '#platform';
import { nodeCryptography, type Participant, type VerificationContext } from '#protocol';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { ParticipantStore } from './participant-store.ts';

/** Who is listed this moment: against that the registry verifies, not against a list that was published. */
@Injectable()
export class ListedParticipants {
  constructor(
    private readonly database: Database,
    private readonly store: ParticipantStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<TrustRegistrySettings, 'PARTICIPANT_ID' | 'CLOCK_SKEW_SECONDS'>,
  ) {}

  async find(id: ParticipantId): Promise<Participant | undefined> {
    return (await this.database.transaction((tx) => this.store.find(tx, id)))?.participant;
  }

  context(): VerificationContext {
    const findParticipant = (id: ParticipantId) => this.find(id);
    const findKey = async (id: ParticipantId, kid: string) =>
      (await this.find(id))?.keys.find((key) => key.kid === kid);
    return {
      audience: this.settings.PARTICIPANT_ID,
      now: this.clock.now(),
      skewSeconds: this.settings.CLOCK_SKEW_SECONDS,
      participants: { findParticipant, findKey },
      cryptography: nodeCryptography,
    };
  }
}
