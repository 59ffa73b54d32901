import { Injectable } from '@nestjs/common';
import type { OperatorRight } from '#domain';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { Operator } from './operator.ts';
import {
  type Invitation,
  type ListedOperator,
  OPERATOR_SECRET,
  OperatorBook,
  type PendingInvitation,
} from './operator-book.ts';

/** Who operates this node, and what each may do. */
@Injectable()
export class OperatorsService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(): Promise<ListedOperator[]> {
    return this.inBook((book) => book.list());
  }

  invite(name: string, may: OperatorRight, by: Operator): Promise<Invitation> {
    return this.inBook((book) => book.invite(name, may, by));
  }

  invitations(): Promise<PendingInvitation[]> {
    return this.inBook((book) => book.invitations());
  }

  withdraw(id: string, by: Operator): Promise<void> {
    return this.inBook((book) => book.withdraw(id, by));
  }

  change(id: string, may: OperatorRight, by: Operator): Promise<void> {
    return this.inBook((book) => book.change(id, may, by));
  }

  remove(id: string, by: Operator): Promise<void> {
    return this.inBook((book) => book.remove(id, by));
  }

  /** All of it in one transaction. */
  inBook<T>(work: (book: OperatorBook, tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => {
      const book = new OperatorBook({
        ask: (statement, values) => tx.query(statement, values),
        note: (note) => {
          const { values, begin } = this.trail.prepare(note);
          this.database.afterCommit(tx, begin);
          return values;
        },
        secret: this.keyRing.secret(OPERATOR_SECRET),
        now: this.clock.now(),
      });
      return work(book, tx);
    });
  }
}
