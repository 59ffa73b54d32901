import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Catalogues } from '#domain';
import {
  ApiKeyGuard,
  EVENT_HANDLERS,
  loadCatalogues,
  loadDataTypeWords,
  NetworkModule,
  RecordSchemas,
  SessionFindings,
  STATEMENT_KEEPERS,
  StoryStore,
} from '#platform';
import { ArtefactVerification } from './consent-artefacts/artefact-verification.ts';
import { ConsentArtefactEvents } from './consent-artefacts/consent-artefact-events.ts';
import { DataLifeEnding } from './consent-artefacts/data-life-ending.ts';
import { HeldConsentStore } from './consent-artefacts/held-consent-store.ts';
import { KnownConsents } from './consent-artefacts/known-consents.ts';
import { OwnConsentCheck } from './consent-artefacts/own-consent-check.ts';
import { ConsentManagerClient } from './consent-managers/consent-manager-client.ts';
import { CATALOGUES, DATA_TYPE_WORDS } from './consent-requests/catalogues.ts';
import { ConsentRequestEvents } from './consent-requests/consent-request-events.ts';
import { ConsentRequestStore } from './consent-requests/consent-request-store.ts';
import { ConsentRequestsController } from './consent-requests/consent-requests.controller.ts';
import { ConsentRequestsService } from './consent-requests/consent-requests.service.ts';
import { KnownAsks } from './consent-requests/known-asks.ts';
import { ConsentsController } from './consents/consents.controller.ts';
import { DataErasureController } from './data-erasure/data-erasure.controller.ts';
import { DataErasureService } from './data-erasure/data-erasure.service.ts';
import { DeletionReceipts } from './data-erasure/deletion-receipts.ts';
import { EraseHandOverJob } from './data-erasure/erase-hand-over.job.ts';
import { Eraser } from './data-erasure/eraser.ts';
import { ErasureQueue } from './data-erasure/erasure-queue.ts';
import { ErasureStore } from './data-erasure/erasure-store.ts';
import { ErasureSweep } from './data-erasure/erasure-sweep.ts';
import { ErasuresController } from './data-erasure/erasures.controller.ts';
import { FollowUpReceipts } from './data-erasure/follow-up-receipts.ts';
import { HandOverErasing } from './data-erasure/hand-over-erasing.ts';
import { HandOverErasureStore } from './data-erasure/hand-over-erasure-store.ts';
import { LeftFiles } from './data-erasure/left-files.ts';
import { OverdueWatch } from './data-erasure/overdue-watch.ts';
import { ReissuedReceipts } from './data-erasure/reissued-receipts.ts';
import { ConsentKeyStore } from './data-keys/consent-key-store.ts';
import { DataKeys } from './data-keys/data-keys.ts';
import { DpopKey } from './data-keys/dpop-key.ts';
import { AuthorisedSessions } from './data-requests/authorised-sessions.ts';
import { DataRequestReading } from './data-requests/data-request-reading.ts';
import { DataRequestRetrying } from './data-requests/data-request-retrying.ts';
import { DataRequestSending } from './data-requests/data-request-sending.ts';
import { DataRequestStore } from './data-requests/data-request-store.ts';
import { DataRequestSweep } from './data-requests/data-request-sweep.ts';
import { DataRequestsController } from './data-requests/data-requests.controller.ts';
import { DataRequestsService } from './data-requests/data-requests.service.ts';
import { LaterFetching } from './data-requests/later-fetching.ts';
import { SessionDrafting } from './data-requests/session-drafting.ts';
import { DataProviderClient } from './data-sessions/data-provider-client.ts';
import { DataSessionEvents } from './data-sessions/data-session-events.ts';
import { DataSessionStore } from './data-sessions/data-session-store.ts';
import { FetchBeginning } from './data-sessions/fetch-beginning.ts';
import { FetchQueue } from './data-sessions/fetch-queue.ts';
import { FetchSessionJob } from './data-sessions/fetch-session.job.ts';
import { FetchStarting } from './data-sessions/fetch-starting.ts';
import { FetchWorkers } from './data-sessions/fetch-workers.ts';
import { GroundChecking } from './data-sessions/ground-checking.ts';
import { LeaseTimes } from './data-sessions/lease-times.ts';
import { PartOpening } from './data-sessions/part-opening.ts';
import { PartReceiving } from './data-sessions/part-receiving.ts';
import { ReceiptTelling } from './data-sessions/receipt-telling.ts';
import { SessionAcknowledging } from './data-sessions/session-acknowledging.ts';
import { SessionConclusion } from './data-sessions/session-conclusion.ts';
import { SessionFailing } from './data-sessions/session-failing.ts';
import { SessionFetching } from './data-sessions/session-fetching.ts';
import { SessionOpening } from './data-sessions/session-opening.ts';
import { SessionSecrets } from './data-sessions/session-secrets.ts';
import { SessionTokens } from './data-sessions/session-tokens.ts';
import { DeliverHandOverJob } from './hand-over/deliver-hand-over.job.ts';
import { HandOverBeginning } from './hand-over/hand-over-beginning.ts';
import { HandOverPlaces } from './hand-over/hand-over-places.ts';
import { HandOverQueue } from './hand-over/hand-over-queue.ts';
import { HandOverStore } from './hand-over/hand-over-store.ts';
import { HandOverTargets } from './hand-over/hand-over-targets.ts';
import { HandOverWork } from './hand-over/hand-over-work.ts';
import { HandOversController } from './hand-over/hand-overs.controller.ts';
import { DeliveryMeans } from './hand-over/leased-delivery.ts';
import { FileHandOver } from './hand-over-files/file-hand-over.ts';
import { PushClient } from './hand-over-pushes/push-client.ts';
import { PushCommands } from './hand-over-pushes/push-commands.ts';
import { PushHandOver } from './hand-over-pushes/push-hand-over.ts';
import { ConsentLimitsReading } from './operator-console/consent-limits.ts';
import { ConsentPages } from './operator-console/consent-pages.ts';
import { FetchedDataController } from './operator-console/fetched-data.controller.ts';
import { FetchedPages } from './operator-console/fetched-pages.ts';
import { OperatedFetchesController } from './operator-console/operated-fetches.controller.ts';
import { OperatedRecordsController } from './operator-console/operated-records.controller.ts';
import { OperatedRecords } from './operator-console/operated-records.ts';
import { OperatedRequestsController } from './operator-console/operated-requests.controller.ts';
import { RequestPreview } from './operator-console/request-preview.ts';
import { ReadNoting } from './received-records/read-noting.ts';
import { ReceivedPartStore } from './received-records/received-part-store.ts';
import { ReceivedRecordsController } from './received-records/received-records.controller.ts';
import { ReceivedRecordsService } from './received-records/received-records.service.ts';
import { RecordReading } from './received-records/record-reading.ts';
import { RetentionStore } from './retention/retention-store.ts';
import { RetentionSweep } from './retention/retention-sweep.ts';
import type { DataUserGatewaySettings } from './settings/data-user-gateway.settings.ts';
import { PostgresConsentKeyStore } from './storage/postgres-consent-key-store.ts';
import { PostgresConsentRequestStore } from './storage/postgres-consent-request-store.ts';
import { PostgresDataRequestStore } from './storage/postgres-data-request-store.ts';
import { PostgresDataSessionStore } from './storage/postgres-data-session-store.ts';
import { PostgresErasureStore } from './storage/postgres-erasure-store.ts';
import { PostgresHandOverErasureStore, PostgresReadNoting } from './storage/postgres-hand-over-erasure-store.ts';
import { PostgresHandOverStore } from './storage/postgres-hand-over-store.ts';
import { PostgresHeldConsentStore } from './storage/postgres-held-consent-store.ts';
import { PostgresReceivedPartStore } from './storage/postgres-received-part-store.ts';
import { PostgresRetentionStore } from './storage/postgres-retention-store.ts';
import { PostgresStoryStore } from './stories/postgres-story-store.ts';
import { StoriesController } from './stories/stories.controller.ts';

