import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { ListedClass } from '../database/schema.ts';
import type { PageSet } from '../portal/page-set.ts';
import type { RoleSettings } from '../settings/role-settings.ts';

export type { ListedClass };

/** A role is data: what it is called, what it needs to be told, what it is made of. */
export interface Role<S extends z.ZodType<RoleSettings> = z.ZodType<RoleSettings>> {
  /** Kebab-case, e.g. `consent-manager`. */
  readonly name: string;
  /** `roleSettings.extend({ … })` */
  readonly settings: S;
  /** The role's own module. Platform's providers (Database, Clock, JobQueues, Messenger, SETTINGS, …) are global. */
  module(settings: z.output<S>): DynamicModule;
  readonly entities: ListedClass[];
  readonly migrations: ListedClass[];
  readonly defaultPort: number;
  /** What people see of it, the first where a browser opens the origin. */
  readonly pages?: readonly PageSet[];
}

export interface RunningRole {
  readonly name: string;
  /** Where it listens, without a slash at the end; empty where RUN leaves out http. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Answers what is under way, ends jobs, closes connections. May be called more than once. */
  stop(): Promise<void>;
}
