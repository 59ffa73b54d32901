import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type ConsentSummary =
  operations['MyConsents.list']['responses'][200]['content']['application/json']['consents'][number];
export type ConsentDetail = operations['MyConsents.detail']['responses'][200]['content']['application/json'];
export type Fetch = ConsentDetail['fetches'][number];

const most = 200;

export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: () => answer(api.GET('/me/consents', { params: { query: { limit: most } } })),
});

export const consentQuery = (id: string) =>
  queryOptions({
    queryKey: ['consents', id],
    queryFn: () => answer(api.GET('/me/consents/{id}', { params: { path: { id } } })),
  });

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['consents', id, 'story'],
    queryFn: () => answer(api.GET('/me/consents/{id}/story', { params: { path: { id } } })),
  });
