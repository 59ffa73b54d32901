import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runInForeground, toolEnvironment } from './child.mjs';
import { say, secondsSince } from './progress.mjs';
import { inProject, PlainError } from './project.mjs';

const harms = ['serverErrors', 'accepted', 'hangs'];
const names = ['bit-flips', 'endpoints', 'hpke', 'json', 'jws', 'parsers', 'states'];
const LONGEST_MS = 540_000;

/**
 * Tries hostile inputs, by the seed that is printed, until there are so many. `--json` writes
 * `{ ok, seed, seconds, findings, tried, byClass, serverErrors, accepted, hangs }`.
 */
export async function runHostile(node, args) {
  const start = performance.now();
  const { seed, tries, isJson } = readOptions(args);
  say(`Hostile inputs, seed ${seed}: npm run hostile -- --seed ${seed} tries the same again`);
  const reports = inProject('.assent', 'hostile', `${process.pid}`);
  const env = { HOSTILE_SEED: `${seed}`, HOSTILE_TRIES: `${tries}`, HOSTILE_REPORTS: reports };
  const exitCode = await runInForeground(
    node,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      ...['run', 'test/hostile/inputs.spec.ts', 'test/hostile/flips.spec.ts', 'test/hostile/endpoints.spec.ts'],
    ],
    { env: toolEnvironment(env), stdio: ['ignore', 2, 'inherit'], timeout: LONGEST_MS },
  );
  const classes = readReports(reports);
  rmSync(reports, { recursive: true, force: true });
  const sum = (name) => classes.reduce((total, each) => total + each[name], 0);
  const result = {
    ok: exitCode === 0 && harms.every((name) => sum(name) === 0),
    seed,
    seconds: secondsSince(start),
    findings: classes.flatMap((each) => each.findings),
    tried: sum('tried'),
    byClass: Object.fromEntries(classes.map((each) => [each.name, each.tried])),
    ...Object.fromEntries(harms.map((name) => [name, sum(name)])),
  };
  console.log(isJson ? JSON.stringify(result) : inWords(result));
  return result.ok ? 0 : exitCode || 1;
}

function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string' },
        tries: { type: 'string', default: '300000' },
      },
    });
    const seed = values.seed ?? `${Math.floor(Math.random() * 2_000_000_000)}`;
    for (const text of [seed, values.tries])
      if (!/^[1-9]\d{0,9}$/.test(text)) throw new Error(`${text}: a whole number`);
    return { seed: Number(seed), tries: Number(values.tries), isJson: values.json };
  } catch (fault) {
    throw new PlainError(`${fault.message}\nUsage: npm run hostile -- [--json] [--seed N] [--tries N]`);
  }
}

/** One file of each class that came to its end; one that did not hangs. */
function readReports(folder) {
  return names.map((name) => {
    try {
      return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
    } catch {
      const findings = [`${name}: hangs: it did not come to its end`];
      return { name, tried: 0, serverErrors: 0, accepted: 0, hangs: 1, findings };
    }
  });
}

function inWords({ tried, byClass, findings, ...result }) {
  const classes = Object.entries(byClass).map(([name, count]) => `  ${name} ${count}`);
  const counts = harms.map((name) => `${name} ${result[name]}`).join(', ');
  return [`${tried} tried in ${result.seconds} s: ${counts}`, ...classes, ...findings].join('\n');
}
