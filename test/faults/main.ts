// npm run faults -- [--json] [--seed N] [--rounds N] [--kind K] [--plant NAME]
import { join, resolve } from 'node:path';
import { packageRoot } from '#platform';
import { removeLeftovers, temporaryFolder } from '../../apps/network-node/network/temporary-folder.ts';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { unlessStopped, untilAskedToStop } from '../../apps/network-node/terminal/until-asked-to-stop.ts';
import { readOptions } from './read-options.ts';
import { runRounds } from './run-rounds.ts';
import { unmountLeftovers } from './small-disk.ts';
import { sayResult, sayRound } from './words.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const stopped = untilAskedToStop();
const cleanUp = new CleanUp();
try {
  const { json, ...asked } = readOptions(process.argv.slice(2));
  const home = resolve(process.env['ASSENT_HOME'] ?? join(packageRoot(), '.assent'));
  await unmountLeftovers(home, 'faults');
  await removeLeftovers(home, 'faults');
  const folder = temporaryFolder(home, 'faults');
  const begun = performance.now();
  say(`${asked.rounds} rounds from seed ${asked.seed} on`);
  const tell = (...round: Parameters<typeof sayRound>) => say(sayRound(...round).join('\n'));
  const run = await unlessStopped(stopped, runRounds({ ...asked, folder, tell }, cleanUp));
  const ok = run.violations.length === 0;
  const result = { ok, seconds: Math.round((performance.now() - begun) / 1000), ...run };
  if (json) console.log(JSON.stringify(result));
  else console.log(sayResult(result).join('\n'));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? `${error.stack}` : String(error));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ok: false, error: error instanceof Error ? error.message : 'unknown' }));
  }
  process.exitCode = 1;
} finally {
  await cleanUp.run();
}
process.stdout.write('', () => process.exit());
