import type { z } from 'zod';
import { SystemClock } from '../clock/clock.ts';
import { PlatformModule } from '../role/platform.module.ts';
import type { Role } from '../role/role.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { createDocument } from './create-document.ts';
import { describeRole } from './describe-role.ts';
import { findControllers } from './find-controllers.ts';
import { readRoutes } from './read-routes.ts';

/**
 * The OpenAPI document of a role that is not running, the same that it serves.
 *
 * @param env settings good enough to be parsed; nothing is opened
 */
export async function documentRole<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, unknown>> {
  const settings = parseSettings(role.settings, env);
  const schema = { name: 'none', entities: role.entities, migrations: role.migrations };
  const platform = PlatformModule.forRole({ role: role.name, schema, settings, clock: new SystemClock() });
  const controllers = [...(await findControllers(platform)), ...(await findControllers(role.module(settings)))];
  return createDocument(describeRole(role.name), readRoutes([...new Set(controllers)]));
}
