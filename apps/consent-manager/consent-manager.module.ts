import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Catalogues } from '#domain';
import {
  type AnyEventHandler,
  EVENT_HANDLERS,
  KnownTerms,
  loadCatalogues,
  loadDataTypeWords,
  MessengerModule,
  NetworkModule,
  type NetworkOptions,
  PasskeysModule,
  SessionRefusals,
  STATEMENT_KEEPERS,
  StoryStore,
} from '#platform';
import { AccountDiscovery } from './account-links/account-discovery.ts';
import { AccountLinkEndedHandler } from './account-links/account-link-ended.handler.ts';
import { AccountLinkEnding } from './account-links/account-link-ending.ts';
import { AccountLinkStore } from './account-links/account-link-store.ts';
import { AccountLinksController } from './account-links/account-links.controller.ts';
import { AccountLinksService } from './account-links/account-links.service.ts';
import { LinkEndWords } from './account-links/link-ends.ts';
import { ProviderAccounts } from './account-links/provider-accounts.ts';
import { TellEndedLinks } from './account-links/tell-ended-links.ts';
import { ActCountStore } from './act-counts/act-count-store.ts';
import { ManagerTrail } from './audit-trail/manager-trail.ts';
import { CATALOGUES, DATA_TYPE_WORDS } from './catalogues/catalogues.ts';
import { ChangeBoard } from './changes/change-board.ts';
import { ChangeStore } from './changes/change-store.ts';
import { MyChangesController } from './changes/my-changes.controller.ts';
import { ConsentArtefactsController } from './consent-artefacts/consent-artefacts.controller.ts';
import { ConsentArtefactsService } from './consent-artefacts/consent-artefacts.service.ts';
import { ApprovalService } from './consent-requests/approval.service.ts';
import { ApprovalByPasskey } from './consent-requests/approval-by-passkey.ts';
import { ApprovalDraftStore } from './consent-requests/approval-draft-store.ts';
import { ApprovalPreparation } from './consent-requests/approval-preparation.service.ts';
import { ConsentRequestReading } from './consent-requests/consent-request-reading.ts';
import { ConsentRequestStore } from './consent-requests/consent-request-store.ts';
import { ConsentRequestViews } from './consent-requests/consent-request-views.ts';
import { ConsentRequestsController } from './consent-requests/consent-requests.controller.ts';
import { ConsentRequestsService } from './consent-requests/consent-requests.service.ts';
import { EarlierYes } from './consent-requests/earlier-yes.ts';
import { ExpireRequests } from './consent-requests/expire-requests.ts';
import { GrantChooser } from './consent-requests/grant-chooser.ts';
import { HandleSigner } from './consent-requests/handle-signer.ts';
import { MyConsentRequestsController } from './consent-requests/my-consent-requests.controller.ts';
import { RejectionService } from './consent-requests/rejection.service.ts';
import { RenewalWords } from './consent-requests/renewal-words.ts';
import { RequestDecisions } from './consent-requests/request-decisions.ts';
import { RequestWords } from './consent-requests/request-words.ts';
import { ArtefactDrafter } from './consents/artefact-drafter.ts';
import { ArtefactSigner } from './consents/artefact-signer.ts';
import { ConsentIssuer } from './consents/consent-issuer.ts';
import { ConsentMover } from './consents/consent-mover.ts';
import { ConsentReading } from './consents/consent-reading.ts';
import { ConsentStore } from './consents/consent-store.ts';
import { ConsentTimers } from './consents/consent-timers.ts';
import { ConsentViews } from './consents/consent-views.ts';
import { ConsentsService } from './consents/consents.service.ts';
import { ConsentsOfLink } from './consents/consents-of-link.ts';
import { DecidingChoiceStore } from './consents/deciding-choice-store.ts';
import { MyConsentsController } from './consents/my-consents.controller.ts';
import { PastConsentStore } from './consents/past-consent-store.ts';
import { ReissuedArtefacts } from './consents/reissued-artefacts.ts';
import { DataErasureStore } from './data-erasure/data-erasure-store.ts';
import { DataSessionErasedHandler } from './data-erasure/data-session-erased.handler.ts';
import { ErasureDates } from './data-erasure/erasure-dates.ts';
import { OverdueErasures } from './data-erasure/overdue-erasures.ts';
import { DataHolderStore } from './data-holders/data-holder-store.ts';
import { DataHoldersController } from './data-holders/data-holders.controller.ts';
import { DataHoldersService } from './data-holders/data-holders.service.ts';
import { DataProvidersController } from './data-providers/data-providers.controller.ts';
import { DataRequestStore } from './data-requests/data-request-store.ts';
import { DataRequestsController } from './data-requests/data-requests.controller.ts';
import { DataRequestsService } from './data-requests/data-requests.service.ts';
import { RefusedDataRequests } from './data-requests/refused-data-requests.ts';
import { SessionRetryService } from './data-requests/session-retry.service.ts';
import { SessionTokenTrail } from './data-requests/session-token-trail.ts';
import { SessionTokensController } from './data-requests/session-tokens.controller.ts';
import { SessionTokens } from './data-requests/session-tokens.ts';
import { TokenRenewalService } from './data-requests/token-renewal.service.ts';
import { ConsentHistory } from './data-sessions/consent-history.ts';
import { DataSessionReceivedHandler } from './data-sessions/data-session-received.handler.ts';
import { DataSessionSentHandler } from './data-sessions/data-session-sent.handler.ts';
import { DataSessionStore } from './data-sessions/data-session-store.ts';
import { KnownSessions } from './data-sessions/known-sessions.ts';
import { ManagerGauges } from './data-sessions/manager-gauges.ts';
import { Reconciliation } from './data-sessions/reconciliation.ts';
import { SessionTimers } from './data-sessions/session-timers.ts';
import { decidingByRule } from './deciding-by-rule.module.ts';
import { CountClosedDays } from './operator-console/count-closed-days.ts';
import { RequestFunnel } from './operator-console/funnel.ts';
import { ManagerConsoleController } from './operator-console/manager-console.controller.ts';
import { RequestCountStore } from './operator-console/request-count-store.ts';
import { ParticipantNames } from './participants/participant-names.ts';
import { ContactsService } from './principals/contacts.service.ts';
import { PrincipalStore } from './principals/principal-store.ts';
import { PrincipalsController } from './principals/principals.controller.ts';
import { Principals } from './principals/principals.ts';
import { Pseudonyms } from './pseudonyms/pseudonyms.ts';
import { reachingPeople } from './reaching-people.module.ts';
import { ConsentReceipts } from './receipts/consent-receipts.service.ts';
import { ReceiptProofs } from './receipts/receipt-proofs.ts';
import { ReceiptSigner } from './receipts/receipt-signer.ts';
import { ReceiptStore } from './receipts/receipt-store.ts';
import { ReceiptsController } from './receipts/receipts.controller.ts';
import { ReleaseReceipts } from './receipts/release-receipts.service.ts';
import { RequestMessageStore } from './request-messages/request-message-store.ts';
import { WriteAboutRequests } from './request-messages/write-about-requests.ts';
import { RequestPages } from './request-pages/request-pages.ts';
import { Retention, RetentionStores } from './retention/retention.ts';
import type { ConsentManagerSettings } from './settings/consent-manager.settings.ts';
import { signingIn } from './signing-in.module.ts';
import { PostgresAccountLinkStore } from './storage/postgres-account-link-store.ts';
import { PostgresActCountStore } from './storage/postgres-act-count-store.ts';
import { PostgresApprovalDraftStore } from './storage/postgres-approval-draft-store.ts';
import { PostgresChangeStore } from './storage/postgres-change-store.ts';
import { PostgresConsentRequestStore } from './storage/postgres-consent-request-store.ts';
import { PostgresConsentStore } from './storage/postgres-consent-store.ts';
import { PostgresDataErasureStore } from './storage/postgres-data-erasure-store.ts';
import { PostgresDataHolderStore } from './storage/postgres-data-holder-store.ts';
import { PostgresDataRequestStore } from './storage/postgres-data-request-store.ts';
import { PostgresDataSessionStore } from './storage/postgres-data-session-store.ts';
import { PostgresDecidingChoiceStore } from './storage/postgres-deciding-choice-store.ts';
import { PostgresPastConsentStore } from './storage/postgres-past-consent-store.ts';
import { PostgresPrincipalStore } from './storage/postgres-principal-store.ts';
import { PostgresReceiptStore } from './storage/postgres-receipt-store.ts';
import { PostgresRequestCountStore } from './storage/postgres-request-count-store.ts';
import { PostgresRequestMessageStore } from './storage/postgres-request-message-store.ts';
import { PostgresTimelineStore } from './storage/postgres-timeline-store.ts';
import { PostgresStoryStore } from './stories/postgres-story-store.ts';
import { StoriesController } from './stories/stories.controller.ts';
import { TimelineController } from './timeline/timeline.controller.ts';
import { Timeline } from './timeline/timeline.ts';
import { TimelineStore } from './timeline/timeline-store.ts';

