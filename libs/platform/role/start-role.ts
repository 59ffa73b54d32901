import { flushCompileCache } from 'node:module';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { type Clock, SystemClock } from '../clock/clock.ts';
import { findFreePort } from '../http/find-free-port.ts';
import { createHttpAdapter } from '../http/http-adapter.ts';
import { ContextLogger } from '../logging/context-logger.ts';
import { createLog } from '../logging/create-log.ts';
import { logContext } from '../observation/log-context.ts';
import type { Observer } from '../observation/observer.ts';
import { openObserver } from '../observation/open-observer.ts';
import { servePages } from '../portal/serve-pages.ts';
import { parseSettings } from '../settings/parse-settings.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { PlatformModule } from './platform.module.ts';
import { PortInUse } from './port-in-use.ts';
import type { Role, RunningRole } from './role.ts';

const LEAVE_MS = 50;

export interface StartOptions {
  /** In place of the system's, for tests. */
  readonly clock?: Clock;
}

@Module({})
class RoleRoot {}

/**
 * Starts a role: settings, schema and migrations, queues, HTTP. Several may run in one process.
 *
 * @param env the settings by name; the process's environment is read by the caller
 * @throws SettingsError, PortInUse, or what the database said
 */
export async function startRole<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  env: Readonly<Record<string, string | undefined>>,
  { clock = new SystemClock() }: StartOptions = {},
): Promise<RunningRole> {
  const settings = await completeSettings(role, parseSettings(role.settings, env));
  const log = createLog(role.name, settings);
  const observer = await openObserver(role.name, settings).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortInUse(settings.HOST, settings.METRICS_PORT ?? 0) : error;
  });
  return logContext.run({ log, observer }, () =>
    start(role, settings, log, clock, observer).catch(async (error: unknown) => {
      await observer?.close();
      throw error;
    }),
  );
}

/** Where others reach the role is known from here on, also where it took any free port. */
async function completeSettings<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  settings: z.output<S>,
): Promise<z.output<S>> {
  const PORT = settings.PORT === 0 ? await findFreePort(settings.HOST) : (settings.PORT ?? role.defaultPort);
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  const PUBLIC_URL = (settings.PUBLIC_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, '');
  return { ...settings, PORT, PUBLIC_URL };
}

async function start<S extends z.ZodType<RoleSettings>>(
  role: Role<S>,
  settings: z.output<S>,
  log: Logger,
  clock: Clock,
  observer: Observer | undefined,
): Promise<RunningRole> {
  const schema = {
    name: settings.DATABASE_SCHEMA ?? role.name.replaceAll('-', '_'),
    entities: role.entities,
    migrations: role.migrations,
  };
  const root: DynamicModule = {
    module: RoleRoot,
    imports: [PlatformModule.forRole({ role: role.name, schema, settings, clock }), role.module(settings)],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, createHttpAdapter(settings, log, observer), {
    logger: new ContextLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  if (settings.PORTAL)
    await servePages(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, role.pages ?? []);
  const stop = once(async () => {
    await stopWithin(settings.STOP_TIMEOUT_SECONDS, app).finally(() => observer?.close());
  });
  const url = await listen(app, settings).catch(async (error: NodeJS.ErrnoException) => {
    await stop().catch(() => undefined);
    throw error.code === 'EADDRINUSE' ? new PortInUse(settings.HOST, settings.PORT ?? 0) : error;
  });
  // Left to itself Node keeps what it compiled when it ends in peace: one that is killed would compile all anew.
  flushCompileCache();
  log.info({ url, run: settings.RUN }, 'started');
  return { name: role.name, url, app, stop };
}

async function listen(app: NestFastifyApplication, settings: RoleSettings): Promise<string> {
  if (!settings.RUN.includes('http')) {
    await app.init();
    return '';
  }
  const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  await app.listen(settings.PORT ?? 0, settings.HOST);
  return `http://${host}:${settings.PORT}`;
}

/** Calls under way are answered; connections that are still busy when patience ends are cut. */
async function stopWithin(seconds: number, app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  // A connection whose call was under way when the stop began would be kept alive for a next one.
  const leave = setInterval(() => server.closeIdleConnections(), LEAVE_MS);
  const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  try {
    await app.close();
  } finally {
    clearInterval(leave);
    clearTimeout(cut);
  }
}

function once(fn: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= fn();
    return done;
  };
}
