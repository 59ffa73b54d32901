import type { OperatorRight } from '#domain';
import { operatorName } from '#platform';
import type { Here } from '../demo/here.ts';
import { type OperatorsOptions, withOperatorDesk } from '../operators/at-operator-desk.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green, Terminal } from '../terminal/terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export async function listOperators(here: Here, environment: Environment, options: OperatorsOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { role, operators, invitations } = await withOperatorDesk(
    here,
    environment,
    options,
    async (desk, { name }) => ({
      role: name,
      operators: await desk.inBook((book) => book.list()),
      invitations: await desk.inBook((book) => book.invitations()),
    }),
  );
  terminal.answer({ ok: true, role, operators, invitations }, () => {
    terminal.table(
      ['name', 'may', 'since', 'id'],
      operators.map(({ name, may, joinedAt, id }) => [name, may, joinedAt, id]),
    );
    if (invitations.length > 0) {
      terminal.table(
        ['invited', 'may', 'until', 'by'],
        invitations.map(({ name, may, expiresAt, invitedBy }) => [name, may, expiresAt, invitedBy ?? 'this machine']),
      );
    }
    if (operators.length === 0) terminal.say(dim(`${role} has no operator: assent operators invite NAME --may admin`));
  });
}

export async function inviteOperator(
  here: Here,
  environment: Environment,
  name: string,
  options: OperatorsOptions & { readonly may: OperatorRight },
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  if (!operatorName.safeParse(name).success) {
    throw new CommandFailure('usage', `${name}: letters, digits, spaces and . _ ' - are taken, 64 at most`);
  }
  const { role, page, invited } = await withOperatorDesk(here, environment, options, async (desk, place) => ({
    role: place.name,
    page: place.page,
    invited: await desk.inBook((book) => book.invite(name, options.may)),
  }));
  const { invitation, expiresAt } = invited;
  // What stands behind # is sent to nobody.
  const link = `${page ?? ''}/console/join#${invitation}`;
  terminal.answer({ ok: true, role, name, may: options.may, invitation, link, expiresAt }, () => {
    terminal.say(`${green('✔')} ${name} may join ${role} as ${options.may}, once, until ${expiresAt}:`);
    terminal.say(link);
    if (page === undefined) terminal.say(dim('PUBLIC_URL is not set: put the address of the role before it'));
  });
}

export async function removeOperator(
  here: Here,
  environment: Environment,
  name: string,
  options: OperatorsOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  await withOperatorDesk(here, environment, options, (desk) =>
    desk.inBook(async (book) => {
      const found = await book.findByName(name);
      if (found === undefined) throw new CommandFailure('not-found', `there is no operator ${name}`);
      await book.remove(found.id);
    }),
  );
  terminal.answer({ ok: true, name }, () => terminal.say(`${green('✔')} ${name} is removed and signed out`));
}
