import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform';
import { type DecidingChoice, DecidingChoiceStore } from '../consents/deciding-choice-store.ts';

const find = sql(
  'find-deciding-choice',
  `SELECT c.id, v.name, v.rule->>'kind' AS kind, c.removed_at IS NOT NULL AS "isRemoved"
   FROM standing_choice_uses u JOIN standing_choices c ON c.id = u.choice_id
     JOIN standing_choice_versions v ON v.choice_id = u.choice_id AND v.version = u.version
   WHERE u.handle = $1 AND u.principal_id = $2`,
);

@Injectable()
export class PostgresDecidingChoiceStore extends DecidingChoiceStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(handle: string, principalId: string): Promise<DecidingChoice | undefined> {
    return (await this.database.read<DecidingChoice>(find, [handle, principalId]))[0];
  }
}
