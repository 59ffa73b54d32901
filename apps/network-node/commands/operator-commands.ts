import { join } from 'node:path';
import type { Command } from 'commander';
import { readOutbox } from '../clients/outbox.ts';
import type { Here } from '../demo/here.ts';
import { enrol } from '../network/enrol.ts';
import { CleanUp } from '../terminal/clean-up.ts';
import { dim, green, red, Terminal } from '../terminal/terminal.ts';
import { unlessStopped, untilAskedToStop } from '../terminal/until-asked-to-stop.ts';

type Environment = Readonly<Record<string, string | undefined>>;

async function start(here: Here, environment: Environment, options: { json?: boolean }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { startNode, withDatabase } = await import('../node/start-node.ts');
  const stopped = untilAskedToStop();
  const cleanUp = new CleanUp();
  try {
    const folder = join(here.home, 'postgres');
    const complete = await unlessStopped(stopped, withDatabase(environment, folder, cleanUp));
    if (complete !== environment) terminal.say(dim(`DATABASE_URL is not set: PostgreSQL runs from ${folder}`));
    const starting = startNode(complete, (name, url) =>
      terminal.say(`${green('✔')} ${name} ${url === '' ? 'works off jobs' : `listens on ${url}`}`),
    );
    cleanUp.add(async () => (await starting).stop());
    const { roles } = await unlessStopped(stopped, starting);
    const listening = roles.map(({ name, url }) => ({ name, url }));
    terminal.answer({ ok: true, roles: listening }, () => terminal.say(dim('Ctrl-C stops')));
    await stopped;
  } finally {
    await cleanUp.run();
  }
}

async function runGenerate(options: { check?: boolean; json?: boolean }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { generate } = await import('../generate/generate.ts');
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
  const [roleUrl, registryUrl] = [role.replace(/\/+$/, ''), registry.replace(/\/+$/, '')];
  await enrol(roleUrl, registryUrl, operatorKeyFile);
  terminal.answer({ ok: true, role, registry }, () => terminal.say(`${green('✔')} ${role} is enrolled at ${registry}`));
}

function showOutbox(here: Here, name: string, options: { limit: string; json?: boolean }): void {
  const terminal = new Terminal(options.json === true);
  const messages = readOutbox(here.outboxOf(name)).slice(-Number(options.limit));
  terminal.answer({ ok: true, messages }, () => {
    for (const { to, subject, text } of messages) terminal.say(`${dim(`to ${to.value}: ${subject}`)}\n${text}\n`);
    if (messages.length === 0) terminal.say(dim(`${name} has sent nothing yet`));
  });
}

export function addOperatorCommands(program: Command, here: Here, environment: Environment): void {
  program
    .command('start')
    .description('start the roles named in ROLES, each on its own port (settings: docs/settings.md)')
    .option('--json', 'one JSON object to stdout, once all have started')
    .action((options) => start(here, environment, options));
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
    .description('what a member of the demo network has sent to people: saathi, bank, hospital')
    .option('--limit <n>', 'only the newest so many', '20')
    .option('--json', 'one JSON object to stdout')
    .action((name, options) => showOutbox(here, name, options));
  program
    .command('generate')
    .description('write JSON Schemas, codes, OpenAPI documents and the settings page from the code')
    .option('--check', 'write nothing; fail where one is stale')
    .option('--json', 'one JSON object to stdout')
    .action(runGenerate);
}
