import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Database, type Transaction } from '#platform';
import type { DataSession } from './data-session.ts';
import { ConsentUseStore, DataSessionStore, type SeenProof } from './data-session-store.ts';
import { SessionFiller } from './session-filler.ts';

/** Writes opened sessions down, and has them filled once they are. */
@Injectable()
export class SessionRegister {
  constructor(
    private readonly database: Database,
    private readonly sessions: DataSessionStore,
    private readonly uses: ConsentUseStore,
    private readonly filler: SessionFiller,
  ) {}

  /** @throws RefusedError where the proof was seen before */
  async recordProof(tx: Transaction, proof: SeenProof): Promise<void> {
    if (await this.sessions.recordProof(tx, proof)) return;
    throw new RefusedError(refuse('proof-of-possession-invalid', 'jti'));
  }

  /** A session asked for again is the same session, as long as it is to be sealed to the same key. */
  async keep(tx: Transaction, session: DataSession): Promise<void> {
    const lease = this.filler.newLease();
    const there = await this.sessions.add(tx, session, lease);
    if (there !== undefined) return checkSame(there, session);
    await this.uses.record(tx, session.ground, session.dataRequestId, session.requestedAt);
    this.database.afterCommit(tx, () => this.filler.fillOpened(session, lease.filler));
  }
}

function checkSame(there: DataSession, asked: DataSession): void {
  const same =
    there.ground.manager === asked.ground.manager &&
    there.ground.artefactId === asked.ground.artefactId &&
    there.dataRequestId === asked.dataRequestId &&
    there.dataUser === asked.dataUser;
  if (!same) throw new RefusedError(refuse('session-unknown'));
  if (there.recipientKey.x !== asked.recipientKey.x) throw new RefusedError(refuse('recipient-key-fixed'));
}
