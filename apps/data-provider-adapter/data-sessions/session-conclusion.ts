import { Injectable } from '@nestjs/common';
import { groundedOn, type SessionState } from '#domain';
import { AuditTrail, Clock, Database, Outbox, type Transaction } from '#platform';
import { sha256Base64url } from '#protocol';
import { countServed, type DataSession } from './data-session.ts';
import { breakOffAt, deliveredIn } from './fill-progress.ts';
import { conclusionOf, countOutcomes, ManifestSigner } from './manifest-signer.ts';
import { type Release, type SessionEnd, SpoolStore } from './spool-store.ts';

/** Ends data sessions: the manifest, the record of what left, the news to manager and data user, in one transaction. */
@Injectable()
export class SessionConclusion {
  constructor(
    private readonly database: Database,
    private readonly spool: SpoolStore,
    private readonly signer: ManifestSigner,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** What a session comes to that ends as it stands. @param digests of all its parts, in order */
  async describe(session: DataSession, digests: readonly string[], as?: SessionState): Promise<SessionEnd> {
    const { id: sessionId, ground, progress } = session;
    const manifest = await this.signer.sign(session, progress, digests);
    const served = countServed(progress);
    const sent = { sessionId, manifestDigest: sha256Base64url(manifest), served, outcomes: countOutcomes(progress) };
    const to = { to: ground.manager, role: 'consent-manager', subject: sessionId, version: 1 } as const;
    const state = as ?? conclusionOf(progress);
    const about = { ground: groundedOn(ground.artefactId), counterpart: session.dataUser, session: sessionId };
    const released = { act: 'data.released', ...about, digest: sent.manifestDigest, records: served } as const;
    return {
      state,
      manifest,
      served,
      at: this.clock.now(),
      release: releaseOf(session),
      told: await this.outbox.prepare([{ ...to, type: 'data-session.sent', state: sent }]),
      noted: this.trail.prepare(released, { act: 'data-session.ended', ...about }),
    };
  }

  /** What else is to be done in the transaction that ended it. @param parts how many it has */
  async settle(tx: Transaction, session: DataSession, { served }: SessionEnd, parts: number, isAwaited: boolean) {
    if (served === 0) this.spool.giveBackUse(tx, session);
    if (isAwaited) await this.tellReady(tx, session, parts + 1);
  }

  /** Ends a session before its time: what was not fetched by then did not leave, and is said to be denied. */
  async breakOff(tx: Transaction, sessionId: string, reason: string, as?: SessionState): Promise<void> {
    const session = await this.spool.lock(tx, sessionId);
    if (session?.state !== 'ACTIVE') return;
    const sealed = await this.spool.listSealed(sessionId, tx);
    // One more than the highest number asked for: nobody can have what lies behind it.
    const fetched = sealed.slice(0, session.fetched);
    const last = fetched.at(-1);
    const left = last === undefined ? [] : (last.delivered ?? deliveredIn(session.progress));
    breakOffAt(session.progress, left, reason);
    const digests = fetched.map(({ digest }) => digest);
    const end = await this.describe(session, digests, as);
    const isAwaited = await this.spool.end(tx, session, end);
    this.database.afterCommit(tx, end.told.begin);
    this.database.afterCommit(tx, end.noted.begin);
    await this.settle(tx, session, end, sealed.length, isAwaited);
    this.spool.deleteParts(tx, sessionId);
  }

  /** @param version counts up with what there is to fetch */
  async tellReady(tx: Transaction, { id: sessionId, dataUser: to }: DataSession, version: number): Promise<void> {
    const event = { type: 'data-session.ready', subject: sessionId, version, state: { sessionId } } as const;
    await this.outbox.write(tx, { to, role: 'data-user', ...event });
  }
}

function releaseOf({ ground, dataUser: to, progress }: DataSession): Release {
  const contents = progress.accounts.flatMap(({ linkId, records }) =>
    records.map(({ dataType, delivered, refused }) => ({ linkId, dataType, delivered, refused })),
  );
  return { ground, to, contents };
}
