import { type Refusal, refuse } from '../refusal/refusal.ts';

export const requestStates = ['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'FAILED'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestActs = ['approve', 'reject', 'expire', 'fail'] as const;
export type RequestAct = (typeof requestActs)[number];

const ends: Record<RequestAct, RequestState> = {
  approve: 'APPROVED',
  reject: 'REJECTED',
  expire: 'EXPIRED',
  fail: 'FAILED',
};

/** A consent request is decided once. */
export function moveRequest(from: RequestState, act: RequestAct): RequestState | Refusal {
  return from === 'PENDING' ? ends[act] : refuse('request-not-pending', `the request is ${from}`);
}
