import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import { ParticipantNames } from '../participants/participant-names.ts';
import { type TimelineEntry, TimelineStore } from './timeline-store.ts';
import { type TimelineFacts, type TimelineKind, timelineText } from './timeline-words.ts';

/** Writes the person's timeline, in the transaction of what it tells. */
@Injectable()
export class Timeline {
  constructor(
    private readonly store: TimelineStore,
    private readonly names: ParticipantNames,
  ) {}

  tell(tx: Transaction, principalId: string, at: Instant, kind: TimelineKind, facts: TimelineFacts): void {
    this.store.add(tx, principalId, this.entry(at, kind, facts));
  }

  /** An entry for a store that saves it in one statement with what it is about. */
  entry(at: Instant, kind: TimelineKind, given: TimelineFacts): TimelineEntry {
    const name = given.participant === undefined ? undefined : this.names.of(given.participant);
    const facts = { ...given, name };
    return { id: uuidv7(), at, kind, text: timelineText(kind, facts), facts };
  }
}
