import { toInstant } from '#domain';
import { FaultDesk, operatorName, type TrailFault, type TrailFaultKind } from '#platform';
import type { Here } from '../demo/here.ts';
import { findRolePlace, type RolePlace } from '../role-place/role-place.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green, Terminal } from '../terminal/terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface FaultOptions {
  readonly role?: string;
  readonly json?: boolean;
}

const MOST_LISTED = 500;

export async function listFaults(here: Here, environment: Environment, options: FaultOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { role, done: faults } = await atDesk(here, environment, options, (desk) => desk.list(MOST_LISTED));
  terminal.answer({ ok: true, role, faults }, () => show(terminal, faults));
}

export async function acknowledgeFaults(
  here: Here,
  environment: Environment,
  kind: TrailFaultKind,
  options: FaultOptions & { readonly by: string; readonly detail?: string },
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { by, detail } = options;
  if (!operatorName.safeParse(by).success) {
    throw new CommandFailure('usage', `${by}: letters, digits, spaces and . _ ' - are taken, 64 at most`);
  }
  const now = toInstant(Date.now());
  const { role, done: faults } = await atDesk(here, environment, options, (desk) =>
    desk.acknowledge({ kind, detail, by, now }),
  );
  if (faults.length === 0) throw new CommandFailure('not-found', `${role} has no such fault that is not acknowledged`);
  terminal.answer({ ok: true, role, faults }, () => {
    show(terminal, faults);
    terminal.say(`${green('✔')} acknowledged by ${by}; they stay on record`);
  });
}

async function atDesk<T>(
  here: Here,
  environment: Environment,
  { role: wanted }: FaultOptions,
  work: (desk: FaultDesk) => Promise<T>,
): Promise<{ role: string; done: T }> {
  const choice = { wanted, isMeant: () => true, words: 'keeps an audit trail' };
  const place = await findRolePlace(here, environment, choice);
  const desk = new FaultDesk(place);
  try {
    return { role: place.name, done: await work(desk) };
  } catch (error) {
    throw failureOf(error, place);
  } finally {
    await desk.close();
  }
}

function failureOf(error: unknown, { name, schema }: RolePlace): unknown {
  const { code } = error as { code?: string };
  if (code !== '42P01' && code !== '42703') return error;
  return new CommandFailure('not-found', `the schema ${schema} has no audit trail, or an older one: start ${name}`);
}

function show(terminal: Terminal, faults: readonly TrailFault[]): void {
  terminal.table(
    ['kind', 'what', 'found', 'acknowledged'],
    faults.map(({ kind, detail, foundAt, acknowledgedAt, acknowledgedBy }) => [
      kind,
      detail,
      foundAt,
      acknowledgedAt === null ? '' : `${acknowledgedAt} ${dim(`by ${acknowledgedBy}`)}`,
    ]),
  );
}
