import { type BeforeApplicationShutdown, Controller, Get, Global, Module, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { Operation } from '../openapi/operation.ts';
import { Uncounted } from '../rates/address-rate.guard.ts';
import { Readiness } from './readiness.ts';

const ping = sql('ping', 'SELECT 1 AS one');
const liveAnswer = z.strictObject({ live: z.literal(true) }).meta({ id: 'Live' });
const readyAnswer = z
  .strictObject({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) })
  .meta({ id: 'Ready' });

@Uncounted()
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly readiness: Readiness,
    database: Database,
  ) {
    readiness.add('database', async () => (await database.read(ping)).length === 1);
    readiness.add('running', () => !this.stopping);
  }

  @Get('live')
  @Operation({ summary: 'Whether the process answers', answer: liveAnswer })
  live(): z.output<typeof liveAnswer> {
    return { live: true };
  }

  @Get('ready')
  @Operation({
    summary: 'Whether the role can do its work now',
    description: '503 with the same answer where it cannot.',
    answer: readyAnswer,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.output<typeof readyAnswer>> {
    const answer = await this.readiness.ask();
    if (!answer.ready) reply.status(503);
    return answer;
  }

  /** A load balancer sends nothing more to one that is about to go. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}

@Global()
@Module({ controllers: [HealthController], providers: [Readiness], exports: [Readiness] })
export class HealthModule {}
