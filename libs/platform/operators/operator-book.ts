import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  addDuration,
  checkAdminStays,
  type Duration,
  type Instant,
  type OperatorRight,
  type Refusal,
  RefusedError,
  refuse,
} from '#domain';
import type { TrailNote } from '../audit-trail/prepare-entries.ts';
import type { Statement } from '../database/statement.ts';
import type { Operator } from './operator.ts';
import {
  addInvitation,
  addOperator,
  changeRight,
  findAdmins,
  findByName,
  findInvitation,
  listInvitations,
  listOperators,
  lockOperators,
  removeOperator,
  spendInvitation,
  withdrawInvitation,
} from './operator-statements.ts';

/** Name of the key invitations are kept under: `operator.key` in KEYS_FOLDER. */
export const OPERATOR_SECRET = 'operator';

const invitationLife: Duration = 'PT24H';

export interface ListedOperator extends Operator {
  readonly joinedAt: Instant;
}

/** To be shown once: a one-time code of 256 random bits, base64url. */
export interface Invitation {
  readonly id: string;
  readonly invitation: string;
  readonly expiresAt: Instant;
}

export type Invited = Pick<Operator, 'id' | 'name' | 'may'>;

/** One that nobody has joined by yet; without its code, which is shown once. */
export interface PendingInvitation extends Invited {
  readonly expiresAt: Instant;
  /** The name of the admin; null where it was done on the machine of the node. */
  readonly invitedBy: string | null;
}

/** What the book is written with: inside the running role, or beside it on its machine. */
export interface BookMeans {
  /** Of one transaction. */
  ask<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** @returns the two values of `insertTrail` */
  note(note: TrailNote): readonly unknown[];
  readonly secret: KeyObject;
  readonly now: Instant;
}

/** Who operates this node: by its database, whether or not it runs. Every change goes into its audit trail. */
export class OperatorBook {
  constructor(private readonly means: BookMeans) {}

  list(): Promise<ListedOperator[]> {
    return this.means.ask(listOperators, []);
  }

  /**
   * @param by the admin who invites; nobody where it is done on the machine of the node
   * @throws RefusedError `operator-name-taken`
   */
  async invite(name: string, may: OperatorRight, by?: Operator): Promise<Invitation> {
    const { ask, note, now } = this.means;
    const [taken] = await ask(findByName, [name]);
    if (taken !== undefined) throw new RefusedError(refuse('operator-name-taken'));
    const [id, invitation] = [uuidv7(), randomBytes(32).toString('base64url')];
    const expiresAt = addDuration(now, invitationLife);
    const noted = note({ act: 'operator.invited', operator: by?.id, about: id });
    await ask(addInvitation, [id, name, may, this.hashOf(invitation), by?.id ?? null, expiresAt, now, ...noted]);
    return { id, invitation, expiresAt };
  }

  /** Those that somebody may still join by, the first to expire first. */
  invitations(): Promise<PendingInvitation[]> {
    return this.means.ask(listInvitations, [this.means.now]);
  }

  /** Nobody joins by it any more. @throws RefusedError `not-found`, also where it was used or has expired */
  async withdraw(id: string, by: Operator): Promise<void> {
    const { ask, note, now } = this.means;
    const noted = note({ act: 'operator.invitation-withdrawn', operator: by.id, about: id });
    refuseNobody(await ask(withdrawInvitation, [id, now, ...noted]));
  }

  /** @returns refusal: `invitation-not-valid` */
  async findInvited(invitation: string): Promise<Invited | Refusal> {
    const [found] = await this.means.ask<Invited>(findInvitation, [this.hashOf(invitation), this.means.now]);
    return found ?? refuse('invitation-not-valid');
  }

  /**
   * Makes whom it was for an operator: it cannot be used again.
   *
   * @throws RefusedError `invitation-not-valid`, `operator-name-taken`
   */
  async join(invitation: string): Promise<Operator> {
    const { ask, now } = this.means;
    await ask(lockOperators, []);
    const [spent] = await ask<Invited>(spendInvitation, [this.hashOf(invitation), now]);
    if (spent === undefined) throw new RefusedError(refuse('invitation-not-valid'));
    if ((await this.findByName(spent.name)) !== undefined) throw new RefusedError(refuse('operator-name-taken'));
    await ask(addOperator, [spent.id, spent.name, spent.may, now]);
    return spent;
  }

  async findByName(name: string): Promise<ListedOperator | undefined> {
    return (await this.means.ask<ListedOperator>(findByName, [name]))[0];
  }

  /** @throws RefusedError `not-found`, `last-admin` */
  async change(id: string, may: OperatorRight, by: Operator): Promise<void> {
    await this.checkAdminStays(id, may);
    const noted = this.means.note({ act: 'operator.changed', operator: by.id, about: id });
    refuseNobody(await this.means.ask(changeRight, [id, may, ...noted]));
  }

  /** With all sessions. @throws as `change` */
  async remove(id: string, by?: Operator): Promise<void> {
    await this.checkAdminStays(id, undefined);
    const noted = this.means.note({ act: 'operator.removed', operator: by?.id, about: id });
    refuseNobody(await this.means.ask(removeOperator, [id, this.means.now, ...noted]));
  }

  private async checkAdminStays(id: string, next: OperatorRight | undefined): Promise<void> {
    await this.means.ask(lockOperators, []);
    const admins = await this.means.ask<{ id: string }>(findAdmins, []);
    const ids = admins.map((admin) => admin.id);
    const refused = checkAdminStays(ids, id, next);
    if (refused !== undefined) throw new RefusedError(refused);
  }

  private hashOf(invitation: string): Buffer {
    return createHmac('sha256', this.means.secret).update(invitation).digest();
  }
}

function refuseNobody(found: readonly object[]): void {
  if (found.length === 0) throw new RefusedError(refuse('not-found'));
}
