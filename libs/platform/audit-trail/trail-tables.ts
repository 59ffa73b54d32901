import type { ListedClass } from '../database/schema.ts';
import { AcknowledgedFaults1769000000200 } from './acknowledged-faults.migration.ts';
import { PlainTrailHashes1768000000001 } from './plain-hashes.migration.ts';
import {
  TrailCheckpointRow,
  TrailEntryRow,
  TrailFaultRow,
  TrailPendingRow,
  TrailTileRow,
  TrailWitnessRow,
  WitnessedCheckpointRow,
} from './trail.entities.ts';
import { TrailOfOperators1765910000000 } from './trail-of-operators.migration.ts';
import { TrailTables1763800000000 } from './trail-tables.migration.ts';
import { WitnessedContradictions1767000000000 } from './witnessed-contradictions.migration.ts';
import { WitnessedLinks1769000000100 } from './witnessed-links.migration.ts';

/** What an audit trail is kept in, and what others' trails are witnessed in. */
export const trailEntities: ListedClass[] = [
  TrailPendingRow,
  TrailEntryRow,
  TrailTileRow,
  TrailCheckpointRow,
  TrailWitnessRow,
  TrailFaultRow,
  WitnessedCheckpointRow,
];
export const trailMigrations: ListedClass[] = [
  TrailTables1763800000000,
  TrailOfOperators1765910000000,
  WitnessedContradictions1767000000000,
  PlainTrailHashes1768000000001,
  WitnessedLinks1769000000100,
  AcknowledgedFaults1769000000200,
];
