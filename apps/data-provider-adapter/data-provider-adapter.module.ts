import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type { Instant } from '#domain';
import {
  Clock,
  EVENT_HANDLERS,
  KnownTerms,
  MessengerModule,
  NetworkModule,
  type NetworkOptions,
  RecordSchemas,
  SessionFindings,
  SessionRefusals,
  StoryStore,
} from '#platform';
import { AccountDiscovery } from './account-links/account-discovery.ts';
import { AccountLinkStore } from './account-links/account-link-store.ts';
import { AccountLinking } from './account-links/account-linking.ts';
import { AccountLinksController } from './account-links/account-links.controller.ts';
import { AccountSearch } from './account-links/account-search.ts';
import { AccountUnlinking } from './account-links/account-unlinking.ts';
import { LinkCodes } from './account-links/link-codes.ts';
import { LinkMessageText } from './account-links/link-message-text.ts';
import { LinkRequestStore } from './account-links/link-request-store.ts';
import { ArtefactFetch } from './consent-artefacts/artefact-fetch.ts';
import { ArtefactIntake } from './consent-artefacts/artefact-intake.ts';
import { ConsentArtefactStore } from './consent-artefacts/consent-artefact-store.ts';
import { consentEventHandlers } from './consent-artefacts/consent-event-handlers.ts';
import { ConsentFollower } from './consent-artefacts/consent-follower.ts';
import { KnownEnds } from './consent-artefacts/known-ends.ts';
import { AccessGate } from './data-sessions/access-gate.ts';
import { QuestionOfConsent } from './data-sessions/consent-question.ts';
import { DataSessionFollower } from './data-sessions/data-session-follower.ts';
import { DataSessionStore } from './data-sessions/data-session-store.ts';
import { DataSessionsController } from './data-sessions/data-sessions.controller.ts';
import { DataSessionsService } from './data-sessions/data-sessions.service.ts';
import { FillGround } from './data-sessions/fill-ground.ts';
import { FillKeeper } from './data-sessions/fill-keeper.ts';
import { FillLease } from './data-sessions/fill-lease.ts';
import { FreshParts } from './data-sessions/fresh-parts.ts';
import { ManifestSigner } from './data-sessions/manifest-signer.ts';
import { OpeningChecks } from './data-sessions/opening-checks.ts';
import { PartSealer } from './data-sessions/part-sealer.ts';
import { RecordReader } from './data-sessions/record-reader.ts';
import { RefusedReading } from './data-sessions/refused-reading.ts';
import { SchemaDigests } from './data-sessions/schema-digests.ts';
import { SessionConclusion } from './data-sessions/session-conclusion.ts';
import { SessionFill } from './data-sessions/session-fill.ts';
import { SessionFiller } from './data-sessions/session-filler.ts';
import { SessionOpening } from './data-sessions/session-opening.ts';
import { SessionReading } from './data-sessions/session-reading.ts';
import { SessionRegister } from './data-sessions/session-register.ts';
import { SessionSweep } from './data-sessions/session-sweep.ts';
import { SessionTimers } from './data-sessions/session-timers.ts';
import { SpoolStore } from './data-sessions/spool-store.ts';
import { openRecordSource } from './described-sources/open-record-source.ts';
import { RecordSourcesController } from './operator-console/record-sources.controller.ts';
import { ServedSessionsController } from './operator-console/served-sessions.controller.ts';
import { SessionPages } from './operator-console/session-pages.ts';
import { SourceConsole, TrialNotes } from './operator-console/source-console.ts';
import { RecordSource } from './record-sources/record-source.ts';
import { SourceReads } from './record-sources/source-reads.ts';
import { CountingFilter } from './refusals/counting.filter.ts';
import { RefusalCounts } from './refusals/refusal-counts.ts';
import type { DataProviderAdapterSettings } from './settings/data-provider-adapter.settings.ts';
import { PostgresAccountLinkStore } from './storage/postgres-account-link-store.ts';
import { PostgresConsentArtefactStore } from './storage/postgres-consent-artefact-store.ts';
import { PostgresDataSessionStore } from './storage/postgres-data-session-store.ts';
import { PostgresLinkRequestStore } from './storage/postgres-link-request-store.ts';
import { PostgresSpoolStore } from './storage/postgres-spool-store.ts';
import { PostgresStoryStore } from './stories/postgres-story-store.ts';

