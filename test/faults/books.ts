import { Pool } from 'pg';
import { getMember, type LocalNetwork } from '../../apps/network-node/network/member.ts';

type Row = Readonly<Record<string, unknown>>;

const providers = ['bank', 'fund'] as const;
const roles = ['saathi', ...providers, 'lender'] as const;
const pairs = roles.flatMap((sender) => roles.filter((other) => other !== sender).map((to) => [sender, to] as const));

/** What is still on its way. Each must come to have no rows. */
const underWay: readonly string[] = [
  // Checkpoints are handed on as long as anything is done.
  ...roles.map(
    (role) => `SELECT type, attempts, last_error FROM ${role}.outbox_events
      WHERE acknowledged_at IS NULL AND type <> 'audit-trail.sealed'`,
  ),
  "SELECT id, work, state FROM lender.data_sessions WHERE work <> 'NONE'",
  ...providers.map((provider) => `SELECT id, state FROM ${provider}.data_sessions WHERE state = 'ACTIVE'`),
  "SELECT id, kind, state FROM lender.hand_overs WHERE state IN ('WAITING', 'ERASING')",
  "SELECT id AS to_be_erased FROM lender.consent_keys JOIN lender.consents ON id = consent_id WHERE state = 'REVOKED'",
  `SELECT s.id AS to_be_signed_for FROM lender.data_sessions s JOIN lender.consents c ON c.id = s.consent_id
   WHERE c.state = 'REVOKED' AND (c.claims->'terms'->>'eraseOnRevocation')::boolean AND s.receipt_id IS NULL
     AND (s.erase_by IS NOT NULL OR s.erased_at IS NOT NULL)`,
];

/** Events that were acknowledged to their sender and that their receiver does not know. */
const lostBetween = (network: LocalNetwork, sender: string, to: string) =>
  `SELECT told.type AS lost, told.id FROM ${sender}.outbox_events told
   LEFT JOIN ${to}.received_events heard ON heard.issuer = '${getMember(network, sender).id}' AND heard.jti = told.id
   WHERE told.receiver = '${getMember(network, to).id}' AND told.acknowledged_at IS NOT NULL AND heard.jti IS NULL`;

const twice = (what: string, table: string, by: string, where = 'true') =>
  `SELECT '${what}' AS twice, ${by}, count(*) FROM ${table} WHERE ${where} GROUP BY ${by} HAVING count(*) > 1`;

/**
 * The sessions that deletion receipts name as erased, a row for each time. One whose files were still to be deleted is
 * named in a receipt that follows (docs/hand-over.md).
 */
const signedFor = (table: string, receipt: string) => {
  const claims = `rpad(translate(split_part(${receipt}, '.', 2), '-_', '+/'), (length(split_part(${receipt}, '.', 2)) + 3) / 4 * 4, '=')`;
  return `(SELECT named->>'sessionId' AS session
    FROM ${table}, json_array_elements(convert_from(decode(${claims}, 'base64'), 'UTF8')::json->'sessions') named)`;
};
const signedForAt = {
  manager: signedFor('saathi.deletion_receipts', 'token'),
  user: signedFor('lender.deletion_receipts', 'receipt'),
};

/** What must never be, at no time. */
const never: readonly string[] = [
  ...roles.map((role) => `SELECT type, last_error AS dead FROM ${role}.outbox_events WHERE dead_at IS NOT NULL`),
  twice('a person', 'saathi.principal_contacts', 'kind, value'),
  twice('an account', 'saathi.account_links', 'principal_id, data_provider, label'),
  ...providers.map((provider) => twice('an account', `${provider}.account_links`, 'manager, account_key')),
  twice('a request', 'saathi.consent_requests', 'data_user, request_id'),
  twice('a consent', 'saathi.consents', 'handle'),
  twice('an artefact', 'saathi.consent_artefacts', 'consent_id, counterpart'),
  twice('an artefact', 'lender.consents', 'handle'),
  twice('a session', 'saathi.data_sessions', 'data_request_id, data_provider', 'retry_of IS NULL'),
  twice('a session', 'lender.data_sessions', 'data_request_id, provider', 'retry_of IS NULL'),
  // What failed may be fetched once more, in a further session of the manager's.
  ...providers.map(
    (provider) =>
      `SELECT 'a session' AS twice, told.data_request_id, count(*) FROM ${provider}.data_sessions told
       JOIN saathi.data_sessions opened USING (id) WHERE opened.retry_of IS NULL
       GROUP BY told.data_request_id HAVING count(*) > 1`,
  ),
  twice('signed for', `${signedForAt.manager} AS at_manager`, 'session'),
  twice('signed for', `${signedForAt.user} AS at_user`, 'session'),
  twice('a state told', 'saathi.outbox_events', 'receiver, subject, version', "type LIKE 'consent-artefact.%'"),
  ...providers.map((provider) =>
    twice('an end told', `${provider}.outbox_events`, 'subject', "type = 'data-session.sent'"),
  ),
  twice('an end told', 'lender.outbox_events', 'type, subject', "type IN ('data-session.received')"),
];

