import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { api } from '../api.ts';

export type LinkedService =
  operations['LinkedIdentities.list']['responses'][200]['content']['application/json']['identities'][number];
type Service = operations['OpenIdArrivals.ways']['responses'][200]['content']['application/json']['openid'][number];

export const waysQuery = queryOptions({
  queryKey: ['ways-to-sign-in'],
  queryFn: () => answer(api.GET('/sign-in/providers')),
  staleTime: 600_000,
});

export const linkedServicesQuery = queryOptions({
  queryKey: ['openid-identities'],
  queryFn: () => answer(api.GET('/me/openid-identities')),
});

/** What the person who came by another service has to confirm; refused where nobody came. */
export const arrivedQuery = queryOptions({
  queryKey: ['openid-confirmation'],
  queryFn: () => answer(api.GET('/sign-in/openid-confirmation')),
  retry: false,
});

/** A way that the browser itself goes: to the service and back. */
export const beginAt = ({ id }: Service): string => `/sign-in/openid/${id}/begin`;
