import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

type TimelinePage = operations['Timeline.page'];
export type TimelineEntry = TimelinePage['responses'][200]['content']['application/json']['entries'][number];
export type TimelineGroup = NonNullable<NonNullable<TimelinePage['parameters']['query']>['kind']>;
export type DataHolders = operations['DataHolders.of']['responses'][200]['content']['application/json'];

export interface TimelineFilter {
  readonly kind?: TimelineGroup;
  readonly participant?: string;
}

const entriesAtOnce = 50;

export const timelineQuery = (filter: TimelineFilter) =>
  infiniteQueryOptions({
    queryKey: ['timeline', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const page = pageParam === undefined ? {} : { before: pageParam };
      return answer(api.GET('/me/timeline', { params: { query: { ...filter, ...page, limit: entriesAtOnce } } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const dataHoldersQuery = queryOptions({
  queryKey: ['data-holders'],
  queryFn: () => answer(api.GET('/me/data-holders')),
});
