import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type Catalogues,
  type ConsentState,
  type Instant,
  RefusedError,
  refuse,
  standingAt,
  usesLeftAt,
} from '#domain';
import { Clock } from '#platform';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { ConsentHistory } from '../data-sessions/consent-history.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { Consent, ConsentArtefact, WholeConsent } from './consent.ts';
import type { consentDetail, consentPage, consentSummary } from './consent-answers.ts';
import { ConsentStore } from './consent-store.ts';

type Detail = z.output<typeof consentDetail>;

/** Consents as the person who gave them reads them. */
@Injectable()
export class ConsentViews {
  constructor(
    private readonly store: ConsentStore,
    private readonly history: ConsentHistory,
    private readonly names: ParticipantNames,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  async list(principalId: string, limit: number, before?: string): Promise<z.output<typeof consentPage>> {
    const consents = await this.store.listOf(principalId, limit, before);
    const now = this.clock.now();
    const ids = consents.map(({ id }) => id);
    const overdue = await this.history.countOverdue(ids, now);
    const next = consents.length === limit ? (ids.at(-1) ?? null) : null;
    return { consents: consents.map((consent) => this.summary(consent, overdue.get(consent.id) ?? 0, now)), next };
  }

  /** @throws RefusedError `consent-unknown` alike for another person's and for none */
  async detail(principalId: string, id: string): Promise<Detail> {
    const found = await this.store.find(id, principalId);
    if (found === undefined) throw new RefusedError(refuse('consent-unknown'));
    const untold = await this.store.listUntold(found.consent);
    return this.show(found, (id) => !untold.includes(id));
  }

  /** @param isTold of each artefact; as it was moved just now, of none */
  show({ consent, artefacts, evidence, ...history }: WholeConsent, isTold = (_id: string) => false): Detail {
    const now = this.clock.now();
    const { fetches, erasures } = this.history.of(history, now);
    const overdue = fetches.filter(({ erasureOverdue }) => erasureOverdue).length;
    const summary = this.summary(consent, overdue, now);
    return {
      ...summary,
      uses: usesLeftAt(now, consent.terms, this.history.usesOf(history)),
      narrowedFrom: [...consent.narrowedFrom],
      counterparts: artefacts.map((artefact) => this.counterpart(artefact, summary.state, isTold(artefact.id))),
      evidence: { ...evidence, accounts: [...evidence.accounts] },
      fetches,
      erasures,
    };
  }

  private summary(consent: Consent, overdueErasures: number, now: Instant): z.output<typeof consentSummary> {
    const { id, standing, terms, dataUser, approvedAt, changedAt } = consent;
    const expiresAt = terms.consentPeriod.expiry;
    const state = standingAt(now, standing, expiresAt);
    const { code, text } = terms.purpose;
    return {
      id,
      state,
      version: standing.version,
      resumeAt: state === 'PAUSED' ? (standing.resumeAt ?? null) : null,
      dataUser: this.names.show(dataUser),
      purpose: { code, title: this.catalogues.purposes.get(code)?.title ?? code, text },
      approvedAt,
      expiresAt,
      changedAt,
      handle: consent.handle,
      terms: terms as Detail['terms'],
      overdueErasures,
    };
  }

  private counterpart(artefact: ConsentArtefact, state: ConsentState, told: boolean): Detail['counterparts'][number] {
    return {
      participant: this.names.show(artefact.counterpart),
      role: artefact.recipient,
      artefactId: artefact.id,
      artefact: artefact.token,
      state: artefact.revokedVersion === null ? state : 'REVOKED',
      told,
      evidenceSalt: artefact.evidenceSalt,
      accounts: [...artefact.accounts],
    };
  }
}
