import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type Catalogues,
  compareAccounts,
  compareDataTypes,
  compareTerms,
  type DataTypeDifference,
  type DataTypeWords,
  findFormer,
  type PastConsent,
} from '#domain';
import { Clock } from '#platform';
import { digestOfCanonical } from '#protocol';
import { type AccountLink, AccountLinkStore } from '../account-links/account-link-store.ts';
import { CATALOGUES, DATA_TYPE_WORDS } from '../catalogues/catalogues.ts';
import { PastConsentStore } from '../consents/past-consent-store.ts';
import type { consentRequestDetail } from './consent-request-answers.ts';

type Detail = z.output<typeof consentRequestDetail>;
type Renewal = NonNullable<Detail['renews']>;
export type Asked = Pick<Detail, 'state' | 'dataUser' | 'terms' | 'notice' | 'accounts'>;

/** What a request asks beside the consent that a yes to it would renew. */
@Injectable()
export class RenewalWords {
  constructor(
    private readonly past: PastConsentStore,
    private readonly links: AccountLinkStore,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
    @Inject(DATA_TYPE_WORDS) private readonly words: ReadonlyMap<string, DataTypeWords>,
  ) {}

  /** @returns null for one that does not wait any more, and where a yes would renew nothing */
  async compare(principalId: string, asked: Asked): Promise<Renewal | null> {
    if (asked.state !== 'PENDING') return null;
    const at = this.clock.now();
    const past = await this.past.around(principalId, asked.dataUser.id, at);
    const former = findFormer({ dataUser: asked.dataUser.id, purpose: asked.terms.purpose.code, at }, past);
    return former === undefined ? null : this.show(asked, former, await this.links.listOf(principalId));
  }

  private show({ terms, notice, accounts }: Asked, former: PastConsent, links: readonly AccountLink[]): Renewal {
    const types = compareDataTypes(terms.dataTypes, former.terms.dataTypes, this.catalogues.dataTypes);
    const compared = compareAccounts(
      accounts.map(({ id }) => id),
      former.accounts,
    );
    return {
      consentId: former.id,
      approvedAt: former.approvedAt,
      state: former.state,
      // Answers have zod's types, which know no readonly.
      terms: former.terms as Renewal['terms'],
      changes: compareTerms({ terms, noticeDigest: digestOfCanonical(notice) }, former),
      dataTypes: types.map((difference) => this.dataType(difference)),
      accounts: compared.flatMap(({ id, change }) => {
        const link = links.find((one) => one.id === id);
        return link === undefined ? [] : [{ id, label: link.label, dataProvider: link.dataProvider, change }];
      }),
    };
  }

  private dataType({ type, change, more, less }: DataTypeDifference): Renewal['dataTypes'][number] {
    const titled = (names: readonly string[]) =>
      names.map((name) => ({ name, title: this.words.get(type)?.fields.get(name) ?? name }));
    const title = this.catalogues.dataTypes.get(type)?.title ?? type;
    return { type, title, change, more: titled(more), less: titled(less) };
  }
}
