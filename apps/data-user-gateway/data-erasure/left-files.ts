import { Injectable, Logger } from '@nestjs/common';
import type { ErasureReason, Instant } from '#domain';
import { Clock } from '#platform';
import { HandOverPlaces } from '../hand-over/hand-over-places.ts';
import { findRemains } from '../hand-over-files/find-remains.ts';
import { HandOverErasureStore } from './hand-over-erasure-store.ts';

/**
 * The look that comes before a receipt: what still lies in a folder though its row says erased, or though there is no
 * row of it (a folder put back from a copy, a table that was), is to be taken back once more.
 */
@Injectable()
export class LeftFiles {
  private readonly logger = new Logger(LeftFiles.name);

  constructor(
    private readonly store: HandOverErasureStore,
    private readonly places: HandOverPlaces,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lapsedBy only of sessions whose data life has ended by then
   * @returns ids of the hand-overs that are to be taken back again
   */
  async reopen(consentId: string, reason: ErasureReason, lapsedBy?: Instant): Promise<string[]> {
    const folders = new Set([...this.places.folders, ...(await this.store.listFolders(consentId))]);
    const reopened: string[] = [];
    for (const folder of folders) {
      for (const sessionId of await this.look(folder, consentId)) {
        const left = { consentId, sessionId, folder, reason, lapsedBy };
        const id = await this.store.reopen(left, this.clock.now());
        if (id === undefined) continue;
        this.logger.warn(`files of data session ${sessionId} were found though they should be gone`);
        reopened.push(id);
      }
    }
    return reopened;
  }

  /** A folder that cannot be read keeps nothing else from being erased: what is known to lie there stays to be deleted. */
  private async look(folder: string, consentId: string): Promise<string[]> {
    try {
      return await findRemains(folder, consentId);
    } catch (error) {
      this.logger.error(error, `the hand-over folder cannot be read: what may lie there of ${consentId} is not known`);
      return [];
    }
  }
}
