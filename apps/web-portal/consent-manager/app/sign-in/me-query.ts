import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';

/** Who is signed in: refused where nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(api.GET('/me')),
  staleTime: 60_000,
});
