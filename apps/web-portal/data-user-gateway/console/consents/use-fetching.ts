import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';
import type { Consent } from './ask-consents.ts';

export interface Wanted {
  readonly consent: Consent;
  /** The same with every try, so that one use is spent. */
  readonly key: string;
}

/** Asks for all that was consented; what was counted before is counted anew. */
export function useFetching(onSettled: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ consent: { id }, key }: Wanted) =>
      answer(
        api.POST('/operator/consents/{id}/fetch', { params: { path: { id } }, headers: { 'idempotency-key': key } }),
      ),
    onSettled: () => {
      onSettled();
      return Promise.all([['consents'], ['data-sessions']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
export type Fetching = ReturnType<typeof useFetching>;
