import { existsSync, rmSync } from 'node:fs';
import { runQuietly, toolEnvironment } from './child.mjs';
import { showStep } from './progress.mjs';
import { inProject, PlainError } from './project.mjs';
import { digestOf, listFiles, readStamp, writeStamp } from './stamp.mjs';

const stampFile = inProject('dist', '.assent-built.json');
const settings = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', '.swcrc'];

/** Everything dist/ is made from. Specs and browser pages are not in it. */
function digestSources() {
  const sources = listFiles(
    [inProject('apps'), inProject('libs'), inProject('bench'), inProject('test/faults')],
    (file) => /(?<!\.spec)\.ts$/.test(file) && !file.includes('/spec-support/'),
  );
  const steps = ['build.mjs', 'bundle.mjs'].map((name) => inProject('apps/network-node/set-up', name));
  return digestOf([...settings.map((name) => inProject(name)), ...steps, ...sources]);
}

export const isBuilt = () => existsSync(stampFile) && readStamp(stampFile)?.digest === digestSources();

/** Compiles the sources to dist/. A stale dist/ is removed first: a deleted source must not go on running. */
export async function build(node) {
  await showStep('Building', async () => {
    const digest = digestSources();
    rmSync(inProject('dist'), { recursive: true, force: true });
    const nest = await runQuietly(node, [inProject('node_modules/@nestjs/cli/bin/nest.js'), 'build', '--all'], {
      env: toolEnvironment(),
    });
    if (nest.exitCode !== 0) throw new PlainError(`The build failed:\n${nest.output.trim()}`);
    const bundle = await runQuietly(node, [inProject('apps/network-node/set-up/bundle.mjs')], {
      env: toolEnvironment(),
    });
    if (bundle.exitCode !== 0) throw new PlainError(`The build failed:\n${bundle.output.trim()}`);
    writeStamp(stampFile, { digest });
  });
}
