import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{apps,libs,test}/**/*.spec.ts'],
    globalSetup: ['libs/testing/database/global-setup.ts'],
    setupFiles: ['libs/testing/quiet-log.ts'],
    pool: 'forks',
    isolate: false,
    // Journeys wait more than they work: two at once even where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
