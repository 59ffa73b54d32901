import type { Client } from 'pg';

export const sideNames = ['product', 'floor'] as const;
export type SideName = (typeof sideNames)[number];

export interface CountedProcess {
  readonly name: string;
  readonly pid: number;
}

/** One of the two that are compared: its processes, its PostgreSQL. */
export interface Side {
  readonly name: SideName;
  /** Where its processes write what they counted. */
  readonly folder: string;
  readonly roles: readonly CountedProcess[];
  /** Processes beside the roles whose time counts as well, such as Redis. */
  readonly others: readonly CountedProcess[];
  readonly postmaster: number;
  readonly database: Client;
  /** The process of PostgreSQL's that answers the bench itself. */
  readonly ownBackend: number;
  /** Resolves once every event is acknowledged, every entry of the audit trail sealed and nothing under way. */
  settled(): Promise<void>;
}
