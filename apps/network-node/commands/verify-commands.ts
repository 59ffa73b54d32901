import { type Command, Option } from 'commander';
import { type Instant, isRefusal, momentWords } from '#domain';
import type { ReceiptCheck, ReceiptOutcome } from '#protocol';
import type { TrailOutcome } from '../audit-trail/judge-trail.ts';
import type { FileVerdict } from '../audit-trail/verify-receipt-file.ts';
import type { RoleVerdict } from '../audit-trail/verify-role-trail.ts';
import { dim, green, red, Terminal, yellow } from '../terminal/terminal.ts';
import { readInstant } from './read-instant.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface TrailOptions {
  readonly role?: readonly string[];
  readonly json?: boolean;
}

interface ReceiptOptions {
  readonly trustList: string;
  readonly roots?: string;
  readonly at?: Instant;
  readonly json?: boolean;
}

interface CheckpointOptions {
  readonly trustList: string;
  readonly roots: string;
  readonly json?: boolean;
}

/** Nothing was found wrong, and yet it is not proven: neither 0 nor 1 would be true. */
const NOT_PROVEN = 3;
const exitCodes: Record<TrailOutcome | ReceiptOutcome, number> = {
  ...{ genuine: 0, tampered: 1, altered: 1 },
  ...{ unwitnessed: NOT_PROVEN, unproven: NOT_PROVEN },
};

async function verifyTrails(environment: Environment, { role: chosen, json }: TrailOptions): Promise<void> {
  const terminal = new Terminal(json === true);
  const { verifyRoleTrail } = await import('../audit-trail/verify-role-trail.ts');
  const { chooseInstances } = await import('../audit-trail/choose-instances.ts');
  const roles: RoleVerdict[] = [];
  for (const instance of chooseInstances(environment, chosen)) roles.push(await verifyRoleTrail(instance, environment));
  const outcome = worstOf(roles);
  const ok = outcome === 'genuine';
  terminal.answer({ ok, outcome, ...allOf(roles), roles }, () => showTrails(terminal, roles));
  process.exitCode = exitCodes[outcome];
}

