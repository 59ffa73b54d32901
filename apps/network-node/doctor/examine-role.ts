import type { Clock, Role } from '#platform';
import { checkClock } from './clock-check.ts';
import { checkCounterparts } from './counterparts-check.ts';
import { checkDatabase } from './database-check.ts';
import { checkErasures } from './erasure-check.ts';
import { checkEvents } from './events-check.ts';
import type { ExaminedRole } from './examined-role.ts';
import { checkPrivateFiles } from './files-check.ts';
import type { Finding } from './finding.ts';
import { checkHandOver } from './hand-over-check.ts';
import { checkMail } from './mail-check.ts';
import { checkQueues } from './queue-check.ts';
import { checkRecordSources } from './record-sources-check.ts';
import { checkSettings } from './settings-check.ts';
import { checkTrustList } from './trust-list-check.ts';

/** Looks at all a role stands on, as far as its settings tell; changes nothing. One fault does not hide another. */
export async function examineRole(
  name: string,
  role: Role,
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): Promise<Finding[]> {
  const { settings, findings } = checkSettings(role, environment);
  const examined: ExaminedRole = { name, role, environment, settings, now: () => clock.now(), clocks: [] };
  const [files, database, events, erasures, queues, mail, sources, handOver, trust] = await Promise.all([
    checkPrivateFiles(examined),
    checkDatabase(examined),
    checkEvents(examined),
    checkErasures(examined),
    checkQueues(examined),
    checkMail(examined),
    checkRecordSources(examined),
    checkHandOver(examined),
    checkTrustList(examined),
  ]);
  const counterparts = await checkCounterparts(trust.list, examined);
  const clocks = checkClock(examined);
  const stores = [...files, ...database, ...events, ...erasures, ...queues, ...mail, ...sources, ...handOver];
  return [...findings, ...stores, ...trust.findings, ...counterparts, ...clocks];
}
