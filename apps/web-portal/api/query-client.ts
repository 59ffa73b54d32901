import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

const mostRetries = 2;

/**
 * What was refused is refused again: only what broke or did not arrive is asked for once more. Without a network calls
 * fail and are told of (`always`): an act that waits in silence would be done when its reader thinks of it no more.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < mostRetries && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