const network: NetworkOptions = {
  role: 'consent-manager',
  listedRoles: ['consent-manager'],
  keyUses: ['message', 'statement', 'access-token'],
  secrets: ['pseudonym', 'one-time-code'],
};

const stores: Provider[] = [
  { provide: ActCountStore, useClass: PostgresActCountStore },
  { provide: ChangeStore, useClass: PostgresChangeStore },
  { provide: ApprovalDraftStore, useClass: PostgresApprovalDraftStore },
  { provide: AccountLinkStore, useClass: PostgresAccountLinkStore },
  { provide: ConsentRequestStore, useClass: PostgresConsentRequestStore },
  { provide: ConsentStore, useClass: PostgresConsentStore },
  { provide: DataErasureStore, useClass: PostgresDataErasureStore },
  { provide: DataHolderStore, useClass: PostgresDataHolderStore },
  { provide: DataRequestStore, useClass: PostgresDataRequestStore },
  { provide: DataSessionStore, useClass: PostgresDataSessionStore },
  { provide: DecidingChoiceStore, useClass: PostgresDecidingChoiceStore },
  { provide: PastConsentStore, useClass: PostgresPastConsentStore },
  { provide: PrincipalStore, useClass: PostgresPrincipalStore },
  { provide: ReceiptStore, useClass: PostgresReceiptStore },
  { provide: RequestCountStore, useClass: PostgresRequestCountStore },
  { provide: RequestMessageStore, useClass: PostgresRequestMessageStore },
  { provide: StoryStore, useClass: PostgresStoryStore },
  { provide: TimelineStore, useClass: PostgresTimelineStore },
];

