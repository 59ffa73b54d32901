import type { LocalNetwork } from '../../apps/network-node/network/member.ts';

export const operations = ['issue', 'fetch-10kb', 'fetch-1mb', 'revoke-to-refused'] as const;
export type Operation = (typeof operations)[number];

/** Only the product does these. */
export type OwnOperation = 'stream' | 'pause-and-resume';

/** Where the load process finds its sides. */
export interface LoadTargets {
  readonly people: number;
  readonly network: LocalNetwork;
  /** Undefined where it drives the product alone. */
  readonly floor?: { readonly gateway: string; readonly manager: string };
}

/** `times` operations, or as many as fit into `seconds`. */
export interface LoadOrder {
  readonly side: 'product' | 'floor';
  readonly operation: Operation | OwnOperation;
  readonly concurrency: number;
  readonly seconds?: number;
  readonly times?: number;
}

export interface LoadResult {
  readonly latenciesMs: readonly number[];
  /** From the first call to the last answer. */
  readonly seconds: number;
}

export type LoadRequest =
  | { readonly id: number; readonly begin: LoadTargets }
  | { readonly id: number; readonly prepare: LoadOrder }
  | { readonly id: number; readonly run: LoadOrder };

export type LoadReply =
  | { readonly id: number; readonly result?: LoadResult }
  | { readonly id: number; readonly error: string };
