import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Catalogues, type ConsentTerms, RefusedError, type RequestState, refuse } from '#domain';
import { Clock } from '#platform';
import { showAccountLink } from '../account-links/account-link-answer.ts';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { PreparedApproval } from './approval-preparation.service.ts';
import type { ConsentRequest } from './consent-request.ts';
import type {
  consentRequestDetail,
  consentRequestPage,
  consentRequestSummary,
  preparedApproval,
} from './consent-request-answers.ts';
import { ConsentRequestStore } from './consent-request-store.ts';
import { GrantChooser } from './grant-chooser.ts';
import { RequestWords } from './request-words.ts';

export interface PageOf {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly state?: RequestState | undefined;
}

/** Requests as the person reads them before she decides. */
@Injectable()
export class ConsentRequestViews {
  constructor(
    private readonly store: ConsentRequestStore,
    private readonly grants: GrantChooser,
    private readonly names: ParticipantNames,
    private readonly words: RequestWords,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  /** With `state`, a page may hold fewer than `limit` and yet be followed by another. */
  async list(principalId: string, { limit, before, state }: PageOf): Promise<z.output<typeof consentRequestPage>> {
    const requests = await this.store.listOf(principalId, limit, before);
    const shown = requests.map((request) => this.summary(request));
    const next = requests.length === limit ? (requests.at(-1)?.handle ?? null) : null;
    return { requests: shown.filter((request) => state === undefined || request.state === state), next };
  }

  /** @throws RefusedError `not-found` alike for another person's and for none */
  async detail(
    principalId: string,
    handle: string,
  ): Promise<Omit<z.output<typeof consentRequestDetail>, 'decidedBy' | 'renews'>> {
    const request = await this.store.find(handle, principalId);
    if (request === undefined) throw new RefusedError(refuse('not-found', `consent request ${handle}`));
    const accounts = await this.grants.candidates(request, principalId);
    const { notice, reason, decidedAt } = request;
    return {
      ...this.summary(request),
      ...this.words.explain(request),
      notice,
      accounts: accounts.map(showAccountLink),
      reason,
      decidedAt,
    };
  }

  /** What she would sign, or, without a passkey, what her yes would give. */
  async showPrepared(prepared: PreparedApproval, principalId: string): Promise<z.output<typeof preparedApproval>> {
    const { grant, artefacts, toSign } = prepared;
    const links = await this.grants.linksOf(principalId);
    const providers = artefacts.flatMap(({ artefact: { dataProvider, terms } }) => {
      if (dataProvider === undefined) return [];
      const own = grant.accounts.filter((account) => account.dataProvider === dataProvider).map(({ id }) => id);
      const accounts = links.filter(({ id }) => own.includes(id)).map(showAccountLink);
      return [{ dataProvider: this.names.show(dataProvider), accounts, terms }];
    });
    return {
      draftId: toSign?.draftId ?? null,
      expiresAt: toSign?.expiresAt ?? null,
      terms: asWritten(grant.terms),
      narrowedFrom: grant.narrowedFrom.map((term) => ({ ...term })),
      providers,
      publicKey: (toSign?.publicKey ?? null) as z.output<typeof preparedApproval>['publicKey'],
    };
  }

  private summary(request: ConsentRequest): z.output<typeof consentRequestSummary> {
    const { handle, terms, mayBeNarrowed, dataUser, askedAt, expiresAt, consentId } = request;
    const lapsed = request.state === 'PENDING' && this.clock.now() >= expiresAt;
    const { code, text } = terms.purpose;
    return {
      handle,
      state: lapsed ? 'EXPIRED' : request.state,
      dataUser: this.names.show(dataUser),
      purpose: { code, title: this.catalogues.purposes.get(code)?.title ?? code, text },
      askedAt,
      expiresAt,
      terms: asWritten(terms),
      mayBeNarrowed,
      consentId,
    };
  }
}

/** Answers have zod's types, which know no readonly. */
function asWritten(terms: ConsentTerms): z.output<typeof consentRequestDetail>['terms'] {
  return terms as z.output<typeof consentRequestDetail>['terms'];
}
