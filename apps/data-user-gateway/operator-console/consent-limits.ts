import { Injectable } from '@nestjs/common';
import { addDuration, type ConsentTerms, type Duration, type Instant, useWindowAt } from '#domain';
import { Clock, Database, sql } from '#platform';
import { firstIdAt } from '#protocol';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';

/** Of each consent those of its present window; ids begin with the time they were made at. */
const countUses = sql(
  'count-uses-in-window',
  `SELECT held.id AS "consentId", (
     SELECT count(*)::int FROM data_requests r
     WHERE r.consent_id = held.id AND r.id >= held.first AND r.state = 'AUTHORISED'
       AND r.requested_at >= held.starts AND r.requested_at < held.ends) AS made
   FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS held(id, first, starts, ends)`,
);
const sumHeld = sql(
  'sum-held-records',
  `SELECT consent_id AS "consentId", sum(records)::int AS records, max(erase_by) AS "eraseBy"
   FROM data_sessions WHERE consent_id = ANY ($1::uuid[]) AND received_at IS NOT NULL AND erased_at IS NULL
   GROUP BY consent_id`,
);

/** The moment a use counts from is the manager's; the id is of our clock. */
const leeway: Duration = 'P1D';

export interface UsesLeft {
  readonly made: number;
  readonly most: number;
  readonly left: number;
  /** The span over which they are counted. */
  readonly from: Instant;
  readonly to: Instant;
}

export interface ConsentLimits {
  readonly uses: UsesLeft;
  readonly records: number;
  /** When the last of what is kept must be gone; null where nothing is kept. */
  readonly eraseBy: Instant | null;
}

interface Held {
  readonly consentId: string;
  readonly records: number;
  readonly eraseBy: Instant;
}

const mostUses = ({ frequency }: ConsentTerms): number => frequency?.max ?? 1;

/** What is left of each consent: uses in the present window, and data that lives. */
@Injectable()
export class ConsentLimitsReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(consents: readonly HeldConsent[]): Promise<(consent: HeldConsent) => ConsentLimits> {
    const ids = consents.map(({ id }) => id);
    const windows = consents.map(({ claims }) => useWindowAt(this.clock.now(), claims.terms));
    const firsts = windows.map(({ from }) => firstIdAt(addDuration(from, leeway, -1)));
    const bounds = [windows.map(({ from }) => from), windows.map(({ to }) => to)];
    const uses = await this.database.read<{ consentId: string; made: number }>(countUses, [ids, firsts, ...bounds]);
    const held = await this.database.read<Held>(sumHeld, [ids]);
    return ({ id, claims }) => {
      const window = useWindowAt(this.clock.now(), claims.terms);
      const made = uses.find(({ consentId }) => consentId === id)?.made ?? 0;
      const most = mostUses(claims.terms);
      const living = held.find(({ consentId }) => consentId === id);
      return {
        uses: { made, most, left: Math.max(0, most - made), from: window.from, to: window.to },
        records: living?.records ?? 0,
        eraseBy: living?.eraseBy ?? null,
      };
    };
  }
}
