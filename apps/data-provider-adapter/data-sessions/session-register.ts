import { Injectable } from '@nestjs/common';
import { RefusedError, refuse, useWindowAt } from '#domain';
import { Database, type PreparedTrail, type Transaction } from '#platform';
import type { DataSessionAuthorization } from '#protocol';
import type { ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import { type AddedSession, DataSessionStore, type OpeningGround, type SeenProof } from './data-session-store.ts';
import type { OpenedSession } from './fill.ts';
import { SessionFiller } from './session-filler.ts';

/** Writes opened sessions down, and has them filled once they are. */
@Injectable()
export class SessionRegister {
  constructor(
    private readonly database: Database,
    private readonly sessions: DataSessionStore,
    private readonly filler: SessionFiller,
  ) {}

  /** @throws RefusedError where the proof was seen before */
  async lockGround(tx: Transaction, key: ConsentKey, proof: SeenProof): Promise<OpeningGround> {
    const ground = await this.sessions.lockGround(tx, key, proof);
    if (!ground.fresh) throw new RefusedError(refuse('proof-of-possession-invalid', 'jti'));
    return ground;
  }

  /** Only for a session that fetches once more what failed: any other has none before it. */
  async listArrived(
    tx: Transaction,
    key: ConsentKey,
    { dataRequestId, retryOf }: DataSessionAuthorization,
  ): Promise<readonly string[]> {
    return retryOf === undefined ? [] : this.sessions.listArrived(tx, key, dataRequestId);
  }

  /** @param noted of a session that was not there before */
  async add(tx: Transaction, session: DataSession, consent: KeptConsent, noted: PreparedTrail): Promise<AddedSession> {
    const window = useWindowAt(session.requestedAt, consent.artefact.terms);
    const added = await this.sessions.add(tx, { session, consent, window, lease: this.filler.newLease(), noted });
    if (added.isNew) this.database.afterCommit(tx, noted.begin);
    return added;
  }

  /** A session asked for again is the same session, as long as it is to be sealed to the same key. */
  async settle(tx: Transaction, { isNew }: AddedSession, opened: OpenedSession): Promise<void> {
    if (isNew) return this.database.afterCommit(tx, () => this.filler.fillOpened(opened));
    const there = await this.sessions.find(opened.session.id, tx);
    if (there === undefined) throw new Error('a data session was neither added nor found');
    checkSame(there, opened.session);
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