const accountStatement = `
  WITH consent AS (SELECT id FROM saathi.consents WHERE id = $1),
  artefact AS (SELECT a.id, a.recipient, a.counterpart FROM saathi.consent_artefacts a JOIN consent ON a.consent_id = consent.id),
  provider AS (SELECT id FROM artefact WHERE recipient = 'data-provider' AND counterpart = $2),
  fund AS (SELECT id FROM artefact WHERE recipient = 'data-provider' AND counterpart <> $2),
  lender AS (SELECT id FROM artefact WHERE recipient = 'data-user'),
  sent AS (SELECT s.id, s.state, s.data_request_id FROM bank.data_sessions s JOIN provider ON s.artefact_id = provider.id)
  SELECT
    (SELECT state || ' ' || version FROM bank.consent_standings JOIN provider ON artefact_id = provider.id)
      AS "standingAtProvider",
    (SELECT state || ' ' || version FROM lender.consents c JOIN lender ON c.id = lender.id) AS "standingAtUser",
    (SELECT count(*)::int FROM saathi.data_requests JOIN consent ON consent_id = consent.id) AS "usesAtManager",
    (SELECT count(*)::int FROM bank.consent_uses JOIN provider ON artefact_id = provider.id) AS "usesAtProvider",
    (SELECT count(*)::int FROM fund.consent_uses JOIN fund ON artefact_id = fund.id) AS "usesAtFund",
    (SELECT count(DISTINCT data_request_id)::int FROM bank.releases JOIN sent ON session_id = sent.id) AS releases,
    (SELECT count(*)::int FROM lender.data_sessions s JOIN lender ON s.consent_id = lender.id
      WHERE state = 'COMPLETED' AND erased_at IS NOT NULL) AS "receivedAndErased",
    (SELECT count(*)::int FROM lender.data_sessions s JOIN lender ON s.consent_id = lender.id
      WHERE s.id::text NOT IN ${signedForAt.manager} OR s.id::text NOT IN ${signedForAt.user}) AS "notSignedFor",
    (SELECT count(*)::int FROM sent)
      + (SELECT count(*)::int FROM fund.data_sessions s JOIN fund ON s.artefact_id = fund.id) AS opened,
    (SELECT count(*)::int FROM lender.data_sessions s JOIN lender ON s.consent_id = lender.id
      WHERE s.manifest_digest IS NOT NULL) AS manifests,
    (SELECT count(*)::int FROM bank.data_parts JOIN sent ON session_id = sent.id)
      + (SELECT count(*)::int FROM fund.data_parts JOIN fund.data_sessions s ON session_id = s.id
         JOIN fund ON s.artefact_id = fund.id)
      + (SELECT count(*)::int FROM lender.received_parts JOIN lender ON consent_id = lender.id)
      + (SELECT count(*)::int FROM lender.consent_keys JOIN lender ON consent_id = lender.id) AS "leftOver"`;

/** Looks into the databases of the roles: what is there once and not twice no public API tells. */
export class Books {
  private constructor(
    private readonly pool: Pool,
    private readonly network: LocalNetwork,
  ) {}

  static open(network: LocalNetwork): Books {
    // A pool of one: it connects anew where PostgreSQL was killed.
    const pool = new Pool({ connectionString: network.databaseUrl, max: 1 });
    pool.on('error', () => undefined);
    return new Books(pool, network);
  }

