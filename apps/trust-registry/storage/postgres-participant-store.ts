import { Injectable } from '@nestjs/common';
import type { Instant, KeyUse, ParticipantId, ParticipantRole, ParticipantStatus } from '#domain';
import { sql, type Transaction } from '#platform';
import type { ListedKey, Participant, PublicJwk } from '#protocol';
import { type ListedParticipant, ParticipantStore } from '../participants/participant-store.ts';

const columns = 'id, name, roles, endpoints, data_types, status, described_at';
const findParticipant = sql('find-participant', `SELECT ${columns} FROM participants WHERE id = $1`);
const listParticipants = sql('list-participants', `SELECT ${columns} FROM participants ORDER BY id`);
const pageOfParticipants = sql(
  'page-of-participants',
  `SELECT ${columns} FROM participants WHERE $1::text IS NULL OR id > $1 ORDER BY id LIMIT $2`,
);
const findKeys = sql('find-keys', 'SELECT * FROM participant_keys WHERE participant_id = $1 ORDER BY valid_from, kid');
const keysOf = sql(
  'keys-of-participants',
  'SELECT * FROM participant_keys WHERE participant_id = ANY ($1::text[]) ORDER BY valid_from, kid',
);
const listKeys = sql('list-keys', 'SELECT * FROM participant_keys ORDER BY valid_from, kid');
const findHolders = sql(
  'find-key-holders',
  'SELECT DISTINCT participant_id FROM participant_keys WHERE kid = ANY ($1::text[])',
);
const saveParticipant = sql(
  'save-participant',
  `INSERT INTO participants (${columns}, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (id) DO UPDATE SET name = $2, roles = $3, endpoints = $4, data_types = $5, status = $6,
     described_at = $7, changed_at = $8`,
);
const saveKey = sql(
  'save-key',
  `INSERT INTO participant_keys (kid, participant_id, use, jwk, valid_from, valid_until, retired_at, compromised_since)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (kid) DO UPDATE SET valid_until = $6, retired_at = $7, compromised_since = $8`,
);

interface ParticipantRecord {
  readonly id: ParticipantId;
  readonly name: string;
  readonly roles: ParticipantRole[];
  readonly endpoints: Participant['endpoints'];
  readonly data_types: string[];
  readonly status: ParticipantStatus;
  readonly described_at: Instant;
}

interface KeyRecord {
  readonly kid: string;
  readonly participant_id: ParticipantId;
  readonly use: KeyUse;
  readonly jwk: PublicJwk;
  readonly valid_from: Instant;
  readonly valid_until: Instant | null;
  readonly retired_at: Instant | null;
  readonly compromised_since: Instant | null;
}

@Injectable()
export class PostgresParticipantStore extends ParticipantStore {
  async find(tx: Transaction, id: ParticipantId): Promise<ListedParticipant | undefined> {
    const [record] = await tx.query<ParticipantRecord>(findParticipant, [id]);
    if (record === undefined) return undefined;
    const keys = await tx.query<KeyRecord>(findKeys, [id]);
    return { participant: toParticipant(record, keys), describedAt: record.described_at };
  }

  async findHolders(tx: Transaction, kids: readonly string[]): Promise<ParticipantId[]> {
    const holders = await tx.query<{ participant_id: ParticipantId }>(findHolders, [kids]);
    return holders.map((holder) => holder.participant_id);
  }

  async save(tx: Transaction, { participant, describedAt }: ListedParticipant, now: Instant): Promise<void> {
    const { id, name, roles, endpoints, dataTypes, status } = participant;
    await tx.query(saveParticipant, [id, name, roles, endpoints, dataTypes, status, describedAt, now]);
    for (const { kid, use, jwk, validFrom, ...key } of participant.keys) {
      const ends = [key.validUntil ?? null, key.retiredAt ?? null, key.compromisedSince ?? null];
      await tx.query(saveKey, [kid, id, use, jwk, validFrom, ...ends]);
    }
  }

  async page(tx: Transaction, limit: number, after?: ParticipantId): Promise<Participant[]> {
    const records = await tx.query<ParticipantRecord>(pageOfParticipants, [after ?? null, limit]);
    return withKeys(records, await tx.query<KeyRecord>(keysOf, [records.map(({ id }) => id)]));
  }

  async list(tx: Transaction): Promise<Participant[]> {
    const records = await tx.query<ParticipantRecord>(listParticipants);
    return withKeys(records, await tx.query<KeyRecord>(listKeys));
  }
}

function withKeys(records: readonly ParticipantRecord[], keys: readonly KeyRecord[]): Participant[] {
  const byParticipant = Map.groupBy(keys, (key) => key.participant_id);
  return records.map((record) => toParticipant(record, byParticipant.get(record.id) ?? []));
}

function toParticipant(record: ParticipantRecord, keys: readonly KeyRecord[]): Participant {
  const { id, name, roles, endpoints, status } = record;
  return { id, name, roles, endpoints, keys: keys.map(toKey), dataTypes: record.data_types, status };
}

function toKey(record: KeyRecord): ListedKey {
  const { kty, crv, x, y } = record.jwk;
  return {
    kid: record.kid,
    use: record.use,
    // jsonb keeps its own order of members.
    jwk: { kty, crv, x, y },
    validFrom: record.valid_from,
    ...(record.valid_until === null ? {} : { validUntil: record.valid_until }),
    ...(record.retired_at === null ? {} : { retiredAt: record.retired_at }),
    ...(record.compromised_since === null ? {} : { compromisedSince: record.compromised_since }),
  };
}
