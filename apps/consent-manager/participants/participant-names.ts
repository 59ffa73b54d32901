import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId, ParticipantRole } from '#domain';
import { TrustListCache } from '#platform';

export interface VerifiedParticipant {
  /** Since its first listed key: the registry keeps keys listed when others take their place. */
  since: Instant;
  roles: ParticipantRole[];
}

/** How people see participants: by the name the trust list has for them. */
@Injectable()
export class ParticipantNames {
  constructor(private readonly trustList: TrustListCache) {}

  /** The id itself where no list names it. */
  of(id: ParticipantId): string {
    return this.trustList.current()?.findParticipant(id)?.name ?? id;
  }

  show(id: ParticipantId): { id: ParticipantId; name: string } {
    return { id, name: this.of(id) };
  }

  /** What the trust list at hand vouches for; null for one it does not name as active. */
  verified(id: ParticipantId): VerifiedParticipant | null {
    const listed = this.trustList.current()?.findParticipant(id);
    const [since] = listed?.keys.map(({ validFrom }) => validFrom).sort() ?? [];
    if (listed?.status !== 'active' || since === undefined) return null;
    return { since, roles: [...listed.roles] };
  }
}
