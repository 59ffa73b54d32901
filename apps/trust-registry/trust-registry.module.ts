import { type DynamicModule, Module } from '@nestjs/common';
import {
  AuditTrailController,
  CheckpointLinks,
  KeyRing,
  NetworkOptions,
  OPERATOR_SECRET,
  operatorControllers,
  operatorProviders,
  PasskeysModule,
  RoleStanding,
  TRAIL_SECRET,
  TrailPeers,
  trailProviders,
} from '#platform';
import { ParticipantTrails } from './audit-trail/participant-trails.ts';
import { WitnessController } from './audit-trail/witness.controller.ts';
import { WitnessService } from './audit-trail/witness.service.ts';
import { NetworkController } from './operator-console/network.controller.ts';
import { NetworkFlow } from './operator-console/network-flow.ts';
import { OperatedParticipantsController } from './operator-console/operated-participants.controller.ts';
import { ParticipantReach } from './operator-console/participant-reach.ts';
import { RegistryStanding } from './operator-console/registry-standing.ts';
import { KeyChangesController } from './participants/key-changes.controller.ts';
import { KeyChangesService } from './participants/key-changes.service.ts';
import { ListedParticipants } from './participants/listed-participants.ts';
import { ParticipantChanges } from './participants/participant-changes.ts';
import { ParticipantStore } from './participants/participant-store.ts';
import { ParticipantsController } from './participants/participants.controller.ts';
import { ParticipantsService } from './participants/participants.service.ts';
import type { TrustRegistrySettings } from './settings/trust-registry.settings.ts';
import { PostgresParticipantStore } from './storage/postgres-participant-store.ts';
import { PostgresTrustListStore } from './storage/postgres-trust-list-store.ts';
import { RegistryEntry } from './trust-lists/registry-entry.ts';
import { RootRotation } from './trust-lists/root-rotation.ts';
import { TrustListPublisher } from './trust-lists/trust-list-publisher.ts';
import { TrustListStore } from './trust-lists/trust-list-store.ts';
import { TrustListsController } from './trust-lists/trust-lists.controller.ts';
import { TrustListsService } from './trust-lists/trust-lists.service.ts';
import { TrustRootsFile } from './trust-lists/trust-roots-file.ts';

const network: NetworkOptions = { role: 'trust-registry', listedRoles: ['trust-registry'], keyUses: ['trust-list'] };

/** The registry tells nobody, and hears of, and asks about, audit trails alone: it needs its root key, its tables and an operator. */
@Module({})
export class TrustRegistryModule {
  static forSettings({ KEYS_FOLDER: folder }: TrustRegistrySettings): DynamicModule {
    return {
      module: TrustRegistryModule,
      imports: [PasskeysModule],
      controllers: [
        ParticipantsController,
        KeyChangesController,
        TrustListsController,
        AuditTrailController,
        WitnessController,
        ...operatorControllers,
        OperatedParticipantsController,
        NetworkController,
      ],
      providers: [
        {
          provide: KeyRing,
          useFactory: () => KeyRing.open({ folder, uses: network.keyUses, secrets: [TRAIL_SECRET, OPERATOR_SECRET] }),
        },
        { provide: NetworkOptions, useValue: network },
        ...trailProviders,
        ...operatorProviders,
        { provide: RoleStanding, useClass: RegistryStanding },
        NetworkFlow,
        ParticipantReach,
        WitnessService,
        { provide: TrailPeers, useClass: ParticipantTrails },
        CheckpointLinks,
        ListedParticipants,
        { provide: ParticipantStore, useClass: PostgresParticipantStore },
        { provide: TrustListStore, useClass: PostgresTrustListStore },
        TrustListPublisher,
        { provide: ParticipantChanges, useExisting: TrustListPublisher },
        TrustRootsFile,
        RegistryEntry,
        RootRotation,
        ParticipantsService,
        KeyChangesService,
        TrustListsService,
      ],
    };
  }
}
