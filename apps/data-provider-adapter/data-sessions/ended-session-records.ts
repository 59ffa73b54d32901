import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import { countServed, type DataSession } from './data-session.ts';
import { ConsentUseStore } from './data-session-store.ts';
import type { FillProgress } from './fill-progress.ts';
import { ReleaseStore } from './release-store.ts';

/** What stays of a session: what left in it, and whether it counts as a use. */
@Injectable()
export class EndedSessionRecords {
  constructor(
    private readonly releases: ReleaseStore,
    private readonly uses: ConsentUseStore,
  ) {}

  async write(tx: Transaction, session: DataSession, progress: FillProgress, at: Instant): Promise<void> {
    const { id: sessionId, ground, dataUser } = session;
    const contents = progress.accounts.flatMap(({ linkId, records }) =>
      records.map(({ dataType, delivered, refused }) => ({ linkId, dataType, delivered, refused })),
    );
    await this.releases.record(tx, { sessionId, ground, to: dataUser, releasedAt: at, contents });
    if (countServed(progress) === 0) await this.uses.giveBack(tx, ground, session.dataRequestId);
  }
}