const stores: Provider[] = [
  { provide: ConsentRequestStore, useClass: PostgresConsentRequestStore },
  { provide: HeldConsentStore, useClass: PostgresHeldConsentStore },
  { provide: ConsentKeyStore, useClass: PostgresConsentKeyStore },
  { provide: DataRequestStore, useClass: PostgresDataRequestStore },
  { provide: DataSessionStore, useClass: PostgresDataSessionStore },
  { provide: ReceivedPartStore, useClass: PostgresReceivedPartStore },
  { provide: ErasureStore, useClass: PostgresErasureStore },
  { provide: RetentionStore, useClass: PostgresRetentionStore },
  { provide: HandOverStore, useClass: PostgresHandOverStore },
  { provide: HandOverErasureStore, useClass: PostgresHandOverErasureStore },
  { provide: ReadNoting, useClass: PostgresReadNoting },
  { provide: StoryStore, useClass: PostgresStoryStore },
];

const consents: Provider[] = [
  { provide: CATALOGUES, useFactory: () => loadCatalogues() },
  {
    provide: DATA_TYPE_WORDS,
    inject: [CATALOGUES],
    useFactory: ({ dataTypes }: Catalogues) => loadDataTypeWords(dataTypes),
  },
  ConsentManagerClient,
  ConsentRequestsService,
  ConsentRequestEvents,
  ArtefactVerification,
  KnownAsks,
  KnownConsents,
  ConsentArtefactEvents,
  {
    provide: EVENT_HANDLERS,
    inject: [ConsentRequestEvents, ConsentArtefactEvents, DataSessionEvents, SessionFindings],
    useFactory: (
      asked: ConsentRequestEvents,
      held: ConsentArtefactEvents,
      sessions: DataSessionEvents,
      findings: SessionFindings,
    ) => [...asked.handlers(), ...held.handlers(), ...sessions.handlers(), findings],
  },
  ReissuedReceipts,
  { provide: STATEMENT_KEEPERS, inject: [ReissuedReceipts], useFactory: (one: ReissuedReceipts) => [one] },
];

