import createClient from 'openapi-fetch';

/** Whose pages there are, by the part they play. */
export const places = ['person', 'manager', 'bank', 'hospital', 'lender', 'clinic', 'network'] as const;
export type Place = (typeof places)[number];
export type Addresses = Readonly<Record<Place, string>>;

/** What has come of the tour so far: `tour-status.ts` of the demo. */
export interface TourStatus {
  readonly request: 'PENDING' | 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'FAILED' | null;
  readonly narrowed: boolean;
  readonly fetch: { readonly state: string; readonly records: number } | null;
  readonly consent: string | null;
  readonly refused: boolean;
}

interface Act<Body> {
  readonly post: {
    readonly requestBody: { readonly content: { readonly 'application/json': Body } };
    readonly responses: { 200: { content: { 'application/json': { readonly code: string } } } };
  };
}

/** The demo serves no API document: it is this page's own. */
interface TourPaths {
  '/addresses': { get: { responses: { 200: { content: { 'application/json': Addresses } } } } };
  '/status': {
    get: {
      parameters: { query: { readonly since: string } };
      responses: { 200: { content: { 'application/json': TourStatus } } };
    };
  };
  '/acts/ask': Act<Record<string, never>>;
  '/acts/fetch': Act<{ readonly since: string }>;
}

export const api = createClient<TourPaths>({ baseUrl: location.origin });
