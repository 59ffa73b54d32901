import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE principals ADD is_mailed boolean NOT NULL DEFAULT true',
  `CREATE TABLE push_subscriptions (
     id uuid NOT NULL,
     principal_id text NOT NULL,
     endpoint text NOT NULL,
     p256dh bytea NOT NULL,
     auth bytea NOT NULL,
     device text NOT NULL,
     made_at timestamptz NOT NULL,
     newest_handle uuid,
     push_at timestamptz,
     push_until timestamptz,
     tries integer NOT NULL,
     CONSTRAINT pk_push_subscriptions PRIMARY KEY (id),
     CONSTRAINT fk_push_subscriptions_of_principal FOREIGN KEY (principal_id) REFERENCES principals (id))`,
  'CREATE INDEX push_subscriptions_of_principal ON push_subscriptions (principal_id)',
  'CREATE UNIQUE INDEX push_subscriptions_by_endpoint ON push_subscriptions (endpoint)',
  'CREATE INDEX push_subscriptions_due ON push_subscriptions (push_at) WHERE push_at IS NOT NULL',
];

/** How people are reached: whether by mail, and in which browsers. */
export class ReachingPeople1764820000025 extends ForwardMigration {
  readonly statements = statements;
}
