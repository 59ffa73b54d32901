import { Injectable } from '@nestjs/common';
import { RefusedError, refuse, useWindowAt } from '#domain';
import { Database, isSameWindow, type PreparedTrail, type Transaction } from '#platform';
import type { DataSessionAuthorization } from '#protocol';
import type { ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import {
  DataSessionStore,
  type NamedSession,
  type OpeningGround,
  type SeenProof,
  type Tally,
} from './data-session-store.ts';
import type { OpenedSession } from './fill.ts';
import { SessionFiller } from './session-filler.ts';

/** A ground whose artefact has arrived. */
type OpenedGround = Pick<OpeningGround, 'ahead'> & { readonly consent: KeptConsent };

/** Writes opened sessions down, and has them filled once they are. */
@Injectable()
export class SessionRegister {
  constructor(
    private readonly database: Database,
    private readonly sessions: DataSessionStore,
    private readonly filler: SessionFiller,
  ) {}

  /** @throws RefusedError where the proof was seen before */
  async lockGround(tx: Transaction, key: ConsentKey, proof: SeenProof, named: NamedSession): Promise<OpeningGround> {
    const ground = await this.sessions.lockGround(tx, key, proof, named);
    if (!ground.fresh) throw new RefusedError(refuse('proof-of-possession-invalid', 'jti'));
    return ground;
  }

  /** To look at only, and nothing else in `tx`. */
  findGround(tx: Transaction, key: ConsentKey, proof: SeenProof): Promise<OpeningGround> {
    return this.sessions.findGround(tx, key, proof);
  }

  async tally(tx: Transaction, key: ConsentKey, named: NamedSession, { consent, ahead }: OpenedGround): Promise<Tally> {
    const window = useWindowAt(named.requestedAt, consent.artefact.terms);
    if (ahead !== undefined && isSameWindow(window, ahead.window)) return ahead.tally;
    return this.sessions.tally(tx, key, named, window);
  }

  /** Only for a session that fetches once more what failed: any other has none before it. */
  async listArrived(
    tx: Transaction,
    key: ConsentKey,
    { dataRequestId, retryOf }: DataSessionAuthorization,
  ): Promise<readonly string[]> {
    return retryOf === undefined ? [] : this.sessions.listArrived(tx, key, dataRequestId);
  }

  /**
   * A session asked for again is the same session, as long as it is to be sealed to the same key.
   *
   * @param noted of a session that was not there before
   */
  async add(tx: Transaction, { isThere }: Tally, opened: OpenedSession, noted: PreparedTrail): Promise<void> {
    if (isThere) return this.checkKnown(tx, opened.session);
    this.sessions.add(tx, { session: opened.session, lease: this.filler.newLease(), noted });
    this.database.afterCommit(tx, noted.begin);
    this.database.afterCommit(tx, () => this.filler.fillOpened(opened));
  }

  private async checkKnown(tx: Transaction, asked: DataSession): Promise<void> {
    const there = await this.sessions.find(asked.id, tx);
    if (there === undefined) throw new Error('a data session vanished while its consent was locked');
    checkSame(there, asked);
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
