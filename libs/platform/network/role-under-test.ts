import { Body, Controller, Get, Injectable, Module, Post } from '@nestjs/common';
import { z } from 'zod';
import type { ParticipantRole } from '#domain';
import { defineMessage } from '#protocol';
import { CallFrom } from '../command/call.guard.ts';
import { Caller } from '../command/caller.ts';
import { CommandInbox } from '../command/command-inbox.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { type AnyEventHandler, EVENT_HANDLERS } from '../events/event-handler.ts';
import { Outbox } from '../events/outbox.ts';
import { Operation } from '../openapi/operation.ts';
import type { Role } from '../role/role.ts';
import { roleSettings } from '../settings/role-settings.ts';
import { NetworkModule } from './network.module.ts';
import { platformEntities, platformMigrations } from './network-tables.ts';

export const greeting = defineMessage({
  typ: 'greeting+jwt',
  kind: 'command',
  senderRoles: ['consent-manager', 'data-provider'],
  fields: z.strictObject({ words: z.string().max(20) }),
});

/** What the role under test was told, in the order it was. */
@Injectable()
export class Heard {
  readonly events: string[] = [];
  before: (tx: Transaction) => Promise<void> = async () => undefined;

  constructor(private readonly database: Database) {}

  async hear(tx: Transaction, subject: string | undefined): Promise<void> {
    await this.before(tx);
    this.database.afterCommit(tx, () => this.events.push(subject ?? ''));
  }
}

@Controller('greetings')
class GreetingsController {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @Post()
  @Operation({ summary: 'Be greeted' })
  greet(@Body() raw: string): Promise<object> {
    return this.inbox.handle(raw, greeting, async (_tx, { claims }) => ({ heard: claims.words, from: claims.iss }));
  }

  @Get('mine')
  @CallFrom('data-provider')
  @Operation({ summary: 'Who calls', security: 'call' })
  mine(@Caller() caller: Caller): Caller {
    return caller;
  }

  @Post('mine')
  @CallFrom()
  @Operation({ summary: 'Who calls with a body' })
  say(@Caller() caller: Caller, @Body() body: object): object {
    return { ...caller, body };
  }

  /** Ends a link, as it were, and tells the others so. */
  end(to: string, linkId: string): Promise<void> {
    return this.database.transaction((tx) =>
      this.outbox.write(tx, { to, type: 'account-link.ended', subject: linkId, version: 1, state: { linkId } }),
    );
  }
}

export { GreetingsController };

/** A small role that takes commands and calls, tells events and hears them. */
export function greeterRole(name: string, listedAs: ParticipantRole): Role<typeof roleSettings> {
  @Module({
    imports: [NetworkModule.forRole({ role: name, listedRoles: [listedAs], keyUses: ['message', 'statement'] })],
    controllers: [GreetingsController],
    providers: [
      GreetingsController,
      Heard,
      {
        provide: EVENT_HANDLERS,
        inject: [Heard],
        useFactory: (heard: Heard): AnyEventHandler[] => [
          { type: 'account-link.ended', handle: (tx, event) => heard.hear(tx, event.subject) },
        ],
      },
    ],
  })
  class GreeterModule {}
  return {
    name,
    settings: roleSettings,
    module: () => ({ module: GreeterModule }),
    entities: platformEntities,
    migrations: platformMigrations,
    defaultPort: 0,
  };
}
