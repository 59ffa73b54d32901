import type { Role, RunningRole } from './role.ts';

/** Starts a role: settings, migrations, queues, HTTP. @throws SettingsError, PortInUse */
export async function startRole(role: Role, _env: Record<string, string | undefined>): Promise<RunningRole> {
  throw new Error(`not yet: ${role.name}`);
}
