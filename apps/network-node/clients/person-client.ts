import type { ConsentState, ConsentTerms, Narrowing, RequestState } from '#domain';
import { JsonClient } from './json-client.ts';

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
  readonly dataUser: { readonly id: string; readonly name: string };
  readonly purpose: { readonly code: string; readonly title: string };
  readonly terms: ConsentTerms;
  readonly mayBeNarrowed: boolean;
  readonly expiresAt: string;
}

export interface ConsentView {
  readonly id: string;
  readonly handle: string;
  readonly state: ConsentState;
  readonly version: number;
  readonly dataUser: { readonly id: string; readonly name: string };
  readonly terms: ConsentTerms;
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

  /** @param askCode gets the code that was sent to the contact */
  async signIn(contact: Contact, askCode: () => Promise<string>, name?: string): Promise<PersonSession> {
    const { signInId } = await this.api.post<{ signInId: string }>('/sign-in/codes', { contact });
    const code = await askCode();
    const body = { signInId, code, ...(name === undefined ? {} : { principal: name }) };
    this.session = await this.api.post<PersonSession>('/sign-in/sessions', body);
    return this.session;
  }

  async linkAccounts(dataProvider: string, askCode: () => Promise<string>): Promise<LinkedAccountView[]> {
    const { linkRequestId } = await this.api.post<{ linkRequestId: string }>('/me/account-links/discover', {
      dataProvider,
    });
    const code = await askCode();
    const answer = await this.api.post<{ links: LinkedAccountView[] }>('/me/account-links/confirm', {
      linkRequestId,
      code,
    });
    return answer.links;
  }

  me = () => this.api.get<{ principal: string }>('/me');
  dataProviders = () => this.api.get<{ dataProviders: { id: string; name: string }[] }>('/me/data-providers');
  accounts = () => this.api.get<{ links: LinkedAccountView[] }>('/me/account-links');
  unlink = (id: string) => this.api.delete(`/me/account-links/${id}`);

  requests = (state?: RequestState) =>
    this.api.get<{ requests: ConsentRequestView[] }>(
      `/me/consent-requests${state === undefined ? '' : `?state=${state}`}`,
    );
  request = (handle: string) => this.api.get<ConsentRequestView>(`/me/consent-requests/${handle}`);
  approve = (handle: string, decision: { accounts?: string[]; narrowing?: Narrowing } = {}) =>
    this.api.post<ConsentView>(`/me/consent-requests/${handle}/approve`, decision);
  reject = (handle: string, reason?: string) =>
    this.api.post<ConsentRequestView>(`/me/consent-requests/${handle}/reject`, reason === undefined ? {} : { reason });

  consents = () => this.api.get<{ consents: ConsentView[] }>('/me/consents');
  consent = (id: string) => this.api.get<ConsentView>(`/me/consents/${id}`);
  pause = (id: string, until?: string) =>
    this.api.post<ConsentView>(`/me/consents/${id}/pause`, until === undefined ? {} : { until });
  resume = (id: string) => this.api.post<ConsentView>(`/me/consents/${id}/resume`);
  revoke = (id: string, reason?: string) =>
    this.api.post<ConsentView>(`/me/consents/${id}/revoke`, reason === undefined ? {} : { reason });
  timeline = (limit = 50) => this.api.get<{ entries: TimelineEntry[]; next?: string }>(`/me/timeline?limit=${limit}`);

  close = () => this.api.close();
}