const people: Provider[] = [
  Principals,
  Pseudonyms,
  ManagerTrail,
  ContactsService,
  ParticipantNames,
  Timeline,
  ChangeBoard,
];

const accountLinks: Provider[] = [
  ProviderAccounts,
  AccountDiscovery,
  AccountLinksService,
  AccountLinkEnding,
  LinkEndWords,
  TellEndedLinks,
];

const consents: Provider[] = [
  RequestPages,
  HandleSigner,
  ConsentRequestsService,
  ConsentRequestViews,
  ConsentRequestReading,
  RenewalWords,
  EarlierYes,
  RequestWords,
  RequestDecisions,
  GrantChooser,
  ArtefactDrafter,
  ApprovalPreparation,
  ApprovalByPasskey,
  ApprovalService,
  RejectionService,
  ArtefactSigner,
  ConsentIssuer,
  ConsentMover,
  ConsentsOfLink,
  ConsentsService,
  ConsentViews,
  ConsentReading,
  ConsentArtefactsService,
];

const data: Provider[] = [
  KnownTerms,
  KnownSessions,
  SessionTokens,
  DataRequestsService,
  RefusedDataRequests,
  SessionRefusals,
  SessionTokenTrail,
  TokenRenewalService,
  SessionRetryService,
  Reconciliation,
  ConsentHistory,
  ErasureDates,
  DataHoldersService,
];

const receipts: Provider[] = [ReceiptProofs, ReceiptSigner, ConsentReceipts, ReleaseReceipts];

const timers: Provider[] = [
  WriteAboutRequests,
  ExpireRequests,
  ConsentTimers,
  SessionTimers,
  OverdueErasures,
  RetentionStores,
  Retention,
  ManagerGauges,
  RequestFunnel,
  CountClosedDays,
];

const handlers = [
  AccountLinkEndedHandler,
  DataSessionSentHandler,
  DataSessionReceivedHandler,
  DataSessionErasedHandler,
];

@Module({})
export class ConsentManagerModule {
  static forSettings(settings: ConsentManagerSettings): DynamicModule {
    return {
      module: ConsentManagerModule,
      imports: [NetworkModule.forRole(network), MessengerModule.forSettings(settings), PasskeysModule],
      providers: [
        { provide: CATALOGUES, useFactory: () => loadCatalogues() },
        {
          provide: DATA_TYPE_WORDS,
          inject: [CATALOGUES],
          useFactory: ({ dataTypes }: Catalogues) => loadDataTypeWords(dataTypes),
        },
        ...stores,
        ...people,
        ...signingIn.providers,
        ...reachingPeople.providers,
        ...accountLinks,
        ...consents,
        ...decidingByRule.providers,
        ...data,
        ...receipts,
        ...timers,
        ...handlers,
        { provide: EVENT_HANDLERS, inject: handlers, useFactory: (...all: AnyEventHandler[]) => all },
        ReissuedArtefacts,
        { provide: STATEMENT_KEEPERS, inject: [ReissuedArtefacts], useFactory: (one: ReissuedArtefacts) => [one] },
      ],
      controllers: [
        ...signingIn.controllers,
        ...reachingPeople.controllers,
        ...decidingByRule.controllers,
        ConsentRequestsController,
        ConsentArtefactsController,
        DataRequestsController,
        SessionTokensController,
        PrincipalsController,
        DataProvidersController,
        AccountLinksController,
        MyConsentRequestsController,
        MyConsentsController,
        ReceiptsController,
        StoriesController,
        TimelineController,
        MyChangesController,
        DataHoldersController,
        ManagerConsoleController,
      ],
    };
  }
}
