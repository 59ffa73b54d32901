import { describe, expect, it, test } from 'vitest';
import { checkAdminStays, mayAct, type OperatorRight, operatorRights } from './operator-right.ts';

describe('who may do what', () => {
  const table: Record<OperatorRight, readonly OperatorRight[]> = {
    viewer: ['viewer'],
    operator: ['viewer', 'operator'],
    admin: ['viewer', 'operator', 'admin'],
  };

  test.each(operatorRights)('%s', (may) => {
    expect(operatorRights.filter((needed) => mayAct(may, needed))).toEqual(table[may]);
  });
});

describe('the last admin', () => {
  it.each([undefined, 'viewer', 'operator'] as const)('cannot become %s', (next) => {
    expect(checkAdminStays(['ada'], 'ada', next)).toMatchObject({ code: 'last-admin' });
  });

  it('can go on as admin, and lets others go', () => {
    expect(checkAdminStays(['ada'], 'ada', 'admin')).toBeUndefined();
    expect(checkAdminStays(['ada'], 'ben', undefined)).toBeUndefined();
  });

  it('is not the last where there is another', () => {
    expect(checkAdminStays(['ada', 'ben'], 'ada', undefined)).toBeUndefined();
  });
});
