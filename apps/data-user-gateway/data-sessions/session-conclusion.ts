import { Injectable } from '@nestjs/common';
import { dataLifeEnds, orRefuse } from '#domain';
import { AuditTrail, Verifier } from '#platform';
import { tellNews } from '../api/news.ts';
import { HandOverBeginning } from '../hand-over/hand-over-beginning.ts';
import type { ReceivedPart } from '../received-records/received-part.ts';
import { ReceivedPartStore } from '../received-records/received-part-store.ts';
import { sumMisfits } from '../received-records/record-counting.ts';
import { checkManifest, verifyManifest } from './check-manifest.ts';
import { DataSessionStore, type SessionEnd } from './data-session-store.ts';
import { aboutFetched, type FetchedSession } from './fetched-session.ts';
import type { Fetching } from './fetching.ts';
import { GroundChecking } from './ground-checking.ts';
import { LeaseTimes } from './lease-times.ts';
import { ReceiptTelling } from './receipt-telling.ts';

/** Ends a session whose parts have all come. Before this nothing of it is handed out. */
@Injectable()
export class SessionConclusion {
  constructor(
    private readonly sessions: DataSessionStore,
    private readonly ground: GroundChecking,
    private readonly parts: ReceivedPartStore,
    private readonly verifier: Verifier,
    private readonly telling: ReceiptTelling,
    private readonly handOvers: HandOverBeginning,
    private readonly times: LeaseTimes,
    private readonly trail: AuditTrail,
  ) {}

  /** @param last part, to be kept with the end. @throws RefusedError `manifest-mismatch` */
  async complete(fetching: Fetching, manifest: string, last?: ReceivedPart): Promise<void> {
    const { id: sessionId, provider } = fetching.session;
    const expected = { sessionId, provider, useId: fetching.asked.useId };
    const { claims, digest } = orRefuse(await verifyManifest(manifest, expected, this.verifier.context()));
    const kept = fetching.kept ?? (await this.parts.summarise(sessionId));
    const summaries = last === undefined ? kept : [...kept, last];
    orRefuse(checkManifest(claims, summaries));
    const receivedAt = this.times.now();
    const counts = summaries.flatMap((part) => part.counts);
    const { terms } = fetching.claims;
    const received = {
      ...{ manifestDigest: digest, receivedAt, eraseBy: dataLifeEnds(receivedAt, terms) },
      records: counts.reduce((sum, { records }) => sum + records, 0),
      misfits: sumMisfits(counts),
    };
    const about = { ...aboutFetched(fetching.session), digest, records: received.records };
    const end: SessionEnd = {
      noted: this.trail.prepare({ act: 'data.received', ...about }),
      ...{ ...received, last, state: claims.state, manifest, accounts: claims.accounts },
      handOvers: this.handOvers.draw(claims.state, terms.consentMode),
      told: await this.telling.prepare(fetching.session, received),
    };
    await this.ground.keep(fetching, (version) => this.sessions.recordEnd(fetching.lease, end, version));
    await this.handOvers.begin(end.handOvers);
    fetching.session = endedSession(fetching.session, end);
    // With hand-overs it is to be read how those stand.
    tellNews(fetching.session.dataRequestId, end.handOvers.length === 0 ? fetching.session : undefined);
  }
}

/** As it is written down. */
function endedSession(
  session: FetchedSession,
  { last, handOvers, told, noted, manifest, ...end }: SessionEnd,
): FetchedSession {
  const lastPart = last === undefined ? {} : { nextPart: last.n + 1, lastDigest: last.digest };
  const misfits = end.misfits.length === 0 ? null : end.misfits;
  return { ...session, ...lastPart, ...end, misfits, work: 'ACKNOWLEDGE', recipientKey: null, opened: true, tries: 0 };
}
