import {
  CallRateRow,
  CallRates1763790000000,
  operatorEntities,
  operatorMigrations,
  passkeyEntities,
  passkeyMigrations,
  type Role,
  trailEntities,
  trailMigrations,
} from '#platform';
import { trustRegistrySettings } from './settings/trust-registry.settings.ts';
import { ParticipantKeyRow, ParticipantRow } from './storage/participant.entity.ts';
import { RootSuccessionRow } from './storage/root-succession.entity.ts';
import { RootSuccessions1763733600000 } from './storage/root-successions.migration.ts';
import { TrustListRow } from './storage/trust-list.entity.ts';
import { TrustRegistryTables1763700100000 } from './storage/trust-registry-tables.migration.ts';
import { TrustRegistryModule } from './trust-registry.module.ts';

/** Who is in the network, in signed lists that everyone pins, keeps and checks. */
export const trustRegistryRole: Role<typeof trustRegistrySettings> = {
  name: 'trust-registry',
  settings: trustRegistrySettings,
  module: (settings) => TrustRegistryModule.forSettings(settings),
  entities: [
    ParticipantRow,
    ParticipantKeyRow,
    TrustListRow,
    RootSuccessionRow,
    CallRateRow,
    ...trailEntities,
    ...passkeyEntities,
    ...operatorEntities,
  ],
  migrations: [
    TrustRegistryTables1763700100000,
    RootSuccessions1763733600000,
    CallRates1763790000000,
    ...trailMigrations,
    ...passkeyMigrations,
    ...operatorMigrations,
  ],
  defaultPort: 7400,
  pages: [{ path: '/console/', folder: 'trust-registry/console' }],
};
