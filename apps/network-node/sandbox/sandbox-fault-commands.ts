import { type Command, Option } from 'commander';
import type { FaultKind } from './sandbox-fault.ts';
import type { SandboxPlace } from './sandbox-place.ts';
import { wrongWays } from './wrong-answers.ts';

/** Loaded only where one is run. */
const acts = () => import('./sandbox-fault-acts.ts');

/** What is broken, and that it is well again. */
export function faultsCommands(sandbox: Command, place: () => SandboxPlace): void {
  const fault = (name: string, kind: FaultKind, description: string) =>
    sandbox
      .command(`${name} <who>`)
      .description(description)
      .option('--calls-of <who>', 'only calls of this member, of `person`, `systems` or `everyone` (default: members)')
      .option('--path <begin>', 'only calls whose path begins so: /data-requests, /data-sessions, /events')
      .option('--times <n>', 'only so many calls; then all is well')
      .option('--share <0…1>', 'only this share of the calls')
      .option('--seed <n>', 'which calls a share falls on is drawn from it', '1')
      .option('--json', 'one JSON object to stdout')
      .action(async (who, options) => (await acts()).setFault(place(), { who, kind }, options));
  fault('slow', 'slow', 'it hears calls late').requiredOption('--by <span>', 'so much: 200ms, 5s');
  fault('deaf', 'deaf', 'it hears no call');
  fault('wrong', 'wrong', 'it does what it is asked, and answers wrongly').addOption(
    new Option('--how <way>', 'in which way').choices([...wrongWays]).default(wrongWays[0]),
  );
  fault('lose-answers', 'lost-answers', 'it does what it is asked, and its answers are lost');
  sandbox
    .command('heal [who]')
    .description('nothing is broken any more, about everyone or this one')
    .option('--json', 'one JSON object to stdout')
    .action(async (who, options) => (await acts()).heal(place(), who, options));
}
