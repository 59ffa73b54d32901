import { type Refusal, refuse } from '../refusal/refusal.ts';

/** What an operator of a node may do, each with all that those before it may: look; act; say who else may. */
export const operatorRights = ['viewer', 'operator', 'admin'] as const;
export type OperatorRight = (typeof operatorRights)[number];

export function mayAct(may: OperatorRight, needed: OperatorRight): boolean {
  return operatorRights.indexOf(may) >= operatorRights.indexOf(needed);
}

/**
 * A node that has had an admin keeps one: nobody is left who could invite another.
 *
 * @param admins ids of all of them, before the change
 * @param next what the operator may afterwards; nothing where removed
 */
export function checkAdminStays(
  admins: readonly string[],
  operatorId: string,
  next: OperatorRight | undefined,
): Refusal | undefined {
  const isOnly = admins.length === 1 && admins[0] === operatorId;
  return isOnly && next !== 'admin' ? refuse('last-admin') : undefined;
}
