import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '#domain';
import { type Transaction, TrustListCache } from '#platform';
import { type TimelineEntry, TimelineStore } from './timeline-store.ts';
import { type TimelineFacts, type TimelineType, timelineText } from './timeline-words.ts';

/** Writes the person's timeline, in the transaction of what it tells. */
@Injectable()
export class Timeline {
  constructor(
    private readonly store: TimelineStore,
    private readonly trustList: TrustListCache,
  ) {}

  async tell(
    tx: Transaction,
    principalId: string,
    at: Instant,
    type: TimelineType,
    facts: TimelineFacts,
  ): Promise<void> {
    await this.store.add(tx, principalId, this.entry(at, type, facts));
  }

  /** An entry for a store that saves it together with what it is about. */
  entry(at: Instant, type: TimelineType, given: TimelineFacts): TimelineEntry {
    const facts = { ...given, name: this.nameOf(given.participant) };
    return { id: uuidv7(), at, type, text: timelineText(type, facts), facts };
  }

  /** The name a participant is listed with; its id where there is no list to look it up in. */
  nameOf(participant: string | undefined): string | undefined {
    if (participant === undefined) return undefined;
    return this.trustList.current()?.findParticipant(participant)?.name ?? participant;
  }
}
