import { type Command, Option } from 'commander';
import { isRefusal } from '#domain';
import type { RoleVerdict } from '../audit-trail/verify-role-trail.ts';
import { dim, green, red, Terminal } from '../terminal/terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface TrailOptions {
  readonly role?: readonly string[];
  readonly json?: boolean;
}

interface CheckpointOptions {
  readonly trustList: string;
  readonly roots: string;
  readonly json?: boolean;
}

async function verifyTrails(environment: Environment, { role: chosen, json }: TrailOptions): Promise<void> {
  const terminal = new Terminal(json === true);
  const { verifyRoleTrail } = await import('../audit-trail/verify-role-trail.ts');
  const { chooseInstances } = await import('../audit-trail/choose-instances.ts');
  const roles: RoleVerdict[] = [];
  for (const instance of chooseInstances(environment, chosen)) roles.push(await verifyRoleTrail(instance, environment));
  const ok = roles.every((verdict) => verdict.ok);
  terminal.answer({ ok, ...allOf(roles), roles }, () => showTrails(terminal, roles));
  if (!ok) process.exitCode = 1;
}

/** Of all roles together; the first wrong entry is that of the first trail that has one. */
function allOf(roles: readonly RoleVerdict[]) {
  const sum = (of: (verdict: RoleVerdict) => number) => roles.reduce((total, verdict) => total + of(verdict), 0);
  const firstWrong = roles.find((verdict) => verdict.firstWrong !== undefined)?.firstWrong;
  return {
    entries: sum(({ entries }) => entries),
    checkpoints: sum(({ checkpoints }) => checkpoints),
    witnesses: { asked: sum(({ witnesses }) => witnesses.asked), answered: sum(({ witnesses }) => witnesses.answered) },
    ...(firstWrong === undefined ? {} : { firstWrong }),
  };
}

function showTrails(terminal: Terminal, roles: readonly RoleVerdict[]): void {
  const words = ({ name, ok, entries, checkpoints, witnesses }: RoleVerdict) => [
    name,
    String(entries),
    String(checkpoints),
    `${witnesses.answered} of ${witnesses.asked}`,
    ok ? green('genuine') : red('tampered with'),
  ];
  terminal.table(['role', 'entries', 'checkpoints', 'witnesses', 'trail'], roles.map(words));
  for (const { name, firstWrong, witnesses } of roles) {
    for (const id of witnesses.silent) terminal.say(dim(`${name}: ${id} does not answer`));
    if (firstWrong === undefined) continue;
    const { index, to, why } = firstWrong;
    const where = to === undefined ? `entry ${index}` : `one of the entries ${index} to ${to}`;
    terminal.say(`${red('✘')} ${name}: the first wrong one is ${where}: ${why}`);
  }
}

async function verifyCheckpoint(checkpoint: string, { json, trustList, roots }: CheckpointOptions): Promise<void> {
  const terminal = new Terminal(json === true);
  const { verifyCheckpointFile } = await import('../audit-trail/verify-checkpoint-file.ts');
  const claims = await verifyCheckpointFile({ checkpoint, trustList, roots });
  if (isRefusal(claims)) {
    const { code, detail } = claims;
    terminal.answer({ ok: false, code, message: detail }, () =>
      terminal.say(`${red('✘')} not believed: ${code} ${detail}`),
    );
    process.exitCode = 1;
    return;
  }
  terminal.answer({ ok: true, checkpoint: claims }, () =>
    terminal.say(`${green('✔')} ${claims.iss} as ${claims.role}: ${claims.size} entries, root ${claims.root}`),
  );
}

export function addVerifyCommands(program: Command, environment: Environment): void {
  const verify = program.command('verify').description('audit trails: whether they are what was signed and witnessed');
  verify
    .command('trail')
    .description('read the whole audit trail of the roles in ROLES, and name the first wrong entry')
    .addOption(new Option('--role <name...>', 'only these of ROLES'))
    .option('--json', 'one JSON object to stdout')
    .action((options) => verifyTrails(environment, options));
  verify
    .command('checkpoint <file>')
    .description('whether a checkpoint was signed by who it says, offline')
    .requiredOption('--trust-list <file>', 'the signed trust list')
    .requiredOption('--roots <file>', 'the trust roots that others pin (TRUST_ROOTS_FILE)')
    .option('--json', 'one JSON object to stdout')
    .action(verifyCheckpoint);
}