  async standingAtProvider(consentId: string): Promise<unknown> {
    return (await this.accountOf(consentId))['standingAtProvider'];
  }

  /** What each role holds of one consent. */
  async accountOf(consentId: string): Promise<Row> {
    const [account = {}] = await this.ask(accountStatement, [consentId, getMember(this.network, 'bank').id]);
    return account;
  }

  /** A provider's artefacts under a consent of hers, and the data sessions under them. */
  async idsAtProvider(
    consentId: string,
    provider: 'bank' | 'fund',
  ): Promise<{ artefacts: string[]; sessions: string[] }> {
    const found = await this.ask(
      `SELECT a.id AS artefact, s.id AS session FROM saathi.consent_artefacts a
       LEFT JOIN ${provider}.data_sessions s ON s.artefact_id = a.id
       WHERE a.consent_id = $1 AND a.recipient = 'data-provider' AND a.counterpart = $2`,
      [consentId, getMember(this.network, provider).id],
    );
    const named = (name: string) => [...new Set(found.map((row) => row[name]))].filter((id) => id !== null).map(String);
    return { artefacts: named('artefact'), sessions: named('session') };
  }

  /** The data requests that these sessions were opened for, as the consent manager knows them. */
  async dataRequestsOf(sessions: readonly string[]): Promise<string[]> {
    const statement = 'SELECT DISTINCT data_request_id AS id FROM saathi.data_sessions WHERE id = ANY ($1::uuid[])';
    return (await this.ask(statement, [sessions])).map(({ id }) => String(id));
  }

  /** Which of these acts, each about an id, does not stand in the trail of a role exactly once. */
  findOtherThanOnce(role: string, due: readonly { readonly act: string; readonly about: string }[]): Promise<Row[]> {
    return this.ask(
      `WITH said AS MATERIALIZED (SELECT entry::jsonb AS entry FROM ${role}.trail_entries)
       SELECT due.act, due.about, count(entry)::int AS times
       FROM unnest($1::text[], $2::text[]) AS due (act, about)
       LEFT JOIN said ON entry->>'act' = due.act AND entry->>'outcome' = 'done'
         AND due.about IN (entry->'ground'->>'id', entry->>'session', entry->>'request')
       GROUP BY due.act, due.about HAVING count(entry) <> 1`,
      [due.map(({ act }) => act), due.map(({ about }) => about)],
    );
  }

  /** Who keeps a checkpoint of this role's trail; undefined where there is nothing in it yet. */
  async findKeepers(role: string): Promise<string[] | undefined> {
    const { id } = getMember(this.network, role);
    if ((await this.ask(`SELECT index FROM ${role}.trail_entries LIMIT 1`)).length === 0) return undefined;
    const kept = (keeper: string) =>
      `SELECT '${keeper}' AS keeper WHERE EXISTS (SELECT FROM ${keeper}.witnessed_checkpoints WHERE issuer = '${id}')`;
    return (await this.askAll(roles.map(kept))).map(({ keeper }) => String(keeper));
  }

  /** What a role has found wrong with its own trail, or with one that it witnesses. */
  findTrailFaults(role: string): Promise<Row[]> {
    return this.ask(`SELECT kind, detail FROM ${role}.trail_faults`);
  }

  /** Rows of what has not come to its end yet. */
  findUnderWay(): Promise<Row[]> {
    return this.askAll(underWay);
  }

  /** Rows of what is lost, dead or there twice. */
  findWrong(): Promise<Row[]> {
    const lost = pairs.map(([sender, to]) => lostBetween(this.network, sender, to));
    return this.askAll([...lost, ...never]);
  }

  async ask(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(statement, values)).rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** All of one moment: what ends here begins there, and would be seen in neither place. */
  private async askAll(statements: readonly string[]): Promise<Row[]> {
    const client = await this.pool.connect();
    let failed = true;
    try {
      const rows: Row[] = [];
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const statement of statements) rows.push(...(await client.query<Row>(statement)).rows);
      await client.query('COMMIT');
      failed = false;
      return rows;
    } finally {
      client.release(failed);
    }
  }
}
