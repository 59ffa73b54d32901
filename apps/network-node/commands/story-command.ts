import { type Command, Option } from 'commander';
import type { Here } from '../demo/here.ts';

/** Loaded only where it is run: it brings the roles with it. */
const acts = () => import('./story-acts.ts');

export function addStoryCommand(program: Command, here: Here, environment: Record<string, string | undefined>): void {
  program
    .command('story <id>')
    .description('what a consent, a data request or a data session went through, from the tables of the roles in ROLES')
    .addOption(new Option('--as <member>', 'of a member of the demo network instead: saathi, bank, lender'))
    .option('--json', 'one JSON object to stdout')
    .addHelpText('after', '\nID: the whole id, as logs, answers and `assent fetch --json` have it')
    .action(async (id, options) => (await acts()).showStory(here, environment, id, options));
}
