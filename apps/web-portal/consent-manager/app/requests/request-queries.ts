import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type RequestDetail = operations['MyConsentRequests.detail']['responses'][200]['content']['application/json'];
export type RequestSummary =
  operations['MyConsentRequests.list']['responses'][200]['content']['application/json']['requests'][number];

const most = 200;

export const requestsQuery = queryOptions({
  queryKey: ['consent-requests'],
  queryFn: () => answer(api.GET('/me/consent-requests', { params: { query: { limit: most } } })),
});

export const requestQuery = (handle: string) =>
  queryOptions({
    queryKey: ['consent-requests', handle],
    queryFn: () => answer(api.GET('/me/consent-requests/{handle}', { params: { path: { handle } } })),
  });
