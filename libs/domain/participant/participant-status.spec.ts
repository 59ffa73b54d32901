import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal/refusal.ts';
import { changeStatus, type ParticipantStatus, type StatusAct } from './participant-status.ts';

describe('the status of a participant', () => {
  it.each<[from: ParticipantStatus, act: StatusAct, to: ParticipantStatus | 'refused']>([
    ['active', 'suspend', 'suspended'],
    ['active', 'reinstate', 'active'],
    ['active', 'withdraw', 'withdrawn'],
    ['suspended', 'suspend', 'suspended'],
    ['suspended', 'reinstate', 'active'],
    ['suspended', 'withdraw', 'withdrawn'],
    ['withdrawn', 'suspend', 'refused'],
    ['withdrawn', 'reinstate', 'refused'],
    ['withdrawn', 'withdraw', 'withdrawn'],
  ])('%s, %s: %s', (from, act, to) => {
    const result = changeStatus(from, act);
    expect(isRefusal(result) ? 'refused' : result).toBe(to);
  });
});
