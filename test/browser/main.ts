// npm run browser -- [--json] [--quick] [--only NAME]; npm run pictures
import { join, resolve } from 'node:path';
import { packageRoot } from '#platform';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { CommandFailure } from '../../apps/network-node/terminal/command-failure.ts';
import { unlessStopped, untilAskedToStop } from '../../apps/network-node/terminal/until-asked-to-stop.ts';
import { journeys } from './journeys.ts';
import { visitedSets } from './pages.ts';
import { readOptions } from './read-options.ts';
import { runBrowser, setBrowserStage } from './run-browser.ts';
import { takePictures } from './take-pictures.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const stopped = untilAskedToStop();
const cleanUp = new CleanUp();
try {
  const { json, quick, only, pictures } = readOptions(process.argv.slice(2));
  const home = resolve(process.env['ASSENT_HOME'] ?? join(packageRoot(), '.assent'));
  const begun = performance.now();
  const tell = (line: string) => say(`${Math.round((performance.now() - begun) / 1000)} s  ${line}`);
  const stage = await unlessStopped(
    stopped,
    setBrowserStage(home, cleanUp, tell, ({ kind, where, what }) => say(`✘ ${kind} ${where}: ${what}`)),
  );
  const chosen = {
    sets: visitedSets.filter(({ name }) => name.includes(only)),
    journeys: journeys.filter(({ name }) => name.includes(only)),
  };
  if (pictures) {
    const folder = join(packageRoot(), 'docs', 'pictures');
    const taken = await unlessStopped(stopped, takePictures(stage, chosen.sets, folder));
    const failures = stage.findings.count('failure');
    if (json) console.log(JSON.stringify({ ok: failures === 0, pictures: taken, failures }));
    else console.log(`${taken} pictures in ${folder}`);
    process.exitCode = failures === 0 ? 0 : 1;
  } else {
    const run = await unlessStopped(stopped, runBrowser(stage, chosen, quick ? 'quick' : 'whole', tell));
    if (json) console.log(JSON.stringify(run));
    else console.table(run);
    process.exitCode = run.axeViolations + run.cspViolations + run.failures === 0 ? 0 : 1;
  }
} catch (error) {
  say(error instanceof CommandFailure ? error.message : `${(error as Error).stack}`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ok: false, error: (error as Error).message }));
  process.exitCode = 1;
} finally {
  await cleanUp.run();
}
process.stdout.write('', () => process.exit());
