import { Injectable } from '@nestjs/common';
import { groundedOn } from '#domain';
import type { ReissuedStatement, StatementKeeper, Transaction } from '#platform';
import { sha256Base64url } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ConsentStore } from './consent-store.ts';

/** An artefact whose key was compromised before its counterpart had it is issued anew, and is the one from then on. */
@Injectable()
export class ReissuedArtefacts implements StatementKeeper {
  readonly type = 'consent-artefact.issued';

  constructor(
    private readonly store: ConsentStore,
    private readonly trail: ManagerTrail,
  ) {}

  async replace(tx: Transaction, { about: artefactId, was, token }: ReissuedStatement): Promise<boolean> {
    const issued = await this.store.lockIssued(tx, artefactId, was);
    if (issued === undefined) return false;
    const { consentId, principalId: principal, counterpart } = issued;
    const digest = sha256Base64url(token);
    const named = { ground: groundedOn(consentId), principal, counterpart, digest };
    const [trailEntry] = this.trail.write(tx, { act: 'consent-artefact.issued', ...named });
    this.store.reissue(tx, artefactId, { token, digest, trailEntry });
    return true;
  }
}
