import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Instant } from '#domain';
import { instant } from '#protocol';
import { trailFaultKinds } from '../audit-trail/trail-faults.ts';
import { countPending, findGrowth, findNewestCheckpoint } from '../audit-trail/trail-statements.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { RoleStanding } from './role-standing.ts';

const listWitnesses = sql(
  'list-trail-witnesses',
  `SELECT participant, named_at AS "namedAt", given_size AS "givenSize" FROM trail_witnesses
   ORDER BY participant LIMIT 1000`,
);
const listFaults = sql(
  'list-trail-faults',
  'SELECT kind, detail, found_at AS "foundAt" FROM trail_faults ORDER BY found_at DESC LIMIT 100',
);

const witnessView = z.strictObject({
  participant: z.string(),
  name: z.string(),
  namedAt: z.int().describe('How many entries there were when one last named it.'),
  givenSize: z.int().describe('Of the newest checkpoint that was sent to it; 0 for none.'),
  unheardSince: instant
    .nullable()
    .describe('Since when it has not acknowledged one that was sent; null where it has all.'),
});

export const trailView = z
  .strictObject({
    size: z.int().describe('Entries that are sealed.'),
    pending: z.int().describe('Entries that wait to be sealed.'),
    checkpoint: z.strictObject({ size: z.int(), madeAt: instant, token: z.string() }).nullable(),
    witnesses: z.array(witnessView),
    faults: z.array(z.strictObject({ kind: z.enum(trailFaultKinds), detail: z.string(), foundAt: instant })),
  })
  .meta({ id: 'TrailOverview' });
export type TrailView = z.output<typeof trailView>;

/** How this node's audit trail stands. */
@Injectable()
export class TrailOverview {
  constructor(
    private readonly database: Database,
    private readonly standing: RoleStanding,
  ) {}

  async read(): Promise<TrailView> {
    const [growth] = await this.database.read<{ entries: number }>(findGrowth);
    const [pending] = await this.database.read<{ pending: number }>(countPending);
    const [newest] = await this.database.read<{ size: number; token: string; made_at: Instant }>(findNewestCheckpoint);
    type Witness = Omit<z.output<typeof witnessView>, 'name' | 'unheardSince'>;
    const witnesses = await this.database.read<Witness>(listWitnesses);
    const unheard = new Map((await this.standing.unheardCheckpoints()).map((one) => [one.participant, one.since]));
    return {
      size: growth?.entries ?? 0,
      pending: pending?.pending ?? 0,
      checkpoint: newest === undefined ? null : { size: newest.size, madeAt: newest.made_at, token: newest.token },
      witnesses: witnesses.map((one) => ({
        ...one,
        name: this.standing.nameOf(one.participant),
        unheardSince: unheard.get(one.participant) ?? null,
      })),
      faults: await this.database.read<TrailView['faults'][number]>(listFaults),
    };
  }
}
