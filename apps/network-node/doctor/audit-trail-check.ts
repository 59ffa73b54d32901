import type { Client } from 'pg';
import type { TrailFaultKind } from '#platform';
import { type Finding, good, problem } from './finding.ts';

const mends: Readonly<Record<TrailFaultKind, string>> = {
  forged: 'someone else writes to this database: find out who; the entries are sealed as forged',
  lost: 'someone else deletes from this database: find out who; the acts are in no audit trail',
  broken: 'run: assent verify trail; keep the tables as they are, they are the evidence; nothing is sealed meanwhile',
  contradiction:
    'two signed checkpoints contradict each other: tell the operators of that participant and of the registry',
};

/** What the role found wrong with its audit trail, or one it witnesses, and nobody has acknowledged. */
export async function checkAuditTrail(client: Client, schema: string): Promise<Finding[]> {
  const table = `${schema}.trail_faults`;
  const found = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  if (found.rows[0]?.there !== true) return [];
  const { rows } = await client.query<{ kind: TrailFaultKind; detail: string; count: number }>(
    // Also of a database that is still to be migrated.
    `SELECT kind, min(detail) AS detail, count(*)::int AS count FROM ${table} AS fault
     WHERE to_jsonb(fault) ->> 'acknowledged_at' IS NULL GROUP BY kind ORDER BY kind`,
  );
  if (rows.length === 0)
    return [good('audit-trail', 'nothing new is wrong with the audit trail, as far as the role knows')];
  return rows.map(({ kind, detail, count }) => {
    const more = count === 1 ? '' : ` and ${count - 1} more`;
    return problem(
      `audit-trail-${kind}`,
      `audit trail: ${kind}: ${detail}${more}`,
      `${mends[kind]}; once it is dealt with: assent trail-faults acknowledge ${kind} --by NAME`,
    );
  });
}
