import { type Refusal, refuse } from '../refusal/refusal.ts';

export const participantStatuses = ['active', 'suspended', 'withdrawn'] as const;
/** active <-> suspended -> withdrawn. Who is withdrawn stays so, and stays listed: what was signed must remain checkable. */
export type ParticipantStatus = (typeof participantStatuses)[number];

export const statusActs = ['suspend', 'reinstate', 'withdraw'] as const;
export type StatusAct = (typeof statusActs)[number];

const transitions: Record<StatusAct, { from: readonly ParticipantStatus[]; to: ParticipantStatus }> = {
  suspend: { from: ['active'], to: 'suspended' },
  reinstate: { from: ['suspended'], to: 'active' },
  withdraw: { from: ['active', 'suspended'], to: 'withdrawn' },
};

/** Doing again what is done already changes nothing and is no error. */
export function changeStatus(status: ParticipantStatus, act: StatusAct): ParticipantStatus | Refusal {
  const { from, to } = transitions[act];
  if (status === to || from.includes(status)) return to;
  return refuse('status-change-not-allowed', `cannot ${act}: the participant is ${status}`);
}
