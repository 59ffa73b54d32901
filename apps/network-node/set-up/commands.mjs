import { runInForeground } from './child.mjs';
import { say } from './progress.mjs';
import { inProject } from './project.mjs';
import { setUp } from './set-up.mjs';

const main = inProject('dist/apps/network-node/main.js');
const bench = inProject('dist/bench/main.js');
const browser = inProject('dist/test/browser/main.js');
const faults = inProject('dist/test/faults/main.js');

/** As in libs/platform/role/role-flags.ts: `start` runs roles in this process. */
const roleFlags = ['--initial-old-space-size=256', '--no-flush-bytecode', '--retain-maps-for-n-gc=1000'];

/** Each command gets the path of a current Node and its arguments, and resolves an exit code. */
const commands = {
  demo: (node, args) => runInForeground(node, [main, 'demo', ...args]),
  journey: (node, args) => runInForeground(node, [main, 'journey', ...args]),
  bench: (node, args) => runInForeground(node, [bench, ...args]),
  faults: (node, args) => runInForeground(node, [faults, ...args]),
  browser: (node, args) => runInForeground(node, [browser, ...args]),
  pictures: (node, args) => runInForeground(node, [browser, '--pictures', ...args]),
  generate: (node, args) => runInForeground(node, [main, 'generate', ...args]),
  assent: (node, args) => runInForeground(node, [...roleFlags, main, ...args]),
  build: async (_node, args) => {
    if (args.includes('--json')) console.log(JSON.stringify({ ok: true }));
    else say('Assent is installed and built.');
    return 0;
  },
  test: async (node, args) => (await import('./test.mjs')).runTests(node, args),
  hostile: async (node, args) => (await import('./hostile.mjs')).runHostile(node, args),
  check: async (node, args) => (await import('./check.mjs')).runChecks(node, args),
};

export async function runCommand(name, args) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    say(`Usage: node apps/network-node/set-up/run.mjs <${Object.keys(commands).join(' | ')}> [arguments]`);
    return 2;
  }
  return command(await setUp(), args);
}
