import { SessionFindingRow, SessionFindings1764600000000 } from '#platform';
import { AccountLinkRow, LinkRequestRow } from './account-link.entities.ts';
import { ConsentArtefactRow, ConsentStandingRow, ConsentUseRow } from './consent.entities.ts';
import { DataPartRow, DataSessionRow, SeenProofRow } from './data-session.entities.ts';
import { FirstTables1763719200002 } from './migrations/first-tables.ts';
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
];

export const migrations = [FirstTables1763719200002, SessionFindings1764600000000];
