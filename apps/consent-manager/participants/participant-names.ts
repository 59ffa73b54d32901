import { Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { TrustListCache } from '#platform';

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
}
