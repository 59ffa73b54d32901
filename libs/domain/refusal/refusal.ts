import type { RefusalCode } from './refusal-codes.ts';

export type { RefusalCode };

/** A "no" with its reason, as a value. `detail` names ids and fields, never personal data. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly detail: string;
}

export function refuse(code: RefusalCode, detail = ''): Refusal {
  return { refused: true, code, detail };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
