import type { JsonWebKey } from 'node:crypto';

export const floorRoles = ['manager', 'provider', 'gateway'] as const;
export type FloorRole = (typeof floorRoles)[number];

/** What each process of the floor is told, as JSON in BENCH_FLOOR. */
export interface FloorSettings {
  readonly databaseUrl: string;
  readonly ports: Readonly<Record<FloorRole, number>>;
  /** Private keys (P-256), the gateway's for DPoP beside those of the roles. */
  readonly keys: Readonly<Record<FloorRole | 'dpop', JsonWebKey>>;
}

export const readSettings = (): FloorSettings => JSON.parse(process.env['BENCH_FLOOR'] ?? '{}') as FloorSettings;

export const urlOf = ({ ports }: FloorSettings, role: FloorRole): string => `http://127.0.0.1:${ports[role]}`;

/** The participant ids of the product's run, so that messages are as long. */
export const idOf = (role: FloorRole): string => `https://${role}.example`;
