import { Injectable } from '@nestjs/common';
import { orRefuse } from '#domain';
import { RecordSchemas, Verifier } from '#platform';
import { openPart, partContext } from '#protocol';
import { DataKeys } from '../data-keys/data-keys.ts';
import { encrypt } from '../data-keys/storage-cipher.ts';
import { type RecordJudge, takeRecords } from '../received-records/read-part-lines.ts';
import { partPlace, type ReceivedPart } from '../received-records/received-part.ts';
import type { FetchedPart } from './data-provider-client.ts';
import type { Fetching } from './fetching.ts';
import { SessionSecrets } from './session-secrets.ts';
import { artefactDigestOf } from './session-tokens.ts';
import { verifyPart } from './verify-part.ts';

/** Turns a sealed part into a kept one: its plaintext exists in memory alone, and no longer than this takes. */
@Injectable()
export class PartOpening {
  constructor(
    private readonly verifier: Verifier,
    private readonly secrets: SessionSecrets,
    private readonly keys: DataKeys,
    private readonly schemas: RecordSchemas,
  ) {}

  /** @throws RefusedError `part-tampered` */
  async open(fetching: Fetching, { sealed, statement, accessToken }: FetchedPart): Promise<ReceivedPart> {
    const { id: sessionId, consentId, provider, nextPart: n, lastDigest: previous } = fetching.session;
    const expected = { sessionId, provider, n, previous };
    const { digest, records } = orRefuse(await verifyPart(statement, sealed, expected, this.verifier.context()));
    const recipient = await this.secrets.recipientKey(fetching);
    const context = partContext({ sessionId, n, artefactDigest: artefactDigestOf(accessToken), provider });
    const plaintext = orRefuse(await openPart(recipient, context, sealed));
    const { kept, counts } = orRefuse(takeRecords(plaintext, fetching.asked.dataTypes, records, this.judge));
    // No key is destroyed while a session under its consent is active.
    fetching.dataKey ??=
      fetching.wrappedKey === null
        ? await this.keys.findOrCreate(consentId)
        : this.keys.open(consentId, fetching.wrappedKey);
    const ciphertext = encrypt(fetching.dataKey, partPlace({ consentId, sessionId, n }), kept);
    return { sessionId, n, consentId, digest, counts, ciphertext };
  }

  private readonly judge: RecordJudge = (dataType, record, excerpt) =>
    (excerpt ? this.schemas.checkExcerpt(dataType, record) : this.schemas.checkRecord(dataType, record))?.[0];
}
