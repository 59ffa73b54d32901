import { ForwardMigration } from '#platform';

const statements = [
  `CREATE INDEX hand_overs_left ON hand_overs (trying_since)
   WHERE kind = 'file' AND state IN ('ERASING', 'UNREACHABLE')`,
];

/** Files that could not be deleted are looked for with every sweep, and there are few of them. */
export class LeftFiles1769000000301 extends ForwardMigration {
  readonly statements = statements;
}
