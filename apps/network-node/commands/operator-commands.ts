import type { Command } from 'commander';
import { readOutbox } from '../clients/outbox.ts';
import { demoFolder } from '../demo/demo-command.ts';
import { generate } from '../generate/generate.ts';
import { enrol } from '../network/enrol.ts';
import { outboxOf } from '../network/member.ts';
import { startNode } from '../node/start-node.ts';
import { dim, green, red, Terminal } from '../terminal/terminal.ts';
import { untilAskedToStop } from '../terminal/until-asked-to-stop.ts';

type Environment = Readonly<Record<string, string | undefined>>;

async function start(environment: Environment): Promise<void> {
  const terminal = new Terminal(true);
  const node = await startNode(environment, (name, url) => terminal.say(`${green('✔')} ${name} listens on ${url}`));
  await untilAskedToStop();
  await node.stop();
}

async function runGenerate(options: { check?: boolean; json?: boolean }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const paths = await generate(options.check === true);
  const ok = options.check !== true || paths.length === 0;
  terminal.answer({ ok, paths }, () => {
    for (const path of paths) terminal.say(options.check ? `${red('stale')} ${path}` : `${green('written')} ${path}`);
    if (!ok) terminal.say('Generated files are stale; run: npm run generate');
  });
  if (!ok) process.exitCode = 1;
}

interface EnrolOptions {
  readonly role: string;
  readonly registry: string;
  readonly operatorKeyFile: string;
  readonly json?: boolean;
}

async function runEnrol({ role, registry, operatorKeyFile, json }: EnrolOptions): Promise<void> {
  const terminal = new Terminal(json === true);
  await enrol(role, registry, operatorKeyFile);
  terminal.answer({ ok: true, role, registry }, () => terminal.say(`${green('✔')} ${role} is enrolled at ${registry}`));
}

function showOutbox(name: string, options: { json?: boolean }): void {
  const terminal = new Terminal(options.json === true);
  const messages = readOutbox(outboxOf({ folder: demoFolder() }, name));
  terminal.answer({ ok: true, messages }, () => {
    for (const { to, subject, text } of messages) terminal.say(`${dim(`to ${to.value}: ${subject}`)}\n${text}\n`);
  });
}

export function addOperatorCommands(program: Command, environment: Environment): void {
  program
    .command('start')
    .description('start the roles named in ROLES, each on its own port (settings: docs/settings.md)')
    .action(() => start(environment));
  program
    .command('enrol')
    .description('put a running role into the trust list of a registry')
    .requiredOption('--role <url>', 'address of the role')
    .requiredOption('--registry <url>', 'address of the trust registry')
    .requiredOption('--operator-key-file <file>', "the registry's API key")
    .option('--json', 'one JSON object to stdout')
    .action(runEnrol);
  program
    .command('outbox <member>')
    .description('the messages a member of the demo network has sent to people, e.g. saathi')
    .option('--json', 'one JSON object to stdout')
    .action(showOutbox);
  program
    .command('generate')
    .description('write JSON Schemas, codes, OpenAPI documents and the settings page from the code')
    .option('--check', 'write nothing; fail where one is stale')
    .option('--json', 'one JSON object to stdout')
    .action(runGenerate);
}
