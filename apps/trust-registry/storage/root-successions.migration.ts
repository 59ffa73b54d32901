import { ForwardMigration } from '#platform';

export class RootSuccessions1763733600000 extends ForwardMigration {
  readonly statements = [
    `CREATE TABLE root_successions (
     kid text NOT NULL,
     token text NOT NULL,
     made_at timestamptz NOT NULL,
     CONSTRAINT pk_root_successions PRIMARY KEY (kid))`,
  ];
}
