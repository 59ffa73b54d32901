import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ParticipantId } from '#domain';
import { text, uuid } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { codesIn } from './delivery-failure.ts';
import { acknowledgePolledEvents, findEventsToPoll, rejectPolledEvent } from './event-statements.ts';

const MOST_EVENTS = 100;
const HOLD_MS = 10_000;
const LOOK_MS = 250;

/** RFC 8936, section 2.4. */
export const pollRequest = z
  .strictObject({
    maxEvents: z.int().min(0).max(MOST_EVENTS).default(MOST_EVENTS),
    returnImmediately: z.boolean().default(false),
    ack: z.array(uuid).max(1000).default([]),
    setErrs: z
      .record(uuid, z.strictObject({ err: text(100), description: text(1000).optional() }))
      .refine((errors) => Object.keys(errors).length <= MOST_EVENTS)
      .default({}),
  })
  .meta({ id: 'EventPollRequest' });

/** RFC 8936, section 2.5: the tokens by their `jti`. */
export const pollAnswer = z
  .object({ sets: z.record(z.string(), z.string()), moreAvailable: z.boolean() })
  .meta({ id: 'EventPollAnswer' });

export type PollRequest = z.output<typeof pollRequest>;
export type PollAnswer = z.output<typeof pollAnswer>;

interface PolledEvent {
  readonly id: string;
  readonly token: string;
}

/** For receivers that cannot be pushed to: they fetch what is addressed to them, and say what they have taken. */
@Injectable()
export class EventPoll implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Nobody is kept waiting for events that this process will not see. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  async poll(receiver: ParticipantId, request: PollRequest): Promise<PollAnswer> {
    await this.takeAnswers(receiver, request);
    if (request.maxEvents === 0) return { sets: {}, moreAvailable: false };
    const end = performance.now() + (request.returnImmediately ? 0 : HOLD_MS);
    let events = await this.find(receiver, request);
    while (events.length === 0 && !this.stopping && performance.now() < end) {
      await sleep(LOOK_MS);
      events = await this.find(receiver, request);
    }
    const sets = events.slice(0, request.maxEvents).map(({ id, token }) => [id, token]);
    return { sets: Object.fromEntries(sets), moreAvailable: events.length > request.maxEvents };
  }

  private async takeAnswers(receiver: ParticipantId, { ack, setErrs }: PollRequest): Promise<void> {
    const now = this.clock.now();
    if (ack.length > 0) await this.database.read(acknowledgePolledEvents, [receiver, ack, now]);
    for (const [id, { err, description }] of Object.entries(setErrs)) {
      await this.database.read(rejectPolledEvent, [receiver, id, now, codesIn(err, description ?? '').join(' ')]);
    }
  }

  private find(receiver: ParticipantId, { maxEvents }: PollRequest): Promise<PolledEvent[]> {
    return this.database.read<PolledEvent>(findEventsToPoll, [receiver, maxEvents + 1]);
  }
}
