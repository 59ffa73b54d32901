import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { participantRoles, participantStatuses } from '#domain';
import { Database, sql } from '#platform';
import { instant, participantId } from '#protocol';
import { ParticipantReach } from './participant-reach.ts';

/** The two newest of each trail, one step of an index for each. One that ever contradicted itself stays so, whatever came since. */
const listTrails = sql(
  'list-trails-of-participants',
  `SELECT p.id AS participant, p.name, p.status, listed.role, p.endpoints->>listed.role AS address, newest.size, newest.received_at AS "receivedAt",
     newest.agrees AND NOT EXISTS (
       SELECT FROM witnessed_checkpoints w WHERE w.issuer = p.id AND w.role = listed.role AND NOT w.agrees) AS agrees,
     earlier.size AS "earlierSize", earlier.received_at AS "earlierAt"
   FROM (SELECT id, name, status, roles, endpoints FROM participants WHERE $1::text IS NULL OR id > $1 ORDER BY id LIMIT $2) AS p
   CROSS JOIN LATERAL unnest(p.roles) AS listed(role)
   LEFT JOIN LATERAL (
     SELECT w.size, w.received_at, w.agrees FROM witnessed_checkpoints w
     WHERE w.issuer = p.id AND w.role = listed.role ORDER BY w.size DESC LIMIT 1) AS newest ON true
   LEFT JOIN LATERAL (
     SELECT w.size, w.received_at FROM witnessed_checkpoints w
     WHERE w.issuer = p.id AND w.role = listed.role AND w.size < newest.size ORDER BY w.size DESC LIMIT 1
   ) AS earlier ON true
   ORDER BY p.id, listed.role`,
);

const trailOfParticipant = z.strictObject({
  participant: participantId,
  name: z.string(),
  status: z.enum(participantStatuses),
  role: z.enum(participantRoles),
  size: z.int().nullable().describe('Entries under its newest checkpoint that was handed over here; null for none.'),
  receivedAt: instant.nullable(),
  agrees: z
    .boolean()
    .nullable()
    .describe('False where any of its checkpoints contradicts an earlier one, or was not proven to extend it.'),
  earlierSize: z.int().nullable().describe('Of the checkpoint before: how much was done between the two.'),
  earlierAt: instant.nullable(),
  answers: z.boolean().nullable().describe('Whether it answers at its listed address now; null where it is not asked.'),
  answeredInMilliseconds: z.number().nullable(),
});

export const flowView = z
  .strictObject({ trails: z.array(trailOfParticipant), next: participantId.nullable() })
  .meta({ id: 'NetworkFlow' });
type Trail = z.output<typeof trailOfParticipant>;
type TrailRow = Omit<Trail, 'answers' | 'answeredInMilliseconds'> & { readonly address: string | null };

/**
 * What a registry can honestly say of what goes on: who answers, when each was last heard, and how much each participant wrote into its audit trail, by the
 * checkpoints that it handed over here. What the entries say, and who dealt with whom, stays with the participants.
 */
@Injectable()
export class NetworkFlow {
  constructor(
    private readonly database: Database,
    private readonly reach: ParticipantReach,
  ) {}

  /** By participant; all its roles are on one page. */
  async page(limit: number, after?: string): Promise<z.output<typeof flowView>> {
    const found = await this.database.read<TrailRow>(listTrails, [after ?? null, limit + 1]);
    const ids = [...new Set(found.map(({ participant }) => participant))].slice(0, limit);
    const last = ids.at(-1);
    const shown = found.filter(({ participant }) => ids.includes(participant));
    const next = last !== undefined && shown.length < found.length ? last : null;
    return { trails: await this.withReach(shown), next };
  }

  /** Only active ones are asked: nobody relies on the others. */
  private async withReach(rows: readonly TrailRow[]): Promise<Trail[]> {
    const addressOf = ({ status, address }: TrailRow) => (status === 'active' ? address : null);
    const known = await this.reach.ask(rows.map(addressOf).filter((address) => address !== null));
    return rows.map((row) => {
      const { address: _address, ...trail } = row;
      const { answers = null, milliseconds = null } = known.get(addressOf(row) ?? '') ?? {};
      return { ...trail, answers, answeredInMilliseconds: milliseconds };
    });
  }
}
