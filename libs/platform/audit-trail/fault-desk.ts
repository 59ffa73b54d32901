import type { Instant } from '#domain';
import { SideConnection } from '../database/side-connection.ts';
import { sql } from '../database/statement.ts';
import type { TrailFaultKind } from './trail-faults.ts';

const columns =
  'kind, detail, found_at AS "foundAt", acknowledged_at AS "acknowledgedAt", acknowledged_by AS "acknowledgedBy"';
const listFaults = sql(
  'list-faults-of-trail',
  `SELECT ${columns} FROM trail_faults ORDER BY acknowledged_at DESC NULLS FIRST, found_at DESC, detail LIMIT $1`,
);
const acknowledgeFaults = sql(
  'acknowledge-trail-faults',
  `UPDATE trail_faults SET acknowledged_at = $3, acknowledged_by = $4
   WHERE kind = $1 AND acknowledged_at IS NULL AND ($2::text IS NULL OR detail = $2) RETURNING ${columns}`,
);

export interface TrailFault {
  readonly kind: TrailFaultKind;
  readonly detail: string;
  readonly foundAt: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
}

export interface Acknowledgement {
  readonly kind: TrailFaultKind;
  /** Of one; all of the kind where absent. */
  readonly detail?: string | undefined;
  readonly by: string;
  readonly now: Instant;
}

/**
 * What a role found wrong with its audit trail, for its operator, by its database alone: to be closed. What is acknowledged
 * stays, and wakes nobody any more. Every method throws what PostgreSQL says.
 */
export class FaultDesk {
  private readonly connection: SideConnection;

  constructor({ url, schema }: { readonly url: string; readonly schema: string }) {
    this.connection = new SideConnection({ url, schema, name: 'assent trail-faults' });
  }

  /** What is not acknowledged first, then the newest. */
  list(limit: number): Promise<TrailFault[]> {
    return this.connection.ask(listFaults, [limit]);
  }

  /** Those found until now. @returns what was acknowledged by this */
  acknowledge({ kind, detail, by, now }: Acknowledgement): Promise<TrailFault[]> {
    return this.connection.ask(acknowledgeFaults, [kind, detail ?? null, now, by]);
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
