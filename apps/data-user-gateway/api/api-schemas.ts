import { z } from 'zod';
import { consentStates, erasureReasons, requestStates, sessionStates } from '#domain';
import {
  code,
  consentTerms,
  dataRange,
  dataTypeTerms,
  digest,
  instant,
  notice,
  participantId,
  principalId,
  text,
  uuid,
} from '#protocol';
import { fetchTimes } from '../data-requests/asked-data.ts';

/** Beside a template only the parts it does not fix need to be said. */
const termsDraft = z.strictObject({
  ...consentTerms.partial().shape,
  purpose: z.strictObject({ code: code.optional(), text: text(500), refUri: z.url().max(500).optional() }),
});

export const consentAskBody = z
  .strictObject({
    consentManager: participantId,
    principal: principalId,
    terms: termsDraft,
    notice,
    mayBeNarrowed: z.boolean().default(true),
  })
  .meta({ id: 'ConsentAsk' });

export const askedConsentView = z
  .strictObject({
    id: uuid,
    consentManager: participantId,
    principal: principalId,
    terms: consentTerms,
    mayBeNarrowed: z.boolean(),
    state: z.enum(requestStates),
    reason: z.string().optional(),
    handle: uuid.optional(),
    approvalUrl: z.string().optional(),
    expiresAt: instant.optional(),
    consentId: uuid.optional(),
    createdAt: instant,
  })
  .meta({ id: 'AskedConsent' });

export const askedConsentsView = z.strictObject({ consentRequests: z.array(askedConsentView) });

const refusalView = z
  .strictObject({
    by: z.enum(['data-user', 'consent-manager', 'data-provider']),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    next: z.string(),
  })
  .meta({ id: 'Refusal' });

export const sessionView = z
  .strictObject({
    sessionId: uuid,
    dataProvider: participantId,
    state: z.enum(sessionStates),
    partsReceived: z.int(),
    records: z.int(),
    /** Per account, as the manifest has it. */
    accounts: z.array(z.looseObject({ account: uuid, outcome: z.string() })).optional(),
    manifestDigest: digest.optional(),
    receivedAt: instant.optional(),
    eraseBy: instant.optional(),
    erasedAt: instant.optional(),
    refusal: refusalView.optional(),
  })
  .meta({ id: 'FetchedSession' });

export const dataAskBody = z
  .strictObject({
    consentId: uuid,
    dataTypes: dataTypeTerms.optional(),
    dataRange: dataRange.optional(),
    fetch: z.enum(fetchTimes).default('now'),
    ownCheck: z.boolean().default(true),
  })
  .meta({ id: 'DataAsk' });

export const fetchBody = z.strictObject({ ownCheck: z.boolean().default(true) }).meta({ id: 'FetchNow' });

export const dataRequestStates = [
  'PENDING',
  'REFUSED',
  'AUTHORISED',
  'FETCHING',
  'COMPLETED',
  'PARTIAL',
  'FAILED',
  'EXPIRED',
] as const;

export const dataRequestView = z
  .strictObject({
    id: uuid,
    consentId: uuid,
    state: z
      .enum(dataRequestStates)
      .describe('PENDING: the manager has not answered; AUTHORISED: left for later; then as its sessions together.'),
    dataTypes: dataTypeTerms,
    dataRange,
    requestedAt: instant.optional(),
    refusal: refusalView.optional(),
    sessions: z.array(sessionView),
    createdAt: instant,
  })
  .meta({ id: 'DataRequest' });

export const consentView = z
  .strictObject({
    id: uuid,
    consentManager: participantId,
    handle: uuid,
    state: z.enum(consentStates),
    version: z.int(),
    resumeAt: instant.optional(),
    terms: consentTerms,
    /** All claims of the artefact. */
    claims: z.looseObject({}),
    /** The signed artefact as it came. */
    artefact: z.string(),
    receivedAt: instant,
  })
  .meta({ id: 'Consent' });

export const consentDetailView = z
  .strictObject({
    ...consentView.shape,
    usesSoFar: z.int(),
    records: z.int(),
    /** When the last of what is kept must be gone; absent where nothing is kept. */
    eraseBy: instant.optional(),
    sessions: z.array(sessionView),
  })
  .meta({ id: 'ConsentDetail' });

export const consentsView = z.strictObject({ consents: z.array(consentView) });

export const recordsView = z
  .strictObject({
    records: z.array(
      z.strictObject({
        account: uuid,
        dataType: code,
        record: z.record(z.string(), z.unknown()),
        sessionId: uuid,
        receivedAt: instant,
      }),
    ),
    /** `after` of the next page; null on the last. */
    next: z.string().nullable(),
  })
  .meta({ id: 'RecordsPage' });

export const deletionReceiptView = z
  .strictObject({
    consentId: uuid,
    reason: z.enum(erasureReasons),
    erasedAt: instant,
    /** deletion-receipt+jwt */
    receipt: z.string(),
  })
  .meta({ id: 'DeletionReceipt' });
