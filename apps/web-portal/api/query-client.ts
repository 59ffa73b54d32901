import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

const mostRetries = 2;

/** What was refused is refused again: only what broke or did not arrive is asked for once more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < mostRetries && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
      mutations: { retry: false },
    },
  });
}
