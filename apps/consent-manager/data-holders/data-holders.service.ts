import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Catalogues, type Instant, standingAt } from '#domain';
import { Clock } from '#platform';
import { AccountLinksService } from '../account-links/account-links.service.ts';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { dataHolders } from './data-holder-answers.ts';
import { DataHolderStore, type HeldData, type OpenConsent } from './data-holder-store.ts';

type DataHolders = z.output<typeof dataHolders>;
type DataUser = DataHolders['dataUsers'][number];

/** Who holds what of a person: what a picture is drawn from. */
@Injectable()
export class DataHoldersService {
  constructor(
    private readonly store: DataHolderStore,
    private readonly links: AccountLinksService,
    private readonly names: ParticipantNames,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  async of(principalId: string): Promise<DataHolders> {
    const now = this.clock.now();
    const [dataProviders, consents, held] = await Promise.all([
      this.providers(principalId),
      this.store.openConsents(principalId, now),
      this.store.held(principalId, now),
    ]);
    const users = [...new Set([...consents, ...held].map(({ dataUser }) => dataUser))];
    const dataUsers = users.map((id) => ({
      participant: this.names.show(id),
      consents: consents.filter(({ dataUser }) => dataUser === id).map((consent) => this.consent(consent, now)),
      held: held.filter(({ dataUser }) => dataUser === id).map((one) => this.held(one)),
    }));
    return { dataProviders, dataUsers };
  }

  private async providers(principalId: string): Promise<DataHolders['dataProviders']> {
    const byProvider = Map.groupBy(await this.links.list(principalId), ({ dataProvider }) => dataProvider);
    return [...byProvider].map(([id, links]) => ({
      participant: this.names.show(id),
      accounts: links.map((link) => ({
        id: link.id,
        label: link.label,
        linkedAt: link.linkedAt,
        dataTypes: link.dataTypes.map((type) => this.titled(type)),
      })),
    }));
  }

  private consent({ id, standing, terms, dataProviders }: OpenConsent, now: Instant): DataUser['consents'][number] {
    const { code } = terms.purpose;
    const expiresAt = terms.consentPeriod.expiry;
    return {
      id,
      state: standingAt(now, standing, expiresAt),
      purpose: { code, title: this.catalogues.purposes.get(code)?.title ?? code },
      dataTypes: terms.dataTypes.map(({ type }) => this.titled(type)),
      dataProviders: dataProviders.map((provider) => this.names.show(provider)),
      expiresAt,
    };
  }

  private held({ consentId, dataProvider, dataTypes, ...rest }: HeldData): DataUser['held'][number] {
    const { records, since, until, overdue } = rest;
    const types = dataTypes.map((type) => this.titled(type));
    return { consentId, from: this.names.show(dataProvider), dataTypes: types, records, since, until, overdue };
  }

  private titled(type: string): { type: string; title: string } {
    return { type, title: this.catalogues.dataTypes.get(type)?.title ?? type };
  }
}
