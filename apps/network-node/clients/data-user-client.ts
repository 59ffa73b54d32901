import { randomUUID } from 'node:crypto';
import type { ConsentState, ConsentTerms, DataRange, DataTypeTerm, RequestState, SessionState } from '#domain';
import { JsonClient } from './json-client.ts';
import { listPages, mostListed } from './list-pages.ts';

export interface ConsentAsk {
  readonly consentManager: string;
  readonly principal: string;
  readonly terms: ConsentTerms;
  readonly notice: { readonly language: string; readonly text: string };
  readonly mayBeNarrowed: boolean;
}

export interface AskedConsent {
  readonly id: string;
  readonly handle?: string;
  readonly state: RequestState;
  readonly expiresAt?: string;
  readonly consentId?: string;
  readonly reason?: string;
}

export interface HeldConsent {
  readonly id: string;
  /** Of the request it came of. */
  readonly handle: string;
  readonly state: ConsentState;
  readonly terms: ConsentTerms;
  /** The signed artefact as it came. */
  readonly artefact: string;
  /** From here on only where one consent is asked for. */
  readonly records?: number;
  readonly eraseBy?: string;
}

export interface RefusalView {
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  /** What can be done about it. */
  readonly next?: string;
  /** Who said no: the gateway itself, the consent manager or a data provider. */
  readonly by?: string;
}

export interface HandOverView {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: 'read' | 'file' | 'push';
  readonly target?: string;
  readonly state: string;
  readonly problem?: string;
}

export type OverdueReason = 'data-life-ended' | 'consent-revoked' | 'files-not-deleted';

export interface OverdueErasure {
  readonly sessionId: string;
  readonly consentId: string;
  readonly reason: OverdueReason;
  readonly eraseBy: string;
}

export interface FetchedSession {
  readonly sessionId: string;
  /** The session whose rest this one fetches. */
  readonly retryOf?: string;
  readonly dataProvider: string;
  readonly state: SessionState;
  readonly records?: number;
  readonly refusal?: RefusalView;
  readonly handOvers?: readonly HandOverView[];
}

export interface DataRequestView {
  readonly id: string;
  readonly consentId: string;
  readonly state: string;
  readonly sessions: readonly FetchedSession[];
  readonly refusal?: RefusalView;
}

export interface FetchAsk {
  readonly consentId: string;
  readonly dataTypes?: readonly DataTypeTerm[];
  readonly dataRange?: DataRange;
  readonly fetch?: 'now' | 'later';
  readonly ownCheck?: boolean;
}

export interface ReceivedRecord {
  readonly account: string;
  readonly dataType: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What a data user's own systems do at its gateway. */
export class DataUserClient {
  private readonly api: JsonClient;

  constructor(url: string, apiKeyFile: string) {
    this.api = JsonClient.withApiKey(url, apiKeyFile);
  }

  ask = (ask: ConsentAsk, key: string = randomUUID()) =>
    this.api.post<AskedConsent>('/consent-requests', ask, { 'idempotency-key': key });
  asked = (id: string, waitSeconds = 0) =>
    this.api.get<AskedConsent>(`/consent-requests/${id}?waitSeconds=${waitSeconds}`);
  /** Newest first. */
  consents = async (most = mostListed) => {
    const { items, more } = await listPages<HeldConsent>(most, async (limit, after) => {
      const query = `limit=${limit}${after === undefined ? '' : `&after=${after}`}`;
      const { consents } = await this.api.get<{ consents: HeldConsent[] }>(`/consents?${query}`);
      return { items: consents, next: consents.length === limit ? (consents.at(-1)?.id ?? null) : null };
    });
    return { consents: items, more };
  };
  consent = (id: string) => this.api.get<HeldConsent>(`/consents/${id}`);

  /** @param how waitSeconds: answered when all is settled, or after so long */
  fetch = (ask: FetchAsk, { key = randomUUID() as string, waitSeconds = 0 } = {}) =>
    this.api.post<DataRequestView>(`/data-requests?waitSeconds=${waitSeconds}`, ask, { 'idempotency-key': key });
  /** Only what failed of a data request, under the same use. */
  retryFetch = (id: string, waitSeconds = 0) =>
    this.api.post<DataRequestView>(`/data-requests/${id}/retry?waitSeconds=${waitSeconds}`);
  fetchHeld = (id: string, ownCheck = true, waitSeconds = 0) =>
    this.api.post<DataRequestView>(`/data-requests/${id}/fetch?waitSeconds=${waitSeconds}`, { ownCheck });
  fetched = (id: string, waitSeconds = 0) =>
    this.api.get<DataRequestView>(`/data-requests/${id}?waitSeconds=${waitSeconds}`);

  async *records(consentId: string): AsyncGenerator<ReceivedRecord> {
    for await (const line of this.api.lines(`/consents/${consentId}/records`)) yield JSON.parse(line) as ReceivedRecord;
  }

  handOvers = (state?: string) =>
    this.api.get<{ handOvers: HandOverView[] }>(`/hand-overs${state === undefined ? '' : `?state=${state}`}`);
  overdueErasures = () => this.api.get<{ overdue: OverdueErasure[] }>('/erasures/overdue');
  retryHandOver = (id: string) => this.api.post<HandOverView>(`/hand-overs/${id}/retry`);

  erase = (consentId: string) => this.api.post<{ receipt: string }>(`/consents/${consentId}/erase`);

  close = () => this.api.close();
}
