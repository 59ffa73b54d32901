import { ForwardMigration } from '#platform';

export class SendingReplicas1763701000001 extends ForwardMigration {
  readonly statements = ['ALTER TABLE data_requests ADD COLUMN sent_by uuid'];
}
