import type { Client } from 'pg';

/** What was deleted before is cleared away, and all of it on the disk: that is no part of what comes next. */
export async function tidyServer(database: Client): Promise<void> {
  await database.query('VACUUM (ANALYZE)');
  await database.query('CHECKPOINT');
}
