import { trailEntities, trailMigrations } from '../audit-trail/trail-tables.ts';
import { CommandOutcomeRow } from '../command/command-outcome.entity.ts';
import { SeenMessageRow } from '../command/seen-message.entity.ts';
import { DeliveryAttemptRow } from '../events/delivery-attempt.entity.ts';
import { DeliveryLog1764310000000 } from '../events/delivery-log.migration.ts';
import { OutboxEventRow } from '../events/outbox-event.entity.ts';
import { PlainEventTokens1768000000000 } from '../events/plain-tokens.migration.ts';
import { ReceivedEventRow } from '../events/received-event.entity.ts';
import { RejectedEvents1769000000400 } from '../events/rejected-events.migration.ts';
import { operatorEntities, operatorMigrations } from '../operators/operator-tables.ts';
import { passkeyEntities, passkeyMigrations } from '../passkeys/passkey-tables.ts';
import { CallRateRow } from '../rates/call-rate.entity.ts';
import { CallRates1763790000000 } from '../rates/call-rate.migration.ts';
import { ReplicaRow } from '../replicas/replica.entity.ts';
import { Replicas1763700000001 } from '../replicas/replica.migration.ts';
import type { ListedClass } from '../role/role.ts';
import { NetworkTables1763700000000 } from './network-tables.migration.ts';

/** The tables NetworkModule needs: every role that imports it lists these before its own. */
export const platformEntities: ListedClass[] = [
  SeenMessageRow,
  CommandOutcomeRow,
  OutboxEventRow,
  ReceivedEventRow,
  ReplicaRow,
  CallRateRow,
  DeliveryAttemptRow,
  ...passkeyEntities,
  ...trailEntities,
  ...operatorEntities,
];
export const platformMigrations: ListedClass[] = [
  NetworkTables1763700000000,
  Replicas1763700000001,
  CallRates1763790000000,
  DeliveryLog1764310000000,
  PlainEventTokens1768000000000,
  RejectedEvents1769000000400,
  ...trailMigrations,
  ...passkeyMigrations,
  ...operatorMigrations,
];
