import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { orRefuse, RefusedError, refuse } from '#domain';
import { Database, PeerClient, SETTINGS, Verifier } from '#platform';
import { eventTypes, verifyEvent } from '#protocol';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { ArtefactIntake } from './artefact-intake.ts';
import type { ConsentKey } from './kept-consent.ts';

const issued = 'consent-artefact.issued';

/** Gets an artefact from its manager when a token was faster than the event. */
@Injectable()
export class ArtefactFetch {
  private readonly logger = new Logger(ArtefactFetch.name);
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly peers: PeerClient,
    private readonly verifier: Verifier,
    private readonly intake: ArtefactIntake,
    private readonly database: Database,
    @Inject(SETTINGS)
    private readonly settings: Pick<DataProviderAdapterSettings, 'ARTEFACT_FETCH_TIMEOUT_MILLISECONDS'>,
  ) {}

  /** Tries once, within bounded time; many that wait for one artefact share one call. Never throws. */
  async fetch(key: ConsentKey): Promise<void> {
    const name = `${key.manager} ${key.artefactId}`;
    const call = this.underWay.get(name) ?? this.start(name, key);
    await Promise.race([call, sleep(this.settings.ARTEFACT_FETCH_TIMEOUT_MILLISECONDS, undefined, { ref: false })]);
  }

  private start(name: string, key: ConsentKey): Promise<void> {
    const call = this.get(key)
      .catch((error: unknown) => {
        const code = error instanceof RefusedError ? error.refusal.code : 'fault';
        this.logger.warn(`artefact ${key.artefactId} could not be fetched: ${code}`);
      })
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, call);
    return call;
  }

  private async get({ manager, artefactId }: ConsentKey): Promise<void> {
    const raw = await this.peers.call<string>(manager, 'consent-manager', 'GET', `/consent-artefacts/${artefactId}`);
    const event = orRefuse(await verifyEvent(String(raw), ['consent-manager'], this.verifier.context()));
    const state = eventTypes[issued].state.safeParse(event.state);
    const asked = event.type === issued && event.issuer === manager && state.data?.artefactId === artefactId;
    if (!asked || !state.success) throw new RefusedError(refuse('event-not-yours', 'not what was asked for'));
    await this.database.transaction((tx) => this.intake.take(tx, { issuer: manager, type: issued, state: state.data }));
  }
}
