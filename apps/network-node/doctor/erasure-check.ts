import { Client } from 'pg';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem } from './finding.ts';

const PATIENCE_MS = 5000;
/** As long as the timers of either role have to come by. */
const GRACE_SECONDS = 300;

interface Question {
  /** How many sessions hold, or are not known to have erased, what should be gone since $1. */
  readonly sql: string;
  readonly problem: (count: number) => string;
  readonly mend: string;
}

const questions: Readonly<Record<string, Question>> = {
  'data-user-gateway': {
    // Rows and files alike: where deleting files was given up, they are there still.
    sql: `SELECT ((SELECT count(*) FROM data_sessions WHERE erased_at IS NULL AND erase_by < $1)
        + (SELECT count(*) FROM hand_overs WHERE kind = 'file'
           AND (state = 'ERASING' AND trying_since < $1 OR state = 'UNREACHABLE' AND erased_at IS NULL)))::int AS count`,
    problem: (count) => `what came in ${count} data sessions should have been erased by now`,
    mend: 'see assent erasures, assent hand-overs and the log: it says what stands in the way; the timer tries again by itself',
  },
  'consent-manager': {
    sql: 'SELECT count(*)::int AS count FROM data_sessions WHERE erased_at IS NULL AND erase_by < $1',
    problem: (count) => `data users owe a receipt of erasure for ${count} data sessions`,
    mend: 'ask the data users; assent story tells of each session',
  },
};

/** Is everything gone that should be? Says nothing where the database or its tables are not there: others do. */
export async function checkErasures({ role, settings, now }: ExaminedRole): Promise<Finding[]> {
  const question = questions[role.name];
  const { DATABASE_URL } = settings;
  if (question === undefined || DATABASE_URL === undefined) return [];
  const schema = settings.DATABASE_SCHEMA ?? role.name.replaceAll('-', '_');
  const client = new Client({
    connectionString: DATABASE_URL,
    application_name: 'assent doctor',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    options: `-c search_path=${schema}`,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const before = new Date(Date.parse(now()) - GRACE_SECONDS * 1000).toISOString();
    const { rows } = await client.query<{ count: number }>(question.sql, [before]);
    const count = rows[0]?.count ?? 0;
    if (count === 0) return [good('erasures', 'no erasure is overdue')];
    return [problem('erasures-overdue', question.problem(count), question.mend)];
  } catch {
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}
