import type { Client } from 'pg';
import { pendingSeconds, type TrailFaultKind } from '#platform';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, warning } from './finding.ts';

/** Sealing takes a second; handing over takes its turn, and a little. */
const [SEALED_SECONDS, TURNS, GRACE_SECONDS] = [60, 3, 60];

const mends: Readonly<Record<TrailFaultKind, string>> = {
  forged: 'someone else writes to this database: find out who; the entries are sealed as forged',
  lost: 'someone else deletes from this database: find out who; the acts are in no audit trail',
  broken:
    'run: assent verify trail; keep the tables as they are, they are the evidence; of a trail that is not what it was ' +
    'nothing more is sealed',
  contradiction:
    'signed checkpoints contradict each other, or are not proven not to: tell the operators of that participant and of the registry',
};

/** How its audit trail stands, and what the role found wrong with it or one it witnesses and nobody has acknowledged. */
export async function checkAuditTrail(client: Client, schema: string, examined: ExaminedRole): Promise<Finding[]> {
  const found = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.trail_faults`,
  ]);
  if (found.rows[0]?.there !== true) return [];
  const findings = [
    ...(await checkFaults(client, schema)),
    ...(await checkSealing(client, schema, examined)),
    ...(await checkWitnesses(client, schema, examined)),
  ];
  return findings.length > 0
    ? findings
    : [good('audit-trail', 'nothing new is wrong with the audit trail, as far as the role knows')];
}

async function checkFaults(client: Client, schema: string): Promise<Finding[]> {
  const table = `${schema}.trail_faults`;
  const { rows } = await client.query<{ kind: TrailFaultKind; detail: string; count: number }>(
    // Also of a database that is still to be migrated.
    `SELECT kind, min(detail) AS detail, count(*)::int AS count FROM ${table} AS fault
     WHERE to_jsonb(fault) ->> 'acknowledged_at' IS NULL GROUP BY kind ORDER BY kind`,
  );
  return rows.map(({ kind, detail, count }) => {
    const more = count === 1 ? '' : ` and ${count - 1} more`;
    return problem(
      `audit-trail-${kind}`,
      `audit trail: ${kind}: ${detail}${more}`,
      `${mends[kind]}; once it is dealt with: assent trail-faults acknowledge ${kind} --by NAME`,
    );
  });
}

/** Until they are sealed they can be taken away, and only the process that wrote them would know. */
async function checkSealing(client: Client, schema: string, { now }: ExaminedRole): Promise<Finding[]> {
  const { rows } = await client.query<{ entry: string }>(
    `SELECT entry FROM ${schema}.trail_pending ORDER BY id LIMIT 100`,
  );
  const seconds = Math.round(pendingSeconds(rows, now()));
  if (seconds < SEALED_SECONDS) return [];
  return [
    problem(
      'audit-trail-stalled',
      `audit trail: entries have waited for ${seconds} s to be sealed`,
      'start the role, with jobs in RUN; where it runs, see its log, and end the database session that holds its advisory lock (pg_locks)',
    ),
  ];
}

interface Handed {
  /** Rows that say more was handed over than was signed. */
  readonly beyond: number;
  readonly unwitnessed: number;
  /** Since the first checkpoint that nobody was handed; null where somebody has the newest. */
  readonly seconds: number | null;
}

/** A registry hands over to nobody: others come for its checkpoints. */
async function checkWitnesses(client: Client, schema: string, examined: ExaminedRole): Promise<Finding[]> {
  if (examined.role.name === 'trust-registry') return [];
  const { rows } = await client.query<Handed>(
    `WITH newest AS (SELECT coalesce(max(size), 0) AS size FROM ${schema}.trail_checkpoints),
     given AS (
       SELECT coalesce(max(given_size) FILTER (WHERE given_size <= newest.size), 0) AS size,
         count(*) FILTER (WHERE given_size > newest.size)::int AS beyond
       FROM newest LEFT JOIN ${schema}.trail_witnesses ON true)
     SELECT beyond, (newest.size - given.size)::float8 AS unwitnessed,
       (SELECT extract(epoch FROM $1::timestamptz - made_at)::float8 FROM ${schema}.trail_checkpoints
        WHERE size > given.size ORDER BY size LIMIT 1) AS seconds
     FROM newest, given`,
    [examined.now()],
  );
  const { beyond = 0, unwitnessed = 0, seconds = null } = rows[0] ?? {};
  const tampered = problem(
    'audit-trail-witnesses',
    `audit trail: ${beyond} rows of trail_witnesses say that more was handed over than was signed`,
    'somebody changed them, or took checkpoints away: run assent verify trail, and find out who',
  );
  const late = warning(
    'audit-trail-unwitnessed',
    `audit trail: the last ${unwitnessed} signed entries were handed to no witness for ${Math.round(seconds ?? 0)} s`,
    'start the role, with jobs in RUN; where it runs, see whether it has a trust list: until then only this database vouches for them',
  );
  const most = TURNS * (examined.settings.TRAIL_WITNESS_SECONDS ?? 300) + GRACE_SECONDS;
  return [...(beyond > 0 ? [tampered] : []), ...(seconds !== null && seconds > most ? [late] : [])];
}
