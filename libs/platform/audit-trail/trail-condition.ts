import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';

/** In one statement: what is sealed meanwhile is either still waiting or there. */
const findBreak = sql(
  'find-break-of-trail',
  `SELECT EXISTS (SELECT FROM trail_faults WHERE kind = 'broken') OR EXISTS (
     SELECT FROM unnest($1::text[]) AS wanted (id)
     WHERE NOT EXISTS (SELECT FROM trail_entries AS e WHERE e.id = wanted.id::uuid)
       AND NOT EXISTS (SELECT FROM trail_pending AS p WHERE strpos(p.entry, '"id":"' || wanted.id || '"') > 0)
   ) AS broken`,
);

/** Why something is not proven that should be by now. */
@Injectable()
export class TrailCondition {
  constructor(private readonly database: Database) {}

  /**
   * Of entries that should be under a checkpoint by now and are not: whether waiting for them is in vain, as the trail was
   * found broken (whether acknowledged or not, it is not whole), or one of them is gone.
   */
  async isBrokenFor(ids: readonly string[]): Promise<boolean> {
    const [found] = await this.database.read<{ broken: boolean }>(findBreak, [ids]);
    return found?.broken === true;
  }
}
