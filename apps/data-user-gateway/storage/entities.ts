import { type ListedClass, SessionFindingRow, SessionFindings1764600000000 } from '#platform';
import { ConsentRow } from './consent.entity.ts';
import { ConsentKeyRow } from './consent-key.entity.ts';
import { ConsentRequestRow } from './consent-request.entity.ts';
import { DataRequestRow } from './data-request.entity.ts';
import { DataSessionRow } from './data-session.entity.ts';
import { DataUserTables1763701000000 } from './data-user-tables.migration.ts';
import { DeletionReceiptRow } from './deletion-receipt.entity.ts';
import { HandOverRow } from './hand-over.entity.ts';
import { HandOverTables1764200000000 } from './hand-over-tables.migration.ts';
import { LeftFiles1769000000301 } from './left-files.migration.ts';
import { PlainTokens1768000000012 } from './plain-tokens.migration.ts';
import { ReceivedPartRow } from './received-part.entity.ts';
import { SendingReplicas1763701000001 } from './sending-replicas.migration.ts';
import { StoriesAndRetries1764600000001 } from './stories-and-retries.migration.ts';

export const entities: ListedClass[] = [
  ConsentRequestRow,
  ConsentRow,
  ConsentKeyRow,
  DataRequestRow,
  DataSessionRow,
  ReceivedPartRow,
  DeletionReceiptRow,
  HandOverRow,
  SessionFindingRow,
];

export const migrations: ListedClass[] = [
  DataUserTables1763701000000,
  SendingReplicas1763701000001,
  HandOverTables1764200000000,
  SessionFindings1764600000000,
  StoriesAndRetries1764600000001,
  PlainTokens1768000000012,
  LeftFiles1769000000301,
];
