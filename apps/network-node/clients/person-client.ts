import type { ConsentState, ConsentTerms, Narrowing, RejectionReason, RequestState, SessionState } from '#domain';
import { JsonClient } from './json-client.ts';
import { listPages, mostListed } from './list-pages.ts';

export interface Contact {
  readonly kind: 'email' | 'tel';
  readonly value: string;
}

export interface PersonSession {
  readonly token: string;
  readonly principal: string;
  readonly expiresAt: string;
}

export interface LinkedAccountView {
  readonly id: string;
  readonly dataProvider: string;
  readonly label: string;
  readonly dataTypes: readonly string[];
}

export interface ConsentRequestView {
  readonly handle: string;
  readonly state: RequestState;
  readonly dataUser: ParticipantView;
  readonly purpose: PurposeView;
  readonly terms: ConsentTerms;
  readonly mayBeNarrowed: boolean;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly consentId: string | null;
  /** From here on only where one request is asked for. */
  readonly notice?: { readonly language: string; readonly text: string };
  /** Linked accounts that could answer. */
  readonly accounts?: readonly LinkedAccountView[];
  readonly reason?: string | null;
}

interface PurposeView {
  readonly code: string;
  readonly title: string;
  readonly text: string;
}

interface ParticipantView {
  readonly id: string;
  readonly name: string;
}

export interface FetchUnderConsent {
  readonly sessionId: string;
  readonly requestedAt: string;
  readonly from: ParticipantView;
  readonly state: SessionState;
  readonly recordsSent: number | null;
  readonly recordsReceived: number | null;
  readonly eraseBy: string | null;
  readonly erasedAt: string | null;
}

export interface ConsentView {
  readonly id: string;
  readonly handle: string;
  readonly state: ConsentState;
  readonly version: number;
  readonly resumeAt: string | null;
  readonly dataUser: ParticipantView;
  readonly purpose: PurposeView;
  readonly terms: ConsentTerms;
  readonly approvedAt: string;
  readonly expiresAt: string;
  readonly overdueErasures: number;
  /** From here on only where one consent is asked for. */
  readonly narrowedFrom?: readonly { readonly term: string }[];
  readonly counterparts?: readonly {
    readonly participant: ParticipantView;
    readonly state: ConsentState;
    readonly told: boolean;
  }[];
  readonly fetches?: readonly FetchUnderConsent[];
  readonly erasures?: readonly { readonly reason: string; readonly erasedAt: string; readonly receipt: string }[];
}

export interface TimelineEntry {
  readonly at: string;
  readonly text: string;
  readonly kind: string;
}

/** What a person does at her consent manager. */
export class PersonClient {
  private readonly api: JsonClient;

  constructor(
    url: string,
    private session?: PersonSession,
  ) {
    this.api = new JsonClient(url, () => this.session?.token);
  }

  /** Of the session; empty where nobody is signed in. */
  get token(): string {
    return this.session?.token ?? '';
  }

  /** @param askCode gets the code that was sent to the contact */
  async signIn(contact: Contact, askCode: () => Promise<string>, name?: string): Promise<PersonSession> {
    const { signInId } = await this.api.post<{ signInId: string }>('/sign-in/codes', { contact });
    const code = await askCode();
    const body = { signInId, code, ...(name === undefined ? {} : { principal: name }) };
    this.session = await this.api.post<PersonSession>('/sign-in/sessions', body);
    return this.session;
  }

  async linkAccounts(dataProvider: string, askCode: () => Promise<string>): Promise<LinkedAccountView[]> {
    const { linkRequestId } = await this.startLinking(dataProvider);
    return (await this.confirmLinking(linkRequestId, await askCode())).links;
  }

  /** The data provider sends a code to the contact it has on record. */
  startLinking = (dataProvider: string) =>
    this.api.post<{ linkRequestId: string }>('/me/account-links/discover', { dataProvider });
  confirmLinking = (linkRequestId: string, code: string) =>
    this.api.post<{ links: LinkedAccountView[] }>('/me/account-links/confirm', { linkRequestId, code });

  me = () => this.api.get<{ principal: string }>('/me');
  dataProviders = () => this.api.get<{ dataProviders: { id: string; name: string }[] }>('/me/data-providers');
  accounts = () => this.api.get<{ links: LinkedAccountView[] }>('/me/account-links');
  unlink = (id: string) => this.api.delete(`/me/account-links/${id}`);

  requests = async (state?: RequestState, most = mostListed) => {
    const path = `/me/consent-requests?${state === undefined ? '' : `state=${state}&`}`;
    const { items, more } = await this.list<'requests', ConsentRequestView>(path, 'requests', most);
    return { requests: items, more };
  };
  request = (handle: string) => this.api.get<ConsentRequestView>(`/me/consent-requests/${handle}`);
  approve = (handle: string, decision: { accounts?: string[]; narrowing?: Narrowing } = {}) =>
    this.api.post<ConsentView>(`/me/consent-requests/${handle}/approve`, decision);
  reject = (handle: string, reason?: RejectionReason) =>
    this.api.post<ConsentRequestView>(`/me/consent-requests/${handle}/reject`, reason === undefined ? {} : { reason });

  consents = async (most = mostListed) => {
    const { items, more } = await this.list<'consents', ConsentView>('/me/consents?', 'consents', most);
    return { consents: items, more };
  };
  consent = (id: string) => this.api.get<ConsentView>(`/me/consents/${id}`);
  pause = (id: string, until?: string) =>
    this.api.post<ConsentView>(`/me/consents/${id}/pause`, until === undefined ? {} : { until });
  resume = (id: string) => this.api.post<ConsentView>(`/me/consents/${id}/resume`);
  revoke = (id: string, reason?: string) =>
    this.api.post<ConsentView>(`/me/consents/${id}/revoke`, reason === undefined ? {} : { reason });
  /** As it is served, for it is signed; `.html`: the page for people. */
  consentReceipt = (id: string, ending: '' | '.html' = '') => this.api.getText(`/me/consents/${id}/receipt${ending}`);
  releaseReceipt = (sessionId: string, ending: '' | '.html' = '') =>
    this.api.getText(`/me/data-sessions/${sessionId}/receipt${ending}`);
  timeline = async (most = 50) => {
    const { items, more } = await this.list<'entries', TimelineEntry>('/me/timeline?', 'entries', most);
    return { entries: items, more };
  };

  close = () => this.api.close();

  /** Newest first, page by page. */
  private list<K extends string, T>(path: string, name: K, most: number) {
    return listPages<T>(most, async (limit, before) => {
      const query = `limit=${limit}${before === undefined ? '' : `&before=${before}`}`;
      const page = await this.api.get<Record<K, T[]> & { next: string | null }>(`${path}${query}`);
      return { items: page[name], next: page.next };
    });
  }
}
