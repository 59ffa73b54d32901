import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts processes takes minutes: begun last, one worker would still be at it while the others have nothing to do. */
const longest = ['/test/faults/', '/test/browser/', '/test/journeys/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((folder) => moduleId.includes(folder));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{apps,libs,test}/**/*.spec.ts'],
    globalSetup: ['libs/testing/database/global-setup.ts'],
    setupFiles: ['libs/testing/quiet-log.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    isolate: false,
    // Journeys wait as well as work: three at once even where there are two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
