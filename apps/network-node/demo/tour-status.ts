import type { Instant, RequestState, SessionState } from '#domain';
import type { PersonClient } from '../clients/person-client.ts';

/** What has come of the lender's newest request since a tour began: states and numbers, never a record. */
export interface TourStatus {
  readonly request: RequestState | null;
  readonly narrowed: boolean;
  /** What the bank has handed over under it. */
  readonly fetch: { readonly state: SessionState; readonly records: number } | null;
  readonly consent: string | null;
  /** Whether the lender asked for data after she had taken her yes back, and was refused. */
  readonly refused: boolean;
}

const nothing: TourStatus = { request: null, narrowed: false, fetch: null, consent: null, refused: false };

/** As the person's consent manager says it. */
export async function readTourStatus(person: PersonClient, lender: string, since: Instant): Promise<TourStatus> {
  const { requests } = await person.requests(undefined, 20);
  const request = requests.find(({ dataUser, askedAt }) => dataUser.id === lender && askedAt >= since);
  if (request === undefined) return nothing;
  if (request.consentId === null) return { ...nothing, request: request.state };
  const { state, narrowedFrom = [], fetches = [] } = await person.consent(request.consentId);
  const fetched = fetches.find(({ recordsSent }) => recordsSent !== null);
  const { entries } = await person.timeline(20);
  return {
    request: request.state,
    narrowed: narrowedFrom.length > 0,
    fetch: fetched === undefined ? null : { state: fetched.state, records: fetched.recordsSent ?? 0 },
    consent: state,
    refused: state === 'REVOKED' && entries.some(({ kind, at }) => kind === 'data-request.refused' && at >= since),
  };
}
