import { Injectable } from '@nestjs/common';
import { AuditTrail, type PreparedTrail, type TrailNote, type Transaction } from '#platform';
import { Pseudonyms } from '../pseudonyms/pseudonyms.ts';

/** Her id here is a name that she chose: the trail knows her by a name of its own, which only this role can make. */
@Injectable()
export class ManagerTrail {
  constructor(
    private readonly trail: AuditTrail,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** @param notes with the manager's own id of the principal. @returns as AuditTrail.write */
  write(tx: Transaction, ...notes: readonly TrailNote[]): string[] {
    return this.trail.write(tx, ...notes.map((note) => this.renamed(note)));
  }

  /** @param notes with the manager's own id of the principal. @returns as AuditTrail.prepare */
  prepare(...notes: readonly TrailNote[]): PreparedTrail {
    return this.trail.prepare(...notes.map((note) => this.renamed(note)));
  }

  private renamed({ principal, ...note }: TrailNote): TrailNote {
    return principal === undefined ? note : { ...note, principal: this.pseudonyms.of(principal, 'audit-trail') };
  }
}
