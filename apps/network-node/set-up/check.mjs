import { existsSync } from 'node:fs';
import { runQuietly, toolEnvironment } from './child.mjs';
import { findDeadLinks } from './dead-links.mjs';
import { dim, green, red, say, secondsSince } from './progress.mjs';
import { inProject } from './project.mjs';

const tool = (path) => inProject('node_modules', path);
const biome = tool('@biomejs/biome/bin/biome');
const cruiser = tool('dependency-cruiser/bin/dependency-cruiser.mjs');
const folderRings = inProject('apps/network-node/set-up/folder-rings.cjs');
const sources = ['apps', 'libs', 'test', 'bench'].filter((folder) => existsSync(inProject(folder)));

// Ours by name: whatever else lies in the folder, such as the saved output of a command, is not judged.
const settings = [
  '.dependency-cruiser.cjs',
  'biome.json',
  'nest-cli.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const judged = [
  ...sources,
  ...['consent-artefacts', 'docs'].filter((folder) => existsSync(inProject(folder))),
  ...settings,
];

/** What must hold before a change is let in. Each step runs whatever became of the one before. */
const steps = [
  { name: 'format', args: [biome, 'format', ...judged] },
  { name: 'lint', args: [biome, 'lint', '--error-on-warnings', ...judged] },
  { name: 'dependency rule', args: [cruiser, ...sources] },
  { name: 'folder rings', args: [cruiser, '--config', folderRings, ...sources] },
  { name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', inProject('tsconfig.json')] },
  {
    name: 'types of pages',
    args: [tool('typescript/bin/tsc'), '--noEmit', '-p', inProject('apps/web-portal/tsconfig.json')],
  },
  { name: 'generated files', args: [inProject('dist/apps/network-node/main.js'), 'generate', '--check'] },
  { name: 'links', check: findDeadLinks },
];

/** `--json` writes `{ ok, steps: [{ name, ok, seconds }] }` to stdout. */
export async function runChecks(node, args) {
  const isJson = args.includes('--json');
  const results = [];
  for (const step of steps) {
    const start = performance.now();
    const problems = step.check ? await step.check() : await runTool(node, step.args);
    const result = { name: step.name, ok: problems === '', seconds: secondsSince(start) };
    results.push(result);
    const line = `${result.ok ? green('✔') : red('✘')} ${step.name} ${dim(`${result.seconds} s`)}`;
    if (isJson) say(line);
    else console.log(line);
    if (!result.ok) say(problems.trimEnd());
  }
  const ok = results.every((result) => result.ok);
  if (isJson) console.log(JSON.stringify({ ok, steps: results }));
  return ok ? 0 : 1;
}

/** Resolves what a tool complains of: '' when it is content. */
async function runTool(node, args) {
  const { exitCode, output } = await runQuietly(node, args, { env: toolEnvironment({ NO_COLOR: '1' }) });
  return exitCode === 0 ? '' : output || `ended with exit code ${exitCode}`;
}
