import { Injectable } from '@nestjs/common';
import type { Instant, SessionState, UseWindow } from '#domain';
import { Database, KnownTerms, type Transaction } from '#platform';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from '../data-sessions/data-session.ts';
import {
  type Acknowledged,
  type AskedPart,
  DataSessionStore,
  type HandedPart,
  type NamedSession,
  type NewSession,
  type OpeningGround,
  type Receipt,
  type SeenProof,
  type SessionView,
  type Tally,
} from '../data-sessions/data-session-store.ts';
import { type ConsentColumns, consentOf } from './consent-row.ts';
import { type SessionColumns, type StandingColumns, sessionOf, standingOf } from './data-session-row.ts';
import * as statements from './data-session-statements.ts';

type GroundRow = { fresh: boolean; links: LinkedAccount[] | null } & (ConsentColumns | { a_artefact_id: null });
type ViewRow = { fresh: boolean; linked: string[] } & PartColumns & StandingColumns & ConsentColumns;

interface PartColumns {
  readonly statement: string | null;
  /** base64; nothing where it is the part that is held. */
  readonly sealed: string | null;
}

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(
    private readonly database: Database,
    private readonly knownTerms: KnownTerms,
  ) {
    super();
  }

  async lockGround(tx: Transaction, key: ConsentKey, proof: SeenProof, named: NamedSession): Promise<OpeningGround> {
    const { jkt, jti, expiresAt } = proof;
    const window = this.knownTerms.windowAt(named.requestedAt, named.artefactDigest);
    const [[row], tally] = await Promise.all([
      tx.query<GroundRow>(statements.lockGround, [key.manager, key.artefactId, jkt, jti, expiresAt]),
      window && this.tally(tx, key, named, window),
    ]);
    const ground = groundOf(row);
    const artefact = ground.consent?.artefact;
    if (artefact !== undefined) this.knownTerms.learn(artefact.digest, artefact.terms);
    return { ...ground, ahead: window && tally && { window, tally } };
  }

  async findGround(tx: Transaction, key: ConsentKey, { jkt, jti }: SeenProof): Promise<OpeningGround> {
    return groundOf((await tx.last<GroundRow>(statements.findGround, [key.manager, key.artefactId, jkt, jti]))[0]);
  }

  async tally(
    tx: Transaction,
    { manager, artefactId }: ConsentKey,
    { id, dataRequestId }: NamedSession,
    { from, to }: UseWindow,
  ): Promise<Tally> {
    const [row] = await tx.query<Tally>(statements.tally, [manager, artefactId, id, dataRequestId, from, to]);
    if (row === undefined) throw new Error('a tally is always one row');
    return row;
  }

  add(tx: Transaction, { session, lease, noted }: NewSession): void {
    const { id, ground, dataRequestId, requestedAt, dataUser, ask, recipientKey, progress, expiresAt } = session;
    tx.write(statements.add, [
      id,
      ground.kind,
      ground.manager,
      ground.artefactId,
      ground.artefactDigest,
      dataRequestId,
      requestedAt,
      dataUser,
      JSON.stringify(ask),
      JSON.stringify(recipientKey),
      JSON.stringify(progress),
      lease.filler,
      lease.until,
      expiresAt,
      ...noted.values,
    ]);
  }

  async view(sessionId: string, { jkt, jti, expiresAt }: SeenProof, asked?: AskedPart): Promise<SessionView> {
    const values = [sessionId, jkt, jti, expiresAt, asked?.n ?? null, asked?.held?.digest ?? null];
    const [row] = await this.database.read<ViewRow>(statements.view, values);
    if (row === undefined) throw new Error('a view is always one row');
    const { fresh, linked } = row;
    if (row.s_id === null || row.a_artefact_id === null || row.c_state === null) return { fresh, unlinkedAccounts: [] };
    const consent = consentOf(row);
    const unlinkedAccounts = consent.artefact.accounts.filter((id) => !linked.includes(id));
    const part = partOf(row, asked);
    return { fresh, session: standingOf(row), consent, unlinkedAccounts, ...(part === undefined ? {} : { part }) };
  }

  async listArrived(tx: Transaction, key: ConsentKey, dataRequestId: string): Promise<string[]> {
    const values = [key.manager, key.artefactId, dataRequestId];
    return (await tx.query<{ linkId: string }>(statements.listArrived, values)).map(({ linkId }) => linkId);
  }

  async find(sessionId: string, tx?: Transaction): Promise<DataSession | undefined> {
    const [row] = await this.database.read<SessionColumns>(statements.find, [sessionId], tx);
    return row && sessionOf(row);
  }

  async promiseNews(sessionId: string): Promise<boolean> {
    return (await this.database.read(statements.promiseNews, [sessionId])).length > 0;
  }

  async acknowledge({ sessionId, manager, dataUser, proof, at }: Receipt): Promise<Acknowledged> {
    const values = [sessionId, manager, dataUser, proof.jkt, proof.jti, proof.expiresAt, at];
    const [row] = await this.database.read<{ fresh: boolean; state: SessionState | null }>(
      statements.acknowledge,
      values,
    );
    if (row === undefined) throw new Error('an acknowledgement is always answered by one row');
    return { fresh: row.fresh, ...(row.state === null ? {} : { state: row.state }) };
  }

  async removeOldProofs(before: Instant): Promise<void> {
    await this.database.read(statements.removeOldProofs, [before]);
  }
}

function groundOf(row: GroundRow | undefined): OpeningGround {
  if (row === undefined) throw new Error('a ground is always one row');
  const { fresh, links } = row;
  return row.a_artefact_id === null ? { fresh, links: [] } : { fresh, links: links ?? [], consent: consentOf(row) };
}

function partOf({ sealed, statement }: PartColumns, asked: AskedPart | undefined): HandedPart | undefined {
  if (statement === null) return undefined;
  const bytes = sealed === null ? asked?.held?.sealed : Buffer.from(sealed, 'base64');
  return bytes && { sealed: bytes, statement };
}