export type OpenRecordSource = (settings: DataProviderAdapterSettings, now: () => Instant) => Promise<RecordSource>;

@Injectable()
class RecordSourceCloser implements OnApplicationShutdown {
  constructor(private readonly source: RecordSource) {}

  onApplicationShutdown(): Promise<void> {
    return this.source.close();
  }
}

const stores: Provider[] = [
  { provide: AccountLinkStore, useClass: PostgresAccountLinkStore },
  { provide: LinkRequestStore, useClass: PostgresLinkRequestStore },
  { provide: ConsentArtefactStore, useClass: PostgresConsentArtefactStore },
  { provide: DataSessionStore, useClass: PostgresDataSessionStore },
  { provide: SpoolStore, useClass: PostgresSpoolStore },
];

const accountLinks: Provider[] = [
  LinkMessageText,
  LinkCodes,
  AccountSearch,
  AccountDiscovery,
  AccountLinking,
  AccountUnlinking,
];

const consentArtefacts: Provider[] = [
  KnownEnds,
  ArtefactIntake,
  ArtefactFetch,
  { provide: ConsentFollower, useClass: DataSessionFollower },
  SessionFindings,
  {
    provide: EVENT_HANDLERS,
    inject: [ArtefactIntake, SessionFindings],
    useFactory: (intake: ArtefactIntake, findings: SessionFindings) => [...consentEventHandlers(intake), findings],
  },
];

const dataSessions: Provider[] = [
  { provide: RecordSchemas, useFactory: () => RecordSchemas.load() },
  {
    provide: SchemaDigests,
    inject: [RecordSchemas],
    useFactory: (schemas: RecordSchemas) => SchemaDigests.of(schemas),
  },
  RecordSourceCloser,
  AccessGate,
  SessionRefusals,
  RefusedReading,
  KnownTerms,
  QuestionOfConsent,
  OpeningChecks,
  SessionRegister,
  SessionOpening,
  RecordReader,
  PartSealer,
  ManifestSigner,
  SessionConclusion,
  FillLease,
  FreshParts,
  FillGround,
  FillKeeper,
  SessionFill,
  SessionFiller,
  SessionReading,
  DataSessionsService,
  SessionSweep,
  SessionTimers,
];

const operatorConsole: Provider[] = [
  { provide: StoryStore, useClass: PostgresStoryStore },
  SourceReads,
  RefusalCounts,
  CountingFilter,
  SessionPages,
  TrialNotes,
  SourceConsole,
];

@Module({})
export class DataProviderAdapterModule {
  static forSettings(
    settings: DataProviderAdapterSettings,
    openSource: OpenRecordSource = openRecordSource,
  ): DynamicModule {
    // What is held is known once the source is open, before anything is described to the registry.
    const network: NetworkOptions & { dataTypes: readonly string[] } = {
      role: 'data-provider-adapter',
      listedRoles: ['data-provider'],
      keyUses: ['message', 'statement'],
      secrets: ['one-time-code', 'account-name'],
      dataTypes: [],
    };
    const source: Provider = {
      provide: RecordSource,
      inject: [Clock],
      useFactory: async (clock: Clock) => {
        const opened = await openSource(settings, () => clock.now());
        network.dataTypes = opened.dataTypes;
        return opened;
      },
    };
    return {
      module: DataProviderAdapterModule,
      imports: [NetworkModule.forRole(network), MessengerModule.forSettings(settings)],
      providers: [source, ...stores, ...accountLinks, ...consentArtefacts, ...dataSessions, ...operatorConsole],
      controllers: [AccountLinksController, DataSessionsController, RecordSourcesController, ServedSessionsController],
    };
  }
}
