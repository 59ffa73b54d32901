import { AccountLinkRequestRow, AccountLinkRow } from './account-link.entities.ts';
import { ActCountRow } from './act-count.entity.ts';
import { ConsentArtefactRow, ConsentRequestRow, ConsentRow } from './consent.entities.ts';
import { ConsentManagerTables1763719200003 } from './consent-manager-tables.migration.ts';
import { CountsAndMessages1763740800004 } from './counts-and-messages.migration.ts';
import { DataRequestRow, DataSessionRow, DeletionReceiptRow } from './data-session.entities.ts';
import {
  OneTimeCodeRow,
  PrincipalContactRow,
  PrincipalRow,
  PrincipalSessionRow,
  TimelineEntryRow,
} from './principal.entities.ts';
import { Receipts1764700000006 } from './receipts.migration.ts';
import { SessionFindings1764600000005 } from './session-findings.migration.ts';

export const entities = [
  PrincipalRow,
  PrincipalContactRow,
  OneTimeCodeRow,
  PrincipalSessionRow,
  TimelineEntryRow,
  AccountLinkRequestRow,
  AccountLinkRow,
  ConsentRequestRow,
  ConsentRow,
  ConsentArtefactRow,
  DataRequestRow,
  DataSessionRow,
  DeletionReceiptRow,
  ActCountRow,
];

export const migrations = [
  ConsentManagerTables1763719200003,
  CountsAndMessages1763740800004,
  SessionFindings1764600000005,
  Receipts1764700000006,
];
