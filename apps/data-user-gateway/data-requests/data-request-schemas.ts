import { z } from 'zod';
import { dataRange, dataTypeTerms, instant, uuid } from '#protocol';
import { sessionView } from '../data-sessions/session-view.ts';
import { refusalView } from '../refusals/refusal-view.ts';
import { fetchTimes } from './asked-data.ts';

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
