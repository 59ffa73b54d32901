import { Injectable } from '@nestjs/common';
import type { ConsentTerms } from '#domain';
import { RecordSchemas } from '#platform';
import type { AccountLink } from '../account-links/account-link.ts';
import type { DataSession } from './data-session.ts';
import { FillGround } from './fill-ground.ts';
import { FillKeeper } from './fill-keeper.ts';
import { type AccountProgress, concludeAccount, type TypeProgress } from './fill-progress.ts';
import { PartDraft } from './part-draft.ts';
import { PartSealer, type Seal } from './part-sealer.ts';
import type { Patience } from './patience.ts';
import { AccountNotRead, RecordReader } from './record-reader.ts';
import { judgeRecord } from './released-line.ts';

/** One run through what is left of a session. */
interface Run {
  readonly session: DataSession;
  readonly filler: string;
  readonly terms: ConsentTerms;
  readonly seal: Seal;
  readonly draft: PartDraft;
  parts: number;
}

/** Fills a session: reads, checks, projects, seals, one part at a time in memory. */
@Injectable()
export class SessionFill {
  constructor(
    private readonly ground: FillGround,
    private readonly reader: RecordReader,
    private readonly schemas: RecordSchemas,
    private readonly sealer: PartSealer,
    private readonly keeper: FillKeeper,
  ) {}

  /** @throws FillHalted where the session is over for this filler */
  async run(session: DataSession, filler: string): Promise<void> {
    const consent = await this.ground.consentOf(session);
    const links = await this.ground.linksOf(session, consent);
    const seal = await this.sealer.sealFor(session);
    const { terms } = consent.artefact;
    const run: Run = { session, filler, terms, seal, draft: new PartDraft(), parts: session.parts };
    for (const account of session.progress.accounts) {
      if (account.outcome === undefined) await this.fillAccount(run, account, links.get(account.linkId));
    }
    await this.save(run, true);
  }

  private async fillAccount(run: Run, account: AccountProgress, link: AccountLink | undefined): Promise<void> {
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
    const { dataTypes, dataRange: range } = run.session.ask;
    const term = dataTypes.find((asked) => asked.type === dataType) ?? { type: dataType, fields: [] };
    const rules = { account, term, range, filters: run.terms.dataFilter };
    for await (const record of this.reader.read({ accountKey, dataType, range, skip: type.read }, patience)) {
      const judged = judgeRecord(record, rules, this.schemas);
      if (judged !== 'outside' && 'line' in judged) {
        // Saved before this record counts as read: what is saved and what is counted never differ.
        if (!run.draft.fits(judged)) await this.save(run, false);
        run.draft.add(judged);
        type.delivered += 1;
      } else if (judged !== 'outside') {
        if (run.draft.isFull) await this.save(run, false);
        run.draft.refused.push({ linkId, dataType, position: type.read, ...judged.misfit });
        type.refused += 1;
      }
      type.read += 1;
    }
    type.done = true;
  }

  private async save(run: Run, isLast: boolean): Promise<void> {
    const { session, draft, filler } = run;
    const { progress } = session;
    const part = draft.records > 0 ? await run.seal(run.parts, draft, progress.lastDigest) : undefined;
    if (part !== undefined) {
      run.parts += 1;
      progress.lastDigest = part.digest;
    }
    const step = { filler, progress, refused: draft.refused, ...(part === undefined ? {} : { part }) };
    await (isLast ? this.keeper.conclude(session, step) : this.keeper.save(session, step, run.parts));
    draft.clear();
  }
}
