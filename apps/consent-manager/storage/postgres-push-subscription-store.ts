import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { DuePush, PushAddress, PushSubscription } from '../push-subscriptions/push-subscription.ts';
import { type NewPushSubscription, PushSubscriptionStore } from '../push-subscriptions/push-subscription-store.ts';

const listOf = sql(
  'push-subscriptions-of',
  'SELECT id, device, made_at AS "madeAt" FROM push_subscriptions WHERE principal_id = $1 ORDER BY id',
);

const lock = sql('lock-push-subscriber', 'SELECT 1 AS one FROM principals WHERE id = $1 FOR NO KEY UPDATE');

const endpoints = sql('push-endpoints-of', 'SELECT endpoint FROM push_subscriptions WHERE principal_id = $1');

const save = sql(
  'save-push-subscription',
  `INSERT INTO push_subscriptions (id, principal_id, endpoint, p256dh, auth, device, made_at, tries)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 0)
   ON CONFLICT (endpoint) DO UPDATE SET principal_id = excluded.principal_id, p256dh = excluded.p256dh,
     auth = excluded.auth, device = excluded.device, made_at = excluded.made_at, tries = 0, newest_handle = NULL,
     push_at = NULL, push_until = NULL
   RETURNING id`,
);

const release = sql('release-push-endpoint', 'DELETE FROM push_subscriptions WHERE endpoint = $1 AND id <> $2');

const move = sql(
  'move-push-subscription',
  `UPDATE push_subscriptions SET endpoint = $3, p256dh = $4, auth = $5, tries = 0
   WHERE principal_id = $1 AND id = $2 RETURNING 1 AS one`,
);

const remove = sql(
  'remove-push-subscription',
  'DELETE FROM push_subscriptions WHERE principal_id = $1 AND id = $2 RETURNING 1 AS one',
);

const makeDue = sql(
  'make-pushes-due',
  `UPDATE push_subscriptions SET newest_handle = $2, push_until = greatest(push_until, $3), push_at = $4, tries = 0
   WHERE principal_id = $1 AND (newest_handle IS NULL OR newest_handle < $2)`,
);

const take = sql(
  'take-due-pushes',
  `UPDATE push_subscriptions SET push_at = $3, tries = tries + 1
   WHERE id IN (SELECT id FROM push_subscriptions WHERE push_at <= $1
     ORDER BY push_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED)
   RETURNING id, endpoint, p256dh, auth, newest_handle AS handle, push_until AS until, tries`,
);

const putOff = sql('put-push-off', 'UPDATE push_subscriptions SET push_at = $3 WHERE id = $1 AND newest_handle = $2');

const markDone = sql(
  'mark-push-done',
  'UPDATE push_subscriptions SET push_at = NULL, push_until = NULL, tries = 0 WHERE id = $1 AND newest_handle = $2',
);

// Where she subscribed anew under the same endpoint meanwhile, it is another subscription.
const forget = sql('forget-push-subscription', 'DELETE FROM push_subscriptions WHERE id = $1 AND auth = $2');

type DueRow = Omit<DuePush, 'keys'> & { p256dh: Buffer; auth: Buffer };

const bytes = (text: string) => Buffer.from(text, 'base64url');

@Injectable()
export class PostgresPushSubscriptionStore extends PushSubscriptionStore {
  constructor(private readonly database: Database) {
    super();
  }

  listOf(principalId: string): Promise<PushSubscription[]> {
    return this.database.read<PushSubscription>(listOf, [principalId]);
  }

  async lockEndpoints(tx: Transaction, principalId: string): Promise<string[]> {
    tx.write(lock, [principalId]);
    const rows = await tx.query<{ endpoint: string }>(endpoints, [principalId]);
    return rows.map(({ endpoint }) => endpoint);
  }

  async save(tx: Transaction, given: NewPushSubscription): Promise<string> {
    const { id, principalId, endpoint, keys, device, madeAt } = given;
    const values = [id, principalId, endpoint, bytes(keys.p256dh), bytes(keys.auth), device, madeAt];
    const [row] = await tx.query<{ id: string }>(save, values);
    return row?.id ?? id;
  }

  async move(tx: Transaction, principalId: string, id: string, { endpoint, keys }: PushAddress): Promise<boolean> {
    tx.write(release, [endpoint, id]);
    const values = [principalId, id, endpoint, bytes(keys.p256dh), bytes(keys.auth)];
    return (await tx.query(move, values)).length > 0;
  }

  async remove(principalId: string, id: string): Promise<boolean> {
    return (await this.database.read(remove, [principalId, id])).length === 1;
  }

  async makeDue(principalId: string, request: { handle: string; until: Instant }, now: Instant): Promise<void> {
    await this.database.read(makeDue, [principalId, request.handle, request.until, now]);
  }

  async take(now: Instant, { most, until }: { most: number; until: Instant }): Promise<DuePush[]> {
    const rows = await this.database.read<DueRow>(take, [now, most, until]);
    return rows.map(({ p256dh, auth, ...push }) => ({
      ...push,
      keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
    }));
  }

  async markDone({ id, handle }: DuePush): Promise<void> {
    await this.database.read(markDone, [id, handle]);
  }

  async putOff({ id, handle }: DuePush, until: Instant): Promise<void> {
    await this.database.read(putOff, [id, handle, until]);
  }

  async forget({ id, keys }: DuePush): Promise<void> {
    await this.database.read(forget, [id, bytes(keys.auth)]);
  }
}
