/** One role to start, under a name of its own where a process runs several of a kind. */
export interface RoleInstance {
  readonly role: string;
  readonly name: string;
}

const form = /^([a-z-]+)(?:@([a-z][a-z0-9-]*))?$/;

/**
 * Reads `ROLES`: role names separated by commas; `role@name` where there are several of one role.
 *
 * @throws where a name is out of form or stands twice
 */
export function parseRoles(roles: string): RoleInstance[] {
  const instances = roles.split(',').map((entry) => {
    const [, role, name] = form.exec(entry.trim()) ?? [];
    if (role === undefined) throw new Error(`ROLES: "${entry.trim()}" is not a role or role@name`);
    return { role, name: name ?? role };
  });
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`ROLES: ${twice} stands twice; give each its own name: role@name`);
  return instances;
}

/**
 * What one role of several in a process is told: `BANK__PORT` wins over `PORT` for the instance `bank`. Names of
 * instances become prefixes in upper case, `-` becoming `_`. Each has a database schema of its own name.
 */
export function environmentOf(
  instance: RoleInstance,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const prefix = `${instance.name.toUpperCase().replaceAll('-', '_')}__`;
  const common = Object.entries(environment).filter(([name]) => !name.includes('__'));
  const own = Object.entries(environment)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { DATABASE_SCHEMA: instance.name.replaceAll('-', '_'), ...Object.fromEntries([...common, ...own]) };
}
