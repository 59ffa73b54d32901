import type { Instant } from '#domain';
import { EventDesk, type ReceiverSummary, reasonWords } from '#platform';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, warning } from './finding.ts';

const TOO_LONG_MS = 3_600_000;

/** Does every event arrive? A database that is away, or without these tables yet, is told of elsewhere. */
export async function checkEvents({ name, role, settings, now }: ExaminedRole): Promise<Finding[]> {
  const { DATABASE_URL: url, DATABASE_SCHEMA: schema = role.name.replaceAll('-', '_') } = settings;
  if (url === undefined || role.name === 'trust-registry') return [];
  const desk = EventDesk.at({ url, schema }, now);
  try {
    const findings = (await desk.summarise()).flatMap((summary) => aboutReceiver(summary, name, now()));
    return findings.length > 0 ? findings : [good('events', 'no event is dead, none has waited for an hour')];
  } catch {
    return [];
  } finally {
    await desk.close();
  }
}

function aboutReceiver(summary: ReceiverSummary, name: string, now: Instant): Finding[] {
  const { receiver, waiting, oldest, dead, lastFailure } = summary;
  const why = lastFailure === null ? '' : ` (last failure: ${reasonWords(lastFailure)})`;
  const of = `--role ${name} --receiver ${receiver}`;
  const findings: Finding[] = [];
  if (dead > 0) {
    const message = `${dead} events for ${receiver} are dead: they are pushed no more${why}`;
    const mend = `assent events ${of} says why; once that is mended: assent events replay ${of} --dead`;
    findings.push(problem('events-dead', message, mend));
  }
  if (oldest !== null && Date.parse(now) - Date.parse(oldest) > TOO_LONG_MS) {
    const message = `${waiting} events for ${receiver} wait, the oldest since ${oldest}${why}`;
    const mend = `they arrive by themselves once it takes them; assent events ${of} says why it does not`;
    findings.push(warning('events-wait', message, mend));
  }
  return findings;
}
