import { Injectable } from '@nestjs/common';
import { Replicas } from '#platform';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { AuthorisedAsks } from './authorised-asks.ts';
import { DataSessionStore } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';
import { LeaseTimes } from './lease-times.ts';

/** What a go at a session begins with. */
@Injectable()
export class FetchBeginning {
  private readonly underWay = new Set<string>();

  constructor(
    private readonly sessions: DataSessionStore,
    private readonly asks: AuthorisedAsks,
    private readonly consents: OwnConsentCheck,
    private readonly times: LeaseTimes,
    private readonly replicas: Replicas,
  ) {}

  /** Nothing where there is nothing to do, or somebody is at it, here or elsewhere. */
  async during(sessionId: string, work: (fetching: Fetching) => Promise<void>): Promise<void> {
    if (this.underWay.has(sessionId)) return;
    this.underWay.add(sessionId);
    try {
      const fetching = await this.begin(sessionId);
      if (fetching !== undefined) await work(fetching);
    } finally {
      this.underWay.delete(sessionId);
    }
  }

  private async begin(sessionId: string): Promise<Fetching | undefined> {
    const lease = { sessionId, worker: this.replicas.self };
    const session = await this.sessions.lease(lease, this.times.now(), this.times.leaseUntil());
    if (session === undefined) return undefined;
    const asked = await this.asks.find(session.dataRequestId);
    if (asked === undefined) throw new Error(`data session ${sessionId} has lost its data request`);
    const { claims } = await this.consents.find(session.consentId);
    return { lease, asked, terms: claims.terms, session, sealed: 0 };
  }
}
