import type { RefusalCode } from './refusal-codes.ts';

export type { RefusalCode };

/** A "no" with its reason, as a value. `detail` names ids and fields, never personal data. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly detail: string;
}

// Not by its looks: whoever sends us JSON could make one that passes for ours.
const ours = new WeakSet<object>();

export function refuse(code: RefusalCode, detail = ''): Refusal {
  const refusal: Refusal = { refused: true, code, detail };
  ours.add(refusal);
  return refusal;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && ours.has(value);
}
