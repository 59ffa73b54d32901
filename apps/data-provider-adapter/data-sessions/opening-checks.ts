import { Injectable } from '@nestjs/common';
import { checkConsent, type DataTypeTerm, RefusedError, useWindowAt } from '#domain';
import { KeyRing, type Transaction } from '#platform';
import { AccountLinkStore } from '../account-links/account-link-store.ts';
import type { KeptArtefact, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import { nameAccount } from './account-name.ts';
import { QuestionOfConsent } from './consent-question.ts';
import type { DataSession } from './data-session.ts';
import { ConsentUseStore } from './data-session-store.ts';
import { type FillProgress, planFill } from './fill-progress.ts';

/** What the consent says to a session that is to be opened. */
@Injectable()
export class OpeningChecks {
  constructor(
    private readonly links: AccountLinkStore,
    private readonly uses: ConsentUseStore,
    private readonly questions: QuestionOfConsent,
    private readonly keys: KeyRing,
  ) {}

  inactive(...participants: string[]): Promise<string[]> {
    return this.questions.inactive(...participants);
  }

  async plan(artefact: KeptArtefact, asked: readonly DataTypeTerm[]): Promise<FillProgress> {
    const { manager, principal, accounts, artefactId } = artefact;
    const links = await this.links.findActive(manager, principal, accounts);
    const secret = this.keys.secret('account-name');
    return planFill(links, asked, (linkId) => nameAccount(secret, artefactId, linkId));
  }

  /** The consent is locked by `tx`, so that two at once count each other. @throws RefusedError */
  async check(tx: Transaction, consent: KeptConsent, session: DataSession, inactive: string[]): Promise<void> {
    const { artefact } = consent;
    const window = useWindowAt(session.requestedAt, artefact.terms);
    const usesInWindow = await this.uses.countOthers(tx, artefact, session.dataRequestId, window);
    const linked = new Set(session.progress.accounts.map(({ linkId }) => linkId));
    const unlinkedAccounts = artefact.accounts.filter((id) => !linked.has(id));
    const known = { usesInWindow, unlinkedAccounts, inactiveParticipants: inactive };
    const refusal = checkConsent(this.questions.ask(consent, session, known));
    if (refusal !== undefined) throw new RefusedError(refusal);
  }
}
