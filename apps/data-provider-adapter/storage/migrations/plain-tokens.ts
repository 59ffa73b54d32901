import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE consent_artefacts ALTER COLUMN token SET STORAGE EXTERNAL',
  'ALTER TABLE data_sessions ALTER COLUMN manifest SET STORAGE EXTERNAL',
  'ALTER TABLE data_parts ALTER COLUMN statement SET STORAGE EXTERNAL',
];

/** Signed tokens are base64url: PostgreSQL tried in vain to make them smaller, for longer than writing them takes. */
export class PlainTokens1768000000011 extends ForwardMigration {
  readonly statements = statements;
}
