import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { toMilliseconds } from '#domain';
import { instant } from '#protocol';
import { packageRoot } from '../catalogues/package-root.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { Readiness } from '../health/readiness.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { listStandingView } from './list-standing-view.ts';
import { RoleStanding } from './role-standing.ts';

const askServer = sql(
  'ask-database-server',
  `SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS msecs, current_setting('server_version') AS version`,
);

export const overviewView = z
  .strictObject({
    at: instant.describe('By the clock of this node.'),
    role: z.string(),
    participant: z.strictObject({ id: z.string(), name: z.string() }),
    ready: z.boolean(),
    checks: z
      .record(z.string(), z.boolean())
      .describe('What this node needs or uses, and whether it can, as GET /health/ready.'),
    trustList: listStandingView.nullable().describe('Null where there is none yet.'),
    database: z.strictObject({
      answeredInMilliseconds: z.number(),
      clockAheadMilliseconds: z.number().describe("How far the database's clock is ahead of this node's."),
    }),
    queue: z.enum(['redis', 'postgresql']),
    events: z
      .strictObject({
        waiting: z.int(),
        dead: z.int(),
        seconds: z.number().describe('How long the oldest has waited.'),
      })
      .nullable()
      .describe('Null for a role that tells none.'),
    versions: z.strictObject({ assent: z.string(), node: z.string(), postgresql: z.string() }),
  })
  .meta({ id: 'NodeOverview' });
export type Overview = z.output<typeof overviewView>;

const { version: assent } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
  version: string;
};

/** How this node does, at a glance. */
@Injectable()
export class NodeOverview {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    private readonly standing: RoleStanding,
    private readonly clock: Clock,
    @Inject(SETTINGS)
    private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'PARTICIPANT_NAME' | 'REDIS_URL'>,
    private readonly network: NetworkOptions,
  ) {}

  async read(): Promise<Overview> {
    const { PARTICIPANT_ID: id, PARTICIPANT_NAME: name, REDIS_URL } = this.settings;
    const { version: postgresql, ...database } = await this.askDatabase();
    return {
      at: this.clock.now(),
      role: this.network.role,
      participant: { id, name },
      ...(await this.readiness.ask()),
      trustList: (await this.standing.trustList()) ?? null,
      database,
      queue: REDIS_URL === undefined ? 'postgresql' : 'redis',
      events: (await this.standing.countEvents()) ?? null,
      versions: { assent, node: process.versions.node, postgresql },
    };
  }

  /** Its clock is compared with ours half way between question and answer. */
  private async askDatabase() {
    const [asked, before] = [performance.now(), toMilliseconds(this.clock.now())];
    const [server] = await this.database.read<{ msecs: number; version: string }>(askServer);
    if (server === undefined) throw new Error('the database answered with nothing');
    const halfWay = (before + toMilliseconds(this.clock.now())) / 2;
    return {
      answeredInMilliseconds: performance.now() - asked,
      clockAheadMilliseconds: server.msecs - halfWay,
      version: server.version,
    };
  }
}
