import { Injectable } from '@nestjs/common';
import type { SessionState } from '#domain';
import { Clock, Outbox, type Transaction } from '#platform';
import { sha256Base64url } from '#protocol';
import { countServed, type DataSession } from './data-session.ts';
import { EndedSessionRecords } from './ended-session-records.ts';
import type { FillProgress } from './fill-progress.ts';
import { conclusionOf, countOutcomes, ManifestSigner } from './manifest-signer.ts';
import { SpoolStore } from './spool-store.ts';

/** Ends data sessions: the manifest, the record of what left, the news to manager and data user, in one transaction. */
@Injectable()
export class SessionConclusion {
  constructor(
    private readonly spool: SpoolStore,
    private readonly records: EndedSessionRecords,
    private readonly signer: ManifestSigner,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The session's row is locked by `tx`. */
  async conclude(tx: Transaction, session: DataSession, progress: FillProgress, as?: SessionState): Promise<void> {
    const at = this.clock.now();
    const digests = await this.spool.partDigests(tx, session.id);
    const manifest = await this.signer.sign(session, progress, digests);
    const served = countServed(progress);
    const state = as ?? conclusionOf(progress);
    const isAwaited = await this.spool.end(tx, session, { state, progress, manifest, served, at });
    await this.records.write(tx, session, progress, at);
    const { id: sessionId, ground } = session;
    const about = { subject: sessionId, version: 1 };
    const outcomes = countOutcomes(progress);
    const sent = { sessionId, manifestDigest: sha256Base64url(manifest), served, outcomes };
    const told = { to: ground.manager, role: 'consent-manager', type: 'data-session.sent', ...about } as const;
    await this.outbox.write(tx, { ...told, state: sent });
    if (isAwaited) await this.tellReady(tx, session, digests.length + 1);
  }

  /** Ends a session before its time: what was not read by then is said to be denied. */
  async breakOff(tx: Transaction, sessionId: string, reason: string, as?: SessionState): Promise<void> {
    const session = await this.spool.lockOne(tx, sessionId);
    if (session?.state !== 'ACTIVE') return;
    const { progress } = session;
    for (const account of progress.accounts) {
      if (account.outcome === undefined) Object.assign(account, { outcome: 'DENIED', reason });
    }
    await this.conclude(tx, session, progress, as);
    await this.spool.deleteParts(tx, sessionId);
  }

  /** @param version counts up with what there is to fetch */
  async tellReady(tx: Transaction, { id: sessionId, dataUser: to }: DataSession, version: number): Promise<void> {
    const event = { type: 'data-session.ready', subject: sessionId, version, state: { sessionId } } as const;
    await this.outbox.write(tx, { to, role: 'data-user', ...event });
  }
}
