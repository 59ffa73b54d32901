import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Clock } from '../clock/clock.ts';
import { DatabaseModule } from '../database/database.module.ts';
import type { Schema } from '../database/schema.ts';
import { HealthModule } from '../health/health.module.ts';
import { SchemaPipe } from '../http/schema.pipe.ts';
import { describeRole } from '../openapi/describe-role.ts';
import { OpenApiModule } from '../openapi/open-api.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { AddressRateGuard } from '../rates/address-rate.guard.ts';
import { CallRates } from '../rates/call-rates.ts';
import { UnprovenCallFilter } from '../rates/unproven-call.filter.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';

export interface PlatformOptions {
  readonly role: string;
  readonly schema: Schema;
  readonly settings: RoleSettings;
  readonly clock: Clock;
}

/** What every role stands on, everywhere in it: SETTINGS, Clock, Database, JobQueues, Readiness, CallRates; health and OpenAPI. */
@Module({})
export class PlatformModule {
  static forRole({ role, schema, settings, clock }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DatabaseModule.forSchema(schema, settings),
        QueueModule.forSchema(schema.name, settings),
        HealthModule,
        OpenApiModule.forRole(describeRole(role)),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Clock, useValue: clock },
        CallRates,
        { provide: APP_GUARD, useClass: AddressRateGuard },
        { provide: APP_FILTER, useClass: UnprovenCallFilter },
        { provide: APP_PIPE, useClass: SchemaPipe },
      ],
      exports: [SETTINGS, Clock, CallRates],
    };
  }
}
