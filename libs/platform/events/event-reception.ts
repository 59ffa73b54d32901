import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { orRefuse, participantRoles, RefusedError, refuse } from '#domain';
import { describeMismatch, type EventTypeName, eventTypes, type VerifiedEvent, verifyEvent } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { isUniqueViolation } from '../database/database-errors.ts';
import { CallRates } from '../rates/call-rates.ts';
import { Verifier } from '../trust-list/verifier.ts';
import {
  type AnyEventHandler,
  EVENT_HANDLERS,
  type EventHandler,
  type EventReceipt,
  type ReceivedEvent,
} from './event-handler.ts';
import { findReceivedEvent, receivedBefore, receivedEvent } from './event-statements.ts';

/** Takes events in: each is verified, and applied exactly once with the record of its receipt. */
@Injectable()
export class EventReception implements OnModuleInit {
  private readonly handlers = new Map<EventTypeName, EventHandler>();

  constructor(
    private readonly database: Database,
    private readonly verifier: Verifier,
    private readonly rates: CallRates,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const handler of this.providedHandlers()) {
      if (this.handlers.has(handler.type)) throw new Error(`two handlers for ${handler.type}`);
      this.handlers.set(handler.type, handler as unknown as EventHandler);
    }
  }

  /** Returns once the event is applied, now or before. @throws RefusedError */
  async receive(raw: string): Promise<void> {
    if (typeof raw !== 'string') throw new RefusedError(refuse('media-type-not-supported'));
    const verified = orRefuse(await verifyEvent(raw, participantRoles, this.verifier.context()));
    await this.rates.countParticipant(verified.issuer);
    const event = await this.parse(verified);
    const handler = this.handlers.get(event.type);
    if (handler === undefined) throw new RefusedError(refuse('event-type-unknown', event.type));
    try {
      const receipt = [event.issuer, event.jti, this.clock.now()];
      if (await this.isApplied(handler, event, receipt)) return;
      await this.database.transaction(async (tx) => {
        tx.attach(receivedEvent, receipt);
        await handler.handle(tx, event);
      });
    } catch (error) {
      // Applied before: breaking the key of its receipt undid what was done a second time.
      if (isUniqueViolation(error, receivedBefore)) return;
      if (!(error instanceof RefusedError && (await this.isKnown(event)))) throw error;
    }
  }

  /** In one statement, where that does. */
  private async isApplied(handler: EventHandler, event: ReceivedEvent, receipt: EventReceipt): Promise<boolean> {
    try {
      return (await handler.handleAlone?.(event, receipt)) ?? false;
    } catch (error) {
      if (isUniqueViolation(error) && !isUniqueViolation(error, receivedBefore)) return false;
      throw error;
    }
  }

  /** What is refused now may be so because it was applied before. */
  private async isKnown({ issuer, jti }: ReceivedEvent): Promise<boolean> {
    return (await this.database.read(findReceivedEvent, [issuer, jti])).length > 0;
  }

  private async parse(event: VerifiedEvent): Promise<ReceivedEvent> {
    if (!Object.hasOwn(eventTypes, event.type)) throw new RefusedError(refuse('event-type-unknown', event.type));
    const type = event.type as EventTypeName;
    const sender = await this.verifier.context().participants?.findParticipant(event.issuer);
    if (!eventTypes[type].senderRoles.some((role) => sender?.roles.includes(role))) {
      throw new RefusedError(refuse('event-not-yours', type));
    }
    const state = eventTypes[type].state.safeParse(event.state);
    if (state.success) return { ...event, type, state: state.data };
    throw new RefusedError(refuse('schema-mismatch', describeMismatch(state.error)));
  }

  /** Nest throws where nobody provides any. */
  private providedHandlers(): AnyEventHandler[] {
    try {
      return this.modules.get<unknown, AnyEventHandler[]>(EVENT_HANDLERS, { strict: false, each: true }).flat();
    } catch {
      return [];
    }
  }
}
