import type { Operation } from '../load/load-messages.ts';
import type { Plan } from '../plan.ts';
import type { MeasuredAfter } from '../results.ts';
import { compareInTurns, type Driven, takeTurn } from '../slices/in-turns.ts';
import { loadConsents } from './load-consents.ts';

const measured = ['issue', 'fetch-10kb', 'revoke-to-refused'] as const satisfies readonly Operation[];
/** The whole is to take some ten minutes. */
const LOADING_SECONDS = 240;

/** The same operations with few consents in the tables, and with many. */
export async function measureGrowth(
  few: Driven,
  many: Driven,
  { concurrencies, growthAt, growthSeconds, revocations, warmUp, warmUpSeconds }: Plan,
  say: (line: string) => void,
): Promise<MeasuredAfter['growth']> {
  const load = ({ product }: Driven, to: number) => loadConsents(product.network.databaseUrl, to, LOADING_SECONDS);
  say(`loading ${growthAt.join(' and ')} consents …`);
  const [fewer, more] = [await load(few, growthAt[0]), await load(many, growthAt[1])];
  const results: MeasuredAfter['growth'][number][] = [];
  for (const name of measured) {
    const turn = { operation: name, concurrency: concurrencies[1] };
    // What was idle while rows were loaded is as cold as what has just begun.
    for (const side of [few, many]) await takeTurn(side, { ...turn, times: warmUp[name], seconds: warmUpSeconds });
    const size = name === 'revoke-to-refused' ? { times: revocations[1] } : { seconds: growthSeconds };
    const [withFew, withMany] = await compareInTurns(few, many, { ...turn, ...size });
    results.push({ name, at: fewer, cpuMicros: withFew }, { name, at: more, cpuMicros: withMany });
    say(`  ${name}: ${withFew} µs with ${fewer}, ${withMany} µs with ${more}`);
  }
  return results;
}