function worstOf(roles: readonly RoleVerdict[]): TrailOutcome {
  const found = (outcome: TrailOutcome) => roles.some((verdict) => verdict.outcome === outcome);
  if (found('tampered')) return 'tampered';
  return found('unwitnessed') ? 'unwitnessed' : 'genuine';
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

const trailWords: Record<TrailOutcome, string> = {
  genuine: green('genuine'),
  unwitnessed: yellow('unwitnessed'),
  tampered: red('tampered with'),
};

function showTrails(terminal: Terminal, roles: readonly RoleVerdict[]): void {
  const words = ({ name, outcome, entries, checkpoints, witnesses, witnessed }: RoleVerdict) => [
    name,
    String(entries),
    String(checkpoints),
    String(witnessed),
    `${witnesses.answered} of ${witnesses.asked}`,
    trailWords[outcome],
  ];
  terminal.table(['role', 'entries', 'checkpoints', 'witnessed', 'witnesses', 'trail'], roles.map(words));
  for (const verdict of roles) {
    const { name, firstWrong, witnesses } = verdict;
    for (const id of witnesses.silent) terminal.say(dim(`${name}: ${id} does not answer`));
    for (const id of witnesses.unread) terminal.say(yellow(`${name}: ${id} keeps more copies than were read`));
    if (verdict.outcome === 'unwitnessed') terminal.say(`${yellow('!')} ${name}: ${whyUnwitnessed(verdict)}`);
    if (firstWrong === undefined) continue;
    const { index, to, why } = firstWrong;
    const where = to === undefined ? `entry ${index}` : `one of the entries ${index} to ${to}`;
    terminal.say(`${red('✘')} ${name}: the first wrong one is ${where}: ${why}`);
  }
}

/** Nothing is wrong with it as it is; that it always was so, nobody else says. */
function whyUnwitnessed({ entries, witnesses: { asked, answered } }: RoleVerdict): string {
  const isEmpty = entries === 0 ? 'the trail is empty, and ' : '';
  if (asked === 0) return `${isEmpty}there is nobody to ask: no trust list with others in it`;
  if (answered === 0) return `${isEmpty}no witness answers: run it again once they do`;
  return `${isEmpty}no witness keeps a copy of it: they are handed one within TRAIL_WITNESS_SECONDS, where entries name them`;
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

const outcomeWords: Record<ReceiptCheck['outcome'], string> = {
  holds: green('holds'),
  fails: red('does not hold'),
  absent: yellow('not there'),
  unknown: dim('not known'),
};

async function verifyReceipt(receipt: string, { json, trustList, roots, at }: ReceiptOptions): Promise<void> {
  const terminal = new Terminal(json === true);
  const { verifyReceiptFile } = await import('../audit-trail/verify-receipt-file.ts');
  const verified = await verifyReceiptFile({ receipt, trustList, roots, at });
  if (isRefusal(verified)) {
    const { code, detail } = verified;
    terminal.answer({ ok: false, code, message: detail }, () =>
      terminal.say(`${red('✘')} not believed: ${code} ${detail}`),
    );
    process.exitCode = 1;
    return;
  }
  const { list, outcome, ...rest } = verified;
  terminal.answer({ outcome, ...rest, trustList: list }, () => {
    terminal.table(
      ['what', 'outcome', ''],
      verified.checks.map(({ name, outcome, code, detail }) => [
        name,
        outcomeWords[outcome],
        [code, detail].filter(Boolean).join(' '),
      ]),
    );
    const pinned = list.pinned
      ? 'by the pinned roots'
      : `as given: nothing but the file says that ${list.root} is its root (--roots pins it)`;
    terminal.say(dim(`the trust list: of ${list.operator}, issued ${momentWords(list.issuedAt)}, ${pinned}`));
    for (const line of verdictWords(verified)) terminal.say(line);
  });
  process.exitCode = exitCodes[outcome];
}

function verdictWords({ outcome, kind, issuer, issuedAt, checks, unproven, firstWrong }: FileVerdict): string[] {
  const what = `${kind} receipt of ${issuer}, issued ${momentWords(issuedAt)}`;
  if (outcome === 'genuine')
    return [
      `${green('✔')} a genuine ${what}: all that it can prove is proven`,
      dim(`by the word of ${issuer} alone: ${wordAlone[kind]}`),
    ];
  if (outcome === 'altered')
    return [
      `${red('✘')} not to be relied on: the first thing that is wrong is ${firstWrong?.name}: ${firstWrong?.code} ${firstWrong?.detail}`,
    ];
  const lacking = checks.filter(({ name }) => unproven.includes(name)).map(({ name, detail }) => `${name} (${detail})`);
  return [
    `${yellow('!')} nothing is wrong with it, but not all of it is proven: a ${what}`,
    `by the word of ${issuer} alone: ${[...lacking, wordAlone[kind]].join(', ')}`,
  ];
}

/** What no receipt of its kind proves. */
const wordAlone: Record<FileVerdict['kind'], string> = {
  consent: 'whether it holds at the time of the receipt, names and ids',
  release: 'when it was asked for and for which dates, when it is to be erased and whether it was, names and ids',
};

export function addVerifyCommands(program: Command, environment: Environment): void {
  const verify = program
    .command('verify')
    .description('receipts and audit trails: whether they are what was signed and witnessed');
  verify
    .command('receipt <file>', { isDefault: true })
    .description('whether all that a receipt says is proven, offline; `verify receipt.json` is the same')
    .requiredOption('--trust-list <file>', 'the signed trust list')
    .option(
      '--roots <file>',
      'the trust roots that the list must be signed with (TRUST_ROOTS_FILE); else it is taken as given',
    )
    .addOption(new Option('--at <time>', 'as of then, with a list of that time').argParser(readInstant))
    .option('--json', 'one JSON object to stdout')
    .action(verifyReceipt);
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
