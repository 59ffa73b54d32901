import { Injectable } from '@nestjs/common';
import { RecordSchemas } from '#platform';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { DataSession } from './data-session.ts';
import type { Fill, FilledStep } from './fill.ts';
import { FillKeeper } from './fill-keeper.ts';
import { type AccountProgress, concludeAccount, type TypeProgress } from './fill-progress.ts';
import { PartDraft } from './part-draft.ts';
import { PartSealer } from './part-sealer.ts';
import type { Patience } from './patience.ts';
import { AccountNotRead, RecordReader } from './record-reader.ts';
import { releaseGate } from './released-line.ts';

/** One run through what is left of a session. */
interface Run {
  readonly fill: Fill;
  readonly draft: PartDraft;
}

/** Fills a session: reads, checks, projects, seals, one part at a time in memory. */
@Injectable()
export class SessionFill {
  constructor(
    private readonly reader: RecordReader,
    private readonly schemas: RecordSchemas,
    private readonly sealer: PartSealer,
    private readonly keeper: FillKeeper,
  ) {}

  /** @returns the session as it ended. @throws FillHalted where the session is over for this filler */
  async run(fill: Fill): Promise<DataSession> {
    const run: Run = { fill, draft: new PartDraft() };
    for (const account of fill.session.progress.accounts) {
      const link = fill.links.find(({ linkId }) => linkId === account.linkId);
      if (account.outcome === undefined) await this.fillAccount(run, account, link);
    }
    return this.keeper.conclude(fill, await this.takeStep(run));
  }

  private async fillAccount(run: Run, account: AccountProgress, link: LinkedAccount | undefined): Promise<void> {
    if (link === undefined) {
      Object.assign(account, { outcome: 'DENIED', reason: 'The account is not linked any more.' });
      return;
    }
    const patience = this.reader.patience();
    try {
      for (const type of account.records) {
        if (!type.done) await this.fillType(run, account, type, link.accountKey, patience);
      }
      Object.assign(account, concludeAccount(account));
    } catch (error) {
      if (!(error instanceof AccountNotRead)) throw error;
      Object.assign(account, { outcome: 'TIMEOUT', reason: error.reason });
    } finally {
      patience.end();
    }
  }

  private async fillType(
    run: Run,
    { account, linkId }: AccountProgress,
    type: TypeProgress,
    accountKey: string,
    patience: Patience,
  ): Promise<void> {
    const { dataType } = type;
    const { session, consent } = run.fill;
    const { dataTypes, dataRange: range } = session.ask;
    const term = dataTypes.find((asked) => asked.type === dataType) ?? { type: dataType, fields: [] };
    const judge = releaseGate({ account, term, range, filters: consent.artefact.terms.dataFilter }, this.schemas);
    const { read: skip, mark } = type;
    const reading = this.reader.read({ accountKey, dataType, range, skip, mark }, patience);
    const save = () => {
      type.mark = reading.mark();
      return this.save(run);
    };
    for await (const record of reading) {
      const judged = judge(record);
      if (judged !== 'outside' && 'line' in judged) {
        // Saved before this record counts as read: what is saved and what is counted never differ.
        if (!run.draft.fits(judged)) await save();
        run.draft.add(judged);
        type.delivered += 1;
      } else if (judged !== 'outside') {
        if (run.draft.isFull) await save();
        run.draft.refused.push({ linkId, dataType, position: type.read, ...judged.misfit });
        type.refused += 1;
      }
      type.read += 1;
    }
    type.done = true;
    type.mark = undefined;
  }

  private async save(run: Run): Promise<void> {
    await this.keeper.save(run.fill, await this.takeStep(run));
  }

  /** What was read since the last step, sealed. */
  private async takeStep({ fill, draft }: Run): Promise<FilledStep> {
    const { refused } = draft;
    const part = draft.records > 0 ? await this.sealer.seal(fill, draft) : undefined;
    draft.clear();
    if (part === undefined) return { refused };
    fill.digests.push(part.digest);
    return { refused, part };
  }
}
