import type { Provider } from '@nestjs/common';
import { AuditTrail } from './audit-trail.ts';
import { CheckpointSigner } from './checkpoint-signer.ts';
import { EntryMac } from './entry-mac.ts';
import { LostEntries } from './lost-entries.ts';
import { OwnCheckpoints } from './own-checkpoints.ts';
import { TrailCheck } from './trail-check.ts';
import { TrailCondition } from './trail-condition.ts';
import { TrailFaults } from './trail-faults.ts';
import { TrailGauges } from './trail-gauges.ts';
import { TrailProofs } from './trail-proofs.ts';
import { TrailSealer } from './trail-sealer.ts';
import { TrailTimer } from './trail-timer.ts';
import { UnsealedEntries } from './unsealed-entries.ts';
import { WitnessedCheckpoints } from './witnessed-checkpoints.ts';

/**
 * A role's audit trail. Needs its KeyRing, with the secret TRAIL_SECRET, and its NetworkOptions; serves what
 * AuditTrailController does. Handing checkpoints over is NetworkModule's.
 */
export const trailProviders: Provider[] = [
  EntryMac,
  UnsealedEntries,
  AuditTrail,
  OwnCheckpoints,
  TrailCheck,
  TrailFaults,
  TrailSealer,
  CheckpointSigner,
  TrailTimer,
  LostEntries,
  TrailProofs,
  TrailCondition,
  WitnessedCheckpoints,
  TrailGauges,
];