const dataRequests: Provider[] = [
  AuthorisedSessions,
  SessionDrafting,
  DataRequestSending,
  DataRequestsService,
  DataRequestSweep,
  DataRequestReading,
  LaterFetching,
  DataRequestRetrying,
];

const dataSessions: Provider[] = [
  OwnConsentCheck,
  GroundChecking,
  { provide: RecordSchemas, useFactory: () => RecordSchemas.load() },
  LeaseTimes,
  SessionTokens,
  SessionSecrets,
  DataProviderClient,
  SessionOpening,
  PartOpening,
  PartReceiving,
  ReceiptTelling,
  SessionConclusion,
  SessionFetching,
  SessionFailing,
  FetchBeginning,
  SessionAcknowledging,
  FetchSessionJob,
  FetchQueue,
  FetchStarting,
  FetchWorkers,
  DataSessionEvents,
  SessionFindings,
];

const handOvers: Provider[] = [
  HandOverPlaces,
  HandOverQueue,
  HandOverBeginning,
  HandOverWork,
  DeliveryMeans,
  FileHandOver,
  PushClient,
  PushCommands,
  PushHandOver,
  {
    provide: HandOverTargets,
    inject: [FileHandOver, PushHandOver],
    useFactory: (file: FileHandOver, push: PushHandOver) => new HandOverTargets({ file, push }),
  },
  DeliverHandOverJob,
  EraseHandOverJob,
  FollowUpReceipts,
  LeftFiles,
  HandOverErasing,
];

const receivedData: Provider[] = [
  DataKeys,
  RecordReading,
  ReceivedRecordsService,
  Eraser,
  DeletionReceipts,
  DataErasureService,
  ErasureQueue,
  { provide: DataLifeEnding, useExisting: ErasureQueue },
  ErasureSweep,
  OverdueWatch,
  RetentionSweep,
];

const operatorConsole: Provider[] = [RequestPreview, ConsentLimitsReading, ConsentPages, FetchedPages, OperatedRecords];

@Module({})
export class DataUserGatewayModule {
  static forSettings({ KEYS_FOLDER }: DataUserGatewaySettings): DynamicModule {
    const network = NetworkModule.forRole({
      role: 'data-user-gateway',
      listedRoles: ['data-user'],
      keyUses: ['message', 'statement'],
      secrets: ['storage'],
    });
    return {
      module: DataUserGatewayModule,
      imports: [network],
      providers: [
        ApiKeyGuard,
        { provide: DpopKey, useFactory: () => DpopKey.open(KEYS_FOLDER) },
        ...stores,
        ...consents,
        ...dataRequests,
        ...dataSessions,
        ...receivedData,
        ...handOvers,
        ...operatorConsole,
      ],
      controllers: [
        ConsentRequestsController,
        ConsentsController,
        DataRequestsController,
        ReceivedRecordsController,
        DataErasureController,
        ErasuresController,
        HandOversController,
        StoriesController,
        OperatedFetchesController,
        OperatedRequestsController,
        FetchedDataController,
        OperatedRecordsController,
      ],
    };
  }
}
