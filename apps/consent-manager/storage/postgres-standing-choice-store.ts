import { Injectable } from '@nestjs/common';
import type { FormerConsent, Instant, ParticipantId } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type ChoiceUse, type KeptChoice, StandingChoiceStore } from '../standing-choices/standing-choice-store.ts';
import { type FormerRow, formerColumns, toFormer } from './former-columns.ts';

/** Of one person with one data user; what is older is no habit any more. */
const mostFormers = 50;

const choices = `SELECT c.id, c.version, c.is_on AS "isOn", c.uses, c.last_used_at AS "lastUsedAt", v.name, v.rule,
     v.set_at AS "setAt", v.set_by AS "setBy", v.signed_in_at AS "signedInAt"
   FROM standing_choices c JOIN standing_choice_versions v ON v.choice_id = c.id AND v.version = c.version
   WHERE c.principal_id = $1 AND c.removed_at IS NULL ORDER BY c.id`;

const listOf = sql('standing-choices-of', choices);

// The person first: so that two who set choices at once count each other's.
const lockPerson = sql('lock-choosing-person', 'SELECT FROM principals WHERE id = $1 FOR NO KEY UPDATE');

const insertVersion = (first: number) => `INSERT INTO standing_choice_versions
     (choice_id, version, name, rule, set_at, set_by, signed_in_at)
   VALUES (${Array.from({ length: 7 }, (_, index) => `$${first + index}`).join(', ')})`;

const add = sql(
  'add-standing-choice',
  `INSERT INTO standing_choices (id, principal_id, version, is_on, uses) VALUES ($1, $2, $3, true, 0)`,
);

const addVersion = sql('add-standing-choice-version', insertVersion(1));

const setAnew = sql(
  'set-standing-choice-anew',
  `WITH noted AS (${insertVersion(1)})
   UPDATE standing_choices SET version = $2, is_on = true, uses = 0 WHERE id = $1`,
);

const turnOff = sql('turn-off-standing-choice', 'UPDATE standing_choices SET is_on = false WHERE id = $1');

const remove = sql(
  'remove-standing-choice',
  'UPDATE standing_choices SET is_on = false, removed_at = $2 WHERE id = $1',
);

const noteOn = sql(
  'note-standing-choices',
  `UPDATE principals SET has_standing_choices = EXISTS (
     SELECT FROM standing_choices WHERE principal_id = $1 AND is_on AND removed_at IS NULL) WHERE id = $1`,
);

const lookAgain = sql(
  'look-at-waiting-requests-again',
  `UPDATE consent_requests SET choose_at = $2
   WHERE choose_at > $2 AND state = 'PENDING' AND principal_id = $1`,
);

// One that was renewed is not renewed again: what came of it is.
const holdFormers = sql(
  'hold-former-consents',
  `SELECT ${formerColumns} FROM consents c WHERE principal_id = $1 AND data_user = $2 AND state <> 'REVOKED'
     AND NOT EXISTS (SELECT FROM standing_choice_uses u WHERE u.renews = c.id)
   ORDER BY id DESC LIMIT ${mostFormers} FOR SHARE`,
);

const noteUse = sql(
  'note-use-of-standing-choice',
  `WITH counted AS (UPDATE standing_choices SET uses = uses + 1, last_used_at = $8 WHERE id = $2)
   INSERT INTO standing_choice_uses
     (handle, choice_id, version, principal_id, data_user, consent_id, renews, used_at, write_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

@Injectable()
export class PostgresStandingChoiceStore extends StandingChoiceStore {
  constructor(private readonly database: Database) {
    super();
  }

  listOf(principalId: string): Promise<KeptChoice[]> {
    return this.database.read<KeptChoice>(listOf, [principalId]);
  }

  async lockOf(tx: Transaction, principalId: string): Promise<KeptChoice[]> {
    tx.write(lockPerson, [principalId]);
    return tx.query<KeptChoice>(listOf, [principalId]);
  }

  add(tx: Transaction, principalId: string, choice: KeptChoice): void {
    tx.write(add, [choice.id, principalId, choice.version]);
    tx.write(addVersion, versionValues(choice));
  }

  setAnew(tx: Transaction, choice: KeptChoice): void {
    tx.write(setAnew, versionValues(choice));
  }

  turnOff(tx: Transaction, id: string): void {
    tx.write(turnOff, [id]);
  }

  remove(tx: Transaction, id: string, now: Instant): void {
    tx.write(remove, [id, now]);
  }

  noteChanged(tx: Transaction, principalId: string, now: Instant): void {
    tx.write(noteOn, [principalId]);
    tx.write(lookAgain, [principalId, now]);
  }

  async holdFormers(
    tx: Transaction,
    principalId: string,
    dataUser: ParticipantId,
    now: Instant,
  ): Promise<FormerConsent[]> {
    const rows = await tx.query<FormerRow>(holdFormers, [principalId, dataUser]);
    return rows.map((row) => toFormer(row, now));
  }

  noteUse(
    tx: Transaction,
    { choice, handle, principalId, dataUser, consentId, renews, at, isUrgent }: ChoiceUse,
  ): void {
    const what = [handle, choice.id, choice.version, principalId, dataUser, consentId ?? null, renews ?? null];
    tx.write(noteUse, [...what, at, isUrgent ? at : null]);
  }
}

function versionValues({ id, version, name, rule, setAt, setBy, signedInAt }: KeptChoice): unknown[] {
  return [id, version, name, JSON.stringify(rule), setAt, setBy, signedInAt];
}
