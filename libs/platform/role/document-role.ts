import type { z } from 'zod';
import { SystemClock } from '../clock/clock.ts';
import { createDocument } from '../openapi/create-document.ts';
import { describeRole } from '../openapi/describe-role.ts';
import { findControllers } from '../openapi/find-controllers.ts';
import { type Route, readRoutes } from '../openapi/read-routes.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { PlatformModule } from './platform.module.ts';
import type { Role } from './role.ts';

/**
 * The OpenAPI document of a role that is not running, the same that it serves.
 *
 * @param env settings good enough to be parsed; nothing is opened
 */
export async function documentRole<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, unknown>> {
  return createDocument(describeRole(role.name), await readRoutesOf(role, env));
}

/** Every endpoint of a role that is not running. @param env as of `documentRole` */
export async function readRoutesOf<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Route[]> {
  const settings = parseSettings(role.settings, env);
  const schema = { name: 'none', entities: role.entities, migrations: role.migrations };
  const platform = PlatformModule.forRole({ role: role.name, schema, settings, clock: new SystemClock() });
  const controllers = [...(await findControllers(platform)), ...(await findControllers(role.module(settings)))];
  return readRoutes([...new Set(controllers)]);
}
