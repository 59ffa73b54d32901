import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { AuditTrailController } from '../audit-trail/audit-trail.controller.ts';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import { TRAIL_SECRET } from '../audit-trail/entry-mac.ts';
import { TrailCondition } from '../audit-trail/trail-condition.ts';
import { TrailProofs } from '../audit-trail/trail-proofs.ts';
import { trailProviders } from '../audit-trail/trail-providers.ts';
import { WitnessedCheckpoints } from '../audit-trail/witnessed-checkpoints.ts';
import { CallGuard } from '../command/call.guard.ts';
import { CommandInbox } from '../command/command-inbox.ts';
import { CommandRetention } from '../command/command-retention.ts';
import { EarlyEvents } from '../events/early-events.ts';
import { EventDelivery } from '../events/event-delivery.ts';
import { type AnyEventHandler, EVENT_HANDLERS } from '../events/event-handler.ts';
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
import { NetworkStanding } from '../operator-console/network-standing.ts';
import { operatorControllers, operatorGuards, operatorProviders } from '../operator-console/operator-providers.ts';
import { RoleStanding } from '../operator-console/role-standing.ts';
import { ToldEventsController } from '../operator-console/told-events.controller.ts';
import { ToldEvents } from '../operator-console/told-events.ts';
import { OPERATOR_SECRET } from '../operators/operator-book.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { OwnAddress } from '../participant/own-address.ts';
import { OwnDescription } from '../participant/own-description.ts';
import { ParticipantDescriptionController } from '../participant/participant-description.controller.ts';
import { PasskeysModule } from '../passkeys/passkeys.module.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { Replicas } from '../replicas/replicas.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { CheckpointLinks } from '../trail-witnesses/checkpoint-links.ts';
import { ListedTrailPeers } from '../trail-witnesses/listed-trail-peers.ts';
import { RegistryWitness } from '../trail-witnesses/registry-witness.ts';
import { TrailPeers } from '../trail-witnesses/trail-peers.ts';
import { TrailWitnesses } from '../trail-witnesses/trail-witnesses.ts';
import { WitnessTimer } from '../trail-witnesses/witness-timer.ts';
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
  ...trailProviders,
  TrailWitnesses,
  { provide: TrailPeers, useClass: ListedTrailPeers },
  CheckpointLinks,
  RegistryWitness,
  WitnessTimer,
  ...operatorProviders,
  ToldEvents,
];

const keyRing: Provider = {
  provide: KeyRing,
  inject: [SETTINGS, NetworkOptions],
  useFactory: ({ KEYS_FOLDER }: RoleSettings, { keyUses, secrets }: NetworkOptions) =>
    KeyRing.open({ folder: KEYS_FOLDER, uses: keyUses, secrets: [TRAIL_SECRET, OPERATOR_SECRET, ...(secrets ?? [])] }),
};

const standing: Provider = { provide: RoleStanding, useClass: NetworkStanding };

const witnessing: Provider = {
  provide: EVENT_HANDLERS,
  inject: [WitnessedCheckpoints, Verifier],
  useFactory: (witnessed: WitnessedCheckpoints, verifier: Verifier): AnyEventHandler[] => [
    {
      type: 'audit-trail.sealed',
      handle: (tx, { issuer, state }) => witnessed.keep(tx, issuer, state, verifier.context()),
    },
  ],
};

/**
 * What makes a role a participant of the network: imported once, in the role's module. Provides, to all its modules,
 * KeyRing, TrustListCache, Verifier, OwnAddress, PeerClient, CommandInbox, CallGuard, Outbox, Replicas, AuditTrail and
 * TrailProofs, and RoleStanding and ToldEvents to its operators' pages; serves GET /participant-description,
 * POST /events, POST /events/poll, GET /audit-trail/… and what is below /operator on every role. Its tables: `platformEntities`, `platformMigrations`.
 */
@Module({})
export class NetworkModule {
  static forRole(options: NetworkOptions): DynamicModule {
    return {
      module: NetworkModule,
      global: true,
      imports: [PasskeysModule],
      providers: [{ provide: NetworkOptions, useValue: options }, keyRing, ...shared, ...inner, standing, witnessing],
      controllers: [
        ParticipantDescriptionController,
        EventsController,
        AuditTrailController,
        ...operatorControllers,
        ToldEventsController,
      ],
      exports: [
        NetworkOptions,
        KeyRing,
        AuditTrail,
        TrailCondition,
        TrailProofs,
        RoleStanding,
        ToldEvents,
        ...operatorGuards,
        ...shared,
      ],
    };
  }
}
