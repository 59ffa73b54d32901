import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type AccountLink =
  operations['AccountLinks.list']['responses'][200]['content']['application/json']['links'][number];

export const accountsQuery = queryOptions({
  queryKey: ['account-links'],
  queryFn: () => answer(api.GET('/me/account-links')),
});

export const providersQuery = queryOptions({
  queryKey: ['data-providers'],
  queryFn: () => answer(api.GET('/me/data-providers')),
  staleTime: 600_000,
});

/** An institution as people call it; its id where it is not listed any more. */
export function useProviderName(): (id: string) => string {
  const { data } = useQuery(providersQuery);
  return (id) => data?.dataProviders.find((provider) => provider.id === id)?.name ?? id;
}
