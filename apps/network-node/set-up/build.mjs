import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly, toolEnvironment } from './child.mjs';
import { showStep } from './progress.mjs';
import { inProject, PlainError } from './project.mjs';
import { digestOf, listFiles, readStamp, writeStamp } from './stamp.mjs';

const stampFile = inProject('dist', '.assent-built.json');
const pages = inProject('dist', 'web-portal');
const pagesStampFile = inProject('dist', 'web-portal', '.assent-built.json');
const portal = inProject('apps', 'web-portal');
const settings = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', '.swcrc'];

/** Everything dist/ is made from. Specs and browser pages are not in it. */
function digestSources() {
  const sources = listFiles(
    [inProject('apps'), inProject('libs'), inProject('bench'), inProject('test/faults'), inProject('test/browser')],
    (file) => /(?<!\.spec)\.ts$/.test(file) && !file.includes('/spec-support/') && !file.startsWith(`${portal}/`),
  );
  const steps = ['build.mjs', 'bundle.mjs'].map((name) => inProject('apps/network-node/set-up', name));
  return digestOf([...settings.map((name) => inProject(name)), ...steps, ...sources]);
}

/** What the pages are made from: their own files, and the rules they share with the roles. */
function digestPages() {
  const sources = listFiles([portal, inProject('libs/domain')], (file) => !/\.spec\.tsx?$/.test(file));
  return digestOf([...settings.map((name) => inProject(name)), ...sources]);
}

const areRolesBuilt = () => readStamp(stampFile)?.digest === digestSources();
const arePagesBuilt = () => readStamp(pagesStampFile)?.digest === digestPages();

export const isBuilt = () => areRolesBuilt() && arePagesBuilt();

/** Builds what is missing or out of date. */
export async function build(node) {
  if (!areRolesBuilt()) await buildRoles(node);
  if (!arePagesBuilt()) await buildPages(node);
}

/** Compiles the sources to dist/. A stale dist/ is removed first: a deleted source must not go on running. */
async function buildRoles(node) {
  await showStep('Building', async () => {
    const digest = digestSources();
    removeAllBut(inProject('dist'), 'web-portal');
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

async function buildPages(node) {
  await showStep('Building pages', async () => {
    const digest = digestPages();
    rmSync(pages, { recursive: true, force: true });
    const vite = await runQuietly(node, [inProject('apps/web-portal/build-pages.mjs')], { env: toolEnvironment() });
    if (vite.exitCode !== 0) throw new PlainError(`The build of the pages failed:\n${vite.output.trim()}`);
    writeStamp(pagesStampFile, { digest });
  });
}

function removeAllBut(folder, kept) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== kept) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
