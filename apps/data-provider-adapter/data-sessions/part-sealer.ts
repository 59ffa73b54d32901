import { Inject, Injectable } from '@nestjs/common';
import { Clock, KeyRing, type RoleSettings, SETTINGS } from '#platform';
import { createMessage, dataPartMessage, partContext, sealPart, sha256Base64url } from '#protocol';
import type { Fill } from './fill.ts';
import type { PartDraft } from './part-draft.ts';
import type { SealedPart } from './spool-store.ts';

/** Seals parts to the one key of a session, each with a statement that chains it to the one before. */
@Injectable()
export class PartSealer {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  async seal({ session, recipient, digests }: Fill, draft: PartDraft): Promise<SealedPart> {
    const { id: sessionId, ground, dataUser: audience } = session;
    const issuer = this.settings.PARTICIPANT_ID;
    const n = digests.length;
    const place = { sessionId, n, artefactDigest: ground.artefactDigest, provider: issuer };
    const sealed = await sealPart(recipient, partContext(place), draft.plaintext());
    const digest = sha256Base64url(sealed);
    const previous = digests.at(-1);
    const chained = previous === undefined ? {} : { previous };
    const statement = await createMessage(
      dataPartMessage,
      { sessionId, n, digest, ...chained, records: draft.records },
      { signer: this.keys.signer('statement'), issuer, audience, now: this.clock.now() },
    );
    return { n, sealed, statement, digest };
  }
}
