import { type Command, Option } from 'commander';
import { keyUses } from '#domain';
import type { Here } from '../demo/here.ts';

/** Loaded only where one is run: the keys' code brings the platform with it. */
const acts = () => import('./keys-acts.ts');

export function addKeysCommands(program: Command, here: Here): void {
  const keys = program.command('keys').description("a role's signing keys: what there is, change them");
  const add = (name: string, description: string) =>
    keys
      .command(name)
      .description(description)
      .option('--keys-folder <folder>', "the role's KEYS_FOLDER, where it is not a member of the demo network")
      .option('--json', 'one JSON object to stdout');
  const registry = ['--registry <url>', 'address of the trust registry'] as const;
  add('list [member]', 'every signing key, and what the trust list says of it')
    .option(...registry)
    .action(async (member, options) => (await acts()).showKeys(here, member, options));
  add('rotate [member]', 'make the next keys; the running role does the rest')
    .addOption(new Option('--use <use>', 'only this one').choices(keyUses))
    .option('--wait <seconds>', 'until they sign')
    .action(async (member, options) => (await acts()).rotate(here, member, options));
  add('retire <key> [member]', 'end the overlap of a key that signs no more; drop a next key')
    // The id of a key may begin with a dash.
    .allowUnknownOption()
    .action(async (key, member, options) => (await acts()).retire(here, key, member, options));
  add('compromised <key> [member]', 'someone else may have held it: another signs at once, and all are told')
    .requiredOption('--since <instant>', 'what it signed from then on counts nowhere')
    .option('--role <url>', 'address of the running role')
    .option(...registry)
    .option('--operator-key-file <file>', "the registry's API key")
    .allowUnknownOption()
    .action(async (key, member, options) => (await acts()).markCompromised(here, key, member, options));
}
