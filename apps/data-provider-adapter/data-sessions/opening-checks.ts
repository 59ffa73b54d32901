import { Injectable } from '@nestjs/common';
import { checkConsent, type DataTypeTerm, RefusedError } from '#domain';
import { KeyRing } from '#platform';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';
import { nameAccount } from './account-name.ts';
import { type KnownOfConsent, QuestionOfConsent } from './consent-question.ts';
import type { DataSession } from './data-session.ts';
import type { Tally } from './data-session-store.ts';
import { type FillProgress, planFill } from './fill-progress.ts';

/** What the consent says to a session that is to be opened. */
@Injectable()
export class OpeningChecks {
  constructor(
    private readonly questions: QuestionOfConsent,
    private readonly keys: KeyRing,
  ) {}

  inactive(...participants: string[]): Promise<string[]> {
    return this.questions.inactive(...participants);
  }

  plan(links: readonly LinkedAccount[], artefactId: string, asked: readonly DataTypeTerm[]): FillProgress {
    const secret = this.keys.secret('account-name');
    return planFill(links, asked, (linkId) => nameAccount(secret, artefactId, linkId));
  }

  /**
   * All that can be told of the session without a tally. Uses and links are the last in the order of the checks, so
   * nothing is told too early. @throws RefusedError
   */
  checkBefore(consent: KeptConsent, session: DataSession, inactiveParticipants: string[]): void {
    this.check(consent, session, { inactiveParticipants });
  }

  /** All of it. @throws RefusedError */
  checkAll(consent: KeptConsent, session: DataSession, inactiveParticipants: string[], tally: Tally): void {
    const { otherUses: usesInWindow, linked } = tally;
    const unlinkedAccounts = consent.artefact.accounts.filter((id) => !linked.includes(id));
    this.check(consent, session, { inactiveParticipants, usesInWindow, unlinkedAccounts });
  }

  private check(consent: KeptConsent, session: DataSession, known: KnownOfConsent): void {
    const refusal = checkConsent(this.questions.ask(consent, session, known));
    if (refusal !== undefined) throw new RefusedError(refusal);
  }
}
