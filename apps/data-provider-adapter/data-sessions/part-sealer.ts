import { Inject, Injectable } from '@nestjs/common';
import { orRefuse } from '#domain';
import { Clock, KeyRing, type RoleSettings, SETTINGS } from '#platform';
import { createMessage, dataPartMessage, importRecipientKey, partContext, sealPart, sha256Base64url } from '#protocol';
import type { DataSession } from './data-session.ts';
import type { PartDraft } from './part-draft.ts';
import type { SealedPart } from './spool-store.ts';

export type Seal = (n: number, draft: PartDraft, previous: string | undefined) => Promise<SealedPart>;

/** Seals parts to the one key of a session, each with a statement that chains it to the one before. */
@Injectable()
export class PartSealer {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  async sealFor({ id: sessionId, recipientKey, ground, dataUser }: DataSession): Promise<Seal> {
    const key = orRefuse(await importRecipientKey(recipientKey));
    const issuer = this.settings.PARTICIPANT_ID;
    return async (n, draft, previous) => {
      const place = { sessionId, n, artefactDigest: ground.artefactDigest, provider: issuer };
      const sealed = await sealPart(key, partContext(place), draft.plaintext());
      const digest = sha256Base64url(sealed);
      const chained = previous === undefined ? {} : { previous };
      const statement = await createMessage(
        dataPartMessage,
        { sessionId, n, digest, ...chained, records: draft.records },
        { signer: this.keys.signer('statement'), issuer, audience: dataUser, now: this.clock.now() },
      );
      return { n, sealed, statement, digest };
    };
  }
}
