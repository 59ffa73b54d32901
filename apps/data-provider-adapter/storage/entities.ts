import {
  SessionFindingRow,
  SessionFindings1764600000000,
  SessionRefusalRow,
  SessionRefusals1769000000500,
} from '#platform';
import { AccountLinkRow, LinkRequestRow } from './account-link.entities.ts';
import { ConsentArtefactRow, ConsentStandingRow, ConsentUseRow } from './consent.entities.ts';
import { DataPartRow, DataSessionRow, SeenProofRow } from './data-session.entities.ts';
import { DeliveredInParts1769000000300 } from './migrations/delivered-in-parts.ts';
import { FirstTables1763719200002 } from './migrations/first-tables.ts';
import { OperatorConsole1764900000002 } from './migrations/operator-console.ts';
import { PlainTokens1768000000011 } from './migrations/plain-tokens.ts';
import { RecordSourceReadRow, RefusalDayRow } from './operator-console.entities.ts';
import { RefusedRecordRow, ReleaseRow } from './release.entities.ts';

export const entities = [
  AccountLinkRow,
  LinkRequestRow,
  ConsentArtefactRow,
  ConsentStandingRow,
  ConsentUseRow,
  DataSessionRow,
  DataPartRow,
  SeenProofRow,
  ReleaseRow,
  RefusedRecordRow,
  SessionFindingRow,
  RecordSourceReadRow,
  RefusalDayRow,
  SessionRefusalRow,
];

export const migrations = [
  FirstTables1763719200002,
  SessionFindings1764600000000,
  OperatorConsole1764900000002,
  PlainTokens1768000000011,
  DeliveredInParts1769000000300,
  SessionRefusals1769000000500,
];
