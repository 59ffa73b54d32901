import { Body, Controller, Get, Injectable, Module, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { ApiKeyGuard } from '../api-key/api-key.guard.ts';
import { Database } from '../database/database.ts';
import { ForwardMigration } from '../database/forward-migration.ts';
import { sql } from '../database/statement.ts';
import { BodyLimit } from '../http/body-limit.ts';
import { Operation } from '../openapi/operation.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { roleSettings } from '../settings/role-settings.ts';
import type { Role } from './role.ts';

const note = z.strictObject({ text: z.string().max(20), tags: z.array(z.string()).default([]) }).meta({ id: 'Note' });
const noteAnswer = z.strictObject({ id: z.int(), note });
const pages = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});
const signed = z.strictObject({ requestId: z.uuid() }).meta({ id: 'SignedNote' });

const insert = sql('insert-note', 'INSERT INTO notes (text) VALUES ($1) RETURNING id');

@Injectable()
class Notes {
  readonly read: string[] = [];

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {
    queues.define('notary.read', async ({ text }: { text: string }) => {
      this.read.push(text);
    });
  }

  write(text: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ id: number }>(insert, [text]);
      if (text === 'refused') throw new RefusedError(refuse('consent-revoked', 'c-1'), 2.2);
      if (text === 'fault') throw new Error('the secret of asha@mail.example');
      this.database.afterCommit(tx, () => this.queues.add('notary.read', { text }));
      return row?.id ?? 0;
    });
  }
}

@Controller('notes')
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Post()
  @Operation({ summary: 'Write a note', answer: noteAnswer, refusals: ['consent-revoked', 'consent-paused'] })
  async write(@Body({ schema: note }) body: z.output<typeof note>): Promise<z.output<typeof noteAnswer>> {
    return { id: await this.notes.write(body.text), note: body };
  }

  @Post('signed')
  @BodyLimit(2_000)
  @Operation({
    summary: 'Hand in a signed note',
    body: { typ: 'note+jwt', payload: signed },
    security: 'call',
    status: 201,
  })
  async sign(@Body() raw: unknown): Promise<object> {
    return { kind: typeof raw, raw };
  }

  @Get('read')
  @Operation({ summary: 'What was read' })
  read(@Query({ schema: pages }) query: z.output<typeof pages>): object {
    return { ...query, read: this.notes.read };
  }

  @Get('secret')
  @UseGuards(ApiKeyGuard)
  @Operation({ summary: 'For own systems', security: 'api-key', refusals: ['api-key-invalid'] })
  secret(): object {
    return { open: true };
  }

  @Get('torn')
  @Operation({ summary: 'An answer that breaks off', answer: { bytes: 'application/octet-stream' } })
  torn(@Res() reply: FastifyReply): void {
    reply.raw.write('half of');
    throw new Error('broken');
  }

  @Get(':id')
  @Operation({ summary: 'One note', refusals: ['not-found'] })
  get(@Param('id', { schema: z.uuid() }) id: string): object {
    return { id };
  }
}

class Notes1700000000000 extends ForwardMigration {
  readonly statements = ['CREATE TABLE notes (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)'];
}

@Module({ controllers: [NotesController], providers: [Notes, ApiKeyGuard] })
class NotaryModule {}

const settings = roleSettings.extend({ NOTARY_SEAL: z.string().optional() });

/** A small role with one of everything. */
export const notary: Role<typeof settings> = {
  name: 'notary',
  settings,
  module: () => ({ module: NotaryModule }),
  entities: [],
  migrations: [Notes1700000000000],
  defaultPort: 0,
};
