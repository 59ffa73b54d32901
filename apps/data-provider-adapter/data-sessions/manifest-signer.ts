import { Inject, Injectable } from '@nestjs/common';
import { type AccountOutcome, concludeSession, type SessionState } from '#domain';
import { Clock, KeyRing, type RoleSettings, SETTINGS } from '#platform';
import { createMessage, type DataManifestFields, dataManifestMessage } from '#protocol';
import type { DataSession } from './data-session.ts';
import type { AccountProgress, FillProgress } from './fill-progress.ts';
import { SchemaDigests } from './schema-digests.ts';

/** How the session ended, by what became of each account. */
export function conclusionOf({ accounts }: FillProgress): Extract<SessionState, 'COMPLETED' | 'PARTIAL' | 'FAILED'> {
  const state = concludeSession(accounts.map(({ outcome }) => outcome ?? 'DENIED'));
  return state === 'COMPLETED' || state === 'PARTIAL' ? state : 'FAILED';
}

export function countOutcomes({ accounts }: FillProgress): Partial<Record<AccountOutcome, number>> {
  const counts: Partial<Record<AccountOutcome, number>> = {};
  for (const { outcome = 'DENIED' } of accounts) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Signs what was handed over. */
@Injectable()
export class ManifestSigner {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly schemas: SchemaDigests,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  /** @param parts digests, in order */
  sign(
    { id: sessionId, dataRequestId, dataUser }: DataSession,
    progress: FillProgress,
    parts: readonly string[],
  ): Promise<string> {
    const fields: DataManifestFields = {
      sessionId,
      dataRequestId,
      state: conclusionOf(progress),
      accounts: progress.accounts.map((account) => this.result(account)),
      parts: [...parts],
    };
    return createMessage(dataManifestMessage, fields, {
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: dataUser,
      now: this.clock.now(),
    });
  }

  private result({ account, label, outcome = 'DENIED', reason, records }: AccountProgress) {
    return {
      account,
      label,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      records: records.map(({ dataType, delivered, refused }) => ({
        dataType,
        schemaDigest: this.schemas.get(dataType),
        delivered,
        refused,
      })),
    };
  }
}
