import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { ConsentStore } from '../consents/consent-store.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import type { KeptChoice } from './standing-choice-store.ts';
import { StandingChoicesService } from './standing-choices.service.ts';

export interface RenewalLimits {
  readonly mostUses: number;
  readonly withinDays: number;
}

const longestName = 40;

/** A consent is asked for by its data user alone: what a person can do is to say beforehand that she would give it again. */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly consents: ConsentStore,
    private readonly choices: StandingChoicesService,
    private readonly names: ParticipantNames,
  ) {}

  /** Saying it again changes the limits. @throws RefusedError `consent-unknown`, `consent-revoked` */
  async allow(by: SignedInPrincipal, id: string, limits: RenewalLimits): Promise<KeptChoice> {
    const found = await this.consents.find(id, by.principalId);
    if (found === undefined) throw new RefusedError(refuse('consent-unknown'));
    const { dataUser, terms, standing } = found.consent;
    if (standing.state === 'REVOKED') throw new RefusedError(refuse('consent-revoked'));
    const rule = {
      kind: 'approve-renewal',
      dataUsers: [dataUser],
      purposes: [terms.purpose.code],
      consent: id,
      longestDataLife: terms.dataLife,
      ...limits,
    } as const;
    const all = await this.choices.listOf(by.principalId);
    const former = all.find((choice) => choice.rule.kind === 'approve-renewal' && choice.rule.consent === id);
    if (former !== undefined) return this.choices.change(by, former.id, { rule });
    return this.choices.set(by, nameFor(this.names.of(dataUser)), rule);
  }
}

/** One line, however the list names it. */
function nameFor(dataUser: string): string {
  return [...`Renew: ${dataUser.replaceAll(/\p{Cc}+/gu, ' ')}`].slice(0, longestName).join('');
}
