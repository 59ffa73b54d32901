import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { NumberedTrailEntry } from '#domain';
import { instant } from '#protocol';
import { byOperators } from '../audit-trail/trail-of-operators.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';

/** Newest first, each with the names of who is named by id: one who was removed keeps the name. */
const listActs = sql(
  'list-acts-of-operators',
  `SELECT acts.index, acts.entry, doer.name AS by, coalesce(other.name, invited.name) AS whom
   FROM (
     SELECT index, entry FROM trail_entries WHERE (${byOperators}) AND ($1::bigint IS NULL OR index < $1)
     ORDER BY index DESC LIMIT $2) AS acts
   LEFT JOIN operators doer ON doer.id::text = acts.entry::json->>'operator'
   LEFT JOIN operators other ON other.id::text = acts.entry::json->>'about'
   LEFT JOIN operator_invitations invited ON invited.id::text = acts.entry::json->>'about'
   ORDER BY acts.index DESC`,
);

interface ActRow {
  readonly index: number;
  readonly entry: string;
  readonly by: string | null;
  readonly whom: string | null;
}

const actView = z.strictObject({
  index: z.int().describe('Its place in the audit trail.'),
  at: instant,
  act: z.string(),
  outcome: z.string(),
  operator: z.string().nullable().describe('Who did it; null where it was done on the machine of the node.'),
  about: z.string().nullable().describe('The name of another operator, or the id of what it was about.'),
  count: z.int().nullable().describe('How many events or records.'),
});
export const operatorActsView = z
  .strictObject({ acts: z.array(actView), next: z.string().nullable() })
  .meta({ id: 'OperatorActs' });
export type OperatorActs = z.output<typeof operatorActsView>;

/** Who of the operators did what and when: what the audit trail has of them once it is sealed. */
@Injectable()
export class ActsOfOperators {
  constructor(private readonly database: Database) {}

  async page(limit: number, before: string | undefined): Promise<OperatorActs> {
    const found = await this.database.read<ActRow>(listActs, [before ?? null, limit + 1]);
    const acts = found.slice(0, limit).map(show);
    return { acts, next: found.length > limit ? `${acts.at(-1)?.index}` : null };
  }
}

function show({ index, entry, by, whom }: ActRow): OperatorActs['acts'][number] {
  const { at, act, outcome, operator, about, counterpart, ground, events, records } = JSON.parse(
    entry,
  ) as NumberedTrailEntry;
  return {
    ...{ index, at, act, outcome },
    operator: by ?? operator ?? null,
    about: whom ?? about ?? counterpart ?? ground?.id ?? null,
    count: events ?? records ?? null,
  };
}
