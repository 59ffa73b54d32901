import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CallGuard } from '../command/call.guard.ts';
import { CommandInbox } from '../command/command-inbox.ts';
import { CommandRetention } from '../command/command-retention.ts';
import { EarlyEvents } from '../events/early-events.ts';
import { EventDelivery } from '../events/event-delivery.ts';
import { EventPoll } from '../events/event-poll.ts';
import { EventReception } from '../events/event-reception.ts';
import { EventWaker } from '../events/event-waker.ts';
import { EventsController } from '../events/events.controller.ts';
import { Outbox } from '../events/outbox.ts';
import { OutboxSweep } from '../events/outbox-sweep.ts';
import { KeyRotation } from '../key-rotation/key-rotation.ts';
import { KeyRotationTimer } from '../key-rotation/key-rotation-timer.ts';
import { PendingEvents } from '../key-rotation/pending-events.ts';
import { RegistryNotice } from '../key-rotation/registry-notice.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { OwnAddress } from '../participant/own-address.ts';
import { OwnDescription } from '../participant/own-description.ts';
import { ParticipantDescriptionController } from '../participant/participant-description.controller.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { Replicas } from '../replicas/replicas.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { Verifier } from '../trust-list/verifier.ts';
import { NetworkGauges } from './network-gauges.ts';
import { NetworkReadiness } from './network-readiness.ts';

const shared = [TrustListCache, Verifier, OwnAddress, PeerClient, CommandInbox, CallGuard, Outbox, Replicas];
const inner = [
  NetworkReadiness,
  NetworkGauges,
  OwnDescription,
  RegistryNotice,
  KeyRotation,
  PendingEvents,
  KeyRotationTimer,
  CommandRetention,
  EventWaker,
  EventDelivery,
  EarlyEvents,
  OutboxSweep,
  EventReception,
  EventPoll,
];

const keyRing: Provider = {
  provide: KeyRing,
  inject: [SETTINGS, NetworkOptions],
  useFactory: ({ KEYS_FOLDER }: RoleSettings, { keyUses, secrets }: NetworkOptions) =>
    KeyRing.open({ folder: KEYS_FOLDER, uses: keyUses, secrets: secrets ?? [] }),
};

/**
 * What makes a role a participant of the network: imported once, in the role's module. Provides, to all its modules,
 * KeyRing, TrustListCache, Verifier, OwnAddress, PeerClient, CommandInbox, CallGuard, Outbox and Replicas; serves
 * GET /participant-description, POST /events and POST /events/poll. Its tables: `platformEntities`, `platformMigrations`.
 */
@Module({})
export class NetworkModule {
  static forRole(options: NetworkOptions): DynamicModule {
    return {
      module: NetworkModule,
      global: true,
      providers: [{ provide: NetworkOptions, useValue: options }, keyRing, ...shared, ...inner],
      controllers: [ParticipantDescriptionController, EventsController],
      exports: [NetworkOptions, KeyRing, ...shared],
    };
  }
}
