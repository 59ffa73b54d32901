import { SessionRefusalRow, SessionRefusals1769000000500 } from '#platform';
import { AccountLinkRequestRow, AccountLinkRow } from './account-link.entities.ts';
import { ActCountRow } from './act-count.entity.ts';
import { ApprovalDraftRow } from './approval-draft.entity.ts';
import { ConsentArtefactRow, ConsentRequestRow, ConsentRow } from './consent.entities.ts';
import { ConsentManagerTables1763719200003 } from './consent-manager-tables.migration.ts';
import { CountsAndMessages1763740800004 } from './counts-and-messages.migration.ts';
import { DataRequestRow, DataSessionRow, DeletionReceiptRow } from './data-session.entities.ts';
import { OpenIdCeremonyRow, OpenIdIdentityRow } from './openid.entities.ts';
import { OpenIdSignIn1764820000026 } from './openid-sign-in.migration.ts';
import { PasskeySignIn1764810000007 } from './passkey-sign-in.migration.ts';
import { PlainTokens1768000000010 } from './plain-tokens.migration.ts';
import {
  OneTimeCodeRow,
  PrincipalContactRow,
  PrincipalRow,
  PrincipalSessionRow,
  RecoveryCodeRow,
  TimelineEntryRow,
} from './principal.entities.ts';
import { PushSubscriptionRow } from './push-subscription.entity.ts';
import { ReachingPeople1764820000025 } from './reaching-people.migration.ts';
import { Receipts1764700000006 } from './receipts.migration.ts';
import { RequestCountRow } from './request-count.entity.ts';
import { RequestCounts1764910000028 } from './request-counts.migration.ts';
import { SessionFindings1764600000005 } from './session-findings.migration.ts';
import { StandingChoiceRow, StandingChoiceUseRow, StandingChoiceVersionRow } from './standing-choice.entities.ts';
import { StandingChoices1764900000008 } from './standing-choices.migration.ts';

export const entities = [
  PrincipalRow,
  PrincipalContactRow,
  OneTimeCodeRow,
  PrincipalSessionRow,
  RecoveryCodeRow,
  ApprovalDraftRow,
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
  StandingChoiceRow,
  StandingChoiceVersionRow,
  StandingChoiceUseRow,
  PushSubscriptionRow,
  OpenIdCeremonyRow,
  OpenIdIdentityRow,
  RequestCountRow,
  SessionRefusalRow,
];

export const migrations = [
  ConsentManagerTables1763719200003,
  CountsAndMessages1763740800004,
  SessionFindings1764600000005,
  Receipts1764700000006,
  PasskeySignIn1764810000007,
  ReachingPeople1764820000025,
  OpenIdSignIn1764820000026,
  StandingChoices1764900000008,
  RequestCounts1764910000028,
  PlainTokens1768000000010,
  SessionRefusals1769000000500,
];
