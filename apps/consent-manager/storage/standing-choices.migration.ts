import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE principals ADD has_standing_choices boolean NOT NULL DEFAULT false',
  'ALTER TABLE consent_requests ADD choose_at timestamptz',
  `CREATE INDEX consent_requests_to_choose
     ON consent_requests (choose_at) WHERE choose_at IS NOT NULL AND state = 'PENDING'`,
  `CREATE TABLE standing_choices (
     id uuid NOT NULL,
     principal_id text NOT NULL,
     version integer NOT NULL,
     is_on boolean NOT NULL,
     uses integer NOT NULL,
     last_used_at timestamptz,
     removed_at timestamptz,
     CONSTRAINT pk_standing_choices PRIMARY KEY (id),
     CONSTRAINT fk_standing_choices_of_principal FOREIGN KEY (principal_id) REFERENCES principals (id))`,
  'CREATE INDEX standing_choices_of_person ON standing_choices (principal_id) WHERE removed_at IS NULL',
  `CREATE TABLE standing_choice_versions (
     choice_id uuid NOT NULL,
     version integer NOT NULL,
     name text NOT NULL,
     rule json NOT NULL,
     set_at timestamptz NOT NULL,
     set_by text NOT NULL,
     signed_in_at timestamptz NOT NULL,
     CONSTRAINT pk_standing_choice_versions PRIMARY KEY (choice_id, version),
     CONSTRAINT fk_versions_of_standing_choice FOREIGN KEY (choice_id) REFERENCES standing_choices (id))`,
  `CREATE TABLE standing_choice_uses (
     handle uuid NOT NULL,
     choice_id uuid NOT NULL,
     version integer NOT NULL,
     principal_id text NOT NULL,
     data_user text NOT NULL,
     consent_id uuid,
     renews uuid,
     used_at timestamptz NOT NULL,
     write_at timestamptz,
     CONSTRAINT pk_standing_choice_uses PRIMARY KEY (handle),
     CONSTRAINT fk_uses_of_standing_choice FOREIGN KEY (choice_id) REFERENCES standing_choices (id))`,
  'CREATE UNIQUE INDEX standing_choice_uses_renewing ON standing_choice_uses (renews) WHERE renews IS NOT NULL',
  'CREATE INDEX standing_choice_uses_to_write ON standing_choice_uses (write_at) WHERE write_at IS NOT NULL',
];

/** Rules of people that decide for them: each version of each, and each time one did. */
export class StandingChoices1764900000008 extends ForwardMigration {
  readonly statements = statements;
}
