import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Problem } from '../../api/problem.ts';

export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.code === 'sign-in-required';

/** Where any answer says that the session has ended, who is signed in is asked again: the pages then lead to the door. */
export function useSessionEnded(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const again = (error: unknown) => {
      if (isSignedOut(error)) void queries.resetQueries({ queryKey: ['me'] });
    };
    const stops = [watchQueries(queries, again), watchMutations(queries, again)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [queries]);
}

function watchQueries(queries: QueryClient, told: (error: unknown) => void): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && event.query.queryKey[0] !== 'me') {
      told(event.action.error);
    }
  });
}

function watchMutations(queries: QueryClient, told: (error: unknown) => void): () => void {
  return queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') told(event.action.error);
  });
}
