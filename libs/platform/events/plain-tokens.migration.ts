import { ForwardMigration } from '../database/forward-migration.ts';

/** Signed tokens are base64url: PostgreSQL tried in vain to make them smaller, for longer than writing them takes. */
export class PlainEventTokens1768000000000 extends ForwardMigration {
  readonly statements = ['ALTER TABLE outbox_events ALTER COLUMN token SET STORAGE EXTERNAL'];
}
