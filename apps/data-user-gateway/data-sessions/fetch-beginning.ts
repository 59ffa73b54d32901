import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { OwnConsentCheck } from '../consent-artefacts/own-consent-check.ts';
import { AuthorisedAsks } from './authorised-asks.ts';
import { DataSessionStore } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';
import { LeaseTimes } from './lease-times.ts';

/** What a go at a session begins with. */
@Injectable()
export class FetchBeginning {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly asks: AuthorisedAsks,
    private readonly consents: OwnConsentCheck,
    private readonly times: LeaseTimes,
  ) {}

  /** @returns undefined where there is nothing to do, or someone else is at it */
  async begin(sessionId: string): Promise<Fetching | undefined> {
    const lease = { sessionId, worker: uuidv7() };
    const session = await this.sessions.lease(lease, this.times.now(), this.times.leaseUntil());
    if (session === undefined) return undefined;
    const asked = await this.asks.find(session.dataRequestId);
    if (asked === undefined) throw new Error(`data session ${sessionId} has lost its data request`);
    const { claims } = await this.consents.find(session.consentId);
    return { lease, asked, terms: claims.terms, session, sealed: 0 };
  }
}
