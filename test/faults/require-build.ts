import { join } from 'node:path';
import { packageRoot } from '#platform';

/** @throws saying what to do where the roles that would be started are not those in the sources */
export async function requireBuild(): Promise<void> {
  const file = join(packageRoot(), 'apps/network-node/set-up/build.mjs');
  const { isBuilt } = (await import(/* @vite-ignore */ file)) as { isBuilt(): boolean };
  if (isBuilt()) return;
  throw new Error('dist/ is not what the sources are now: run `npm run build` first, or `npm test`, which does so');
}
