// Rows as many consents leave them, made by the server itself from a block of numbers.

const id = (kind: string, of: string, firstMilliseconds: number) =>
  `overlay(overlay(md5('${kind}' || ${of}) PLACING lpad(to_hex(${firstMilliseconds} + ${of} * 400), 12, '0') || '7' FROM 1)
     PLACING '8' FROM 17)::uuid`;

/**
 * The ids of so many consents, in the form and order of UUIDv7, the same for the same number. Ten consents for each
 * person.
 *
 * @param to exclusive
 */
export const blockOfNumbers = (from: number, to: number, firstMilliseconds: number): string => `
  CREATE TEMP TABLE block AS SELECT n, n % 10 = 0 AS is_first,
    'loaded-' || n / 10 || '@manager.example' AS person, md5('person' || n / 10) || 'ABCDEFGHIJK' AS pseudonym,
    ${id('link', 'n / 10', firstMilliseconds)} AS link,
    ${id('request', 'n', firstMilliseconds)} AS request, ${id('consent', 'n', firstMilliseconds)} AS consent,
    ${id('provider', 'n', firstMilliseconds)} AS for_provider, ${id('user', 'n', firstMilliseconds)} AS for_user,
    ${id('command', 'n', firstMilliseconds)} AS command, md5('digest' || n) || 'ABCDEFGHIJK' AS digest
  FROM generate_series(${from}::bigint, ${to}::bigint - 1) AS n`;

const terms = `'{"purpose":{"code":"treatment","text":"To treat you"},"dataTypes":[{"type":"fhir-r4.observation"}],"dataRange":{"from":"2020-01-01T00:00:00.000Z","to":"2026-11-22T00:00:00.000Z"},"consentMode":"STORE","fetchType":"PERIODIC","frequency":{"max":100000,"per":"HOUR"},"consentPeriod":{"start":"2026-11-21T00:00:00.000Z","expiry":"2027-11-21T00:00:00.000Z"},"dataLife":"P30D","dataFilter":[],"eraseOnRevocation":false}'::json`;
const notice = `'{"language":"en","text":"The clinic asks to read these records of yours, to treat you."}'::json`;
const dataTypes = `'[{"type":"fhir-r4.observation"}]'::json`;
const [manager, provider, gateway] = ['manager', 'provider', 'gateway'].map((name) => `'https://${name}.example'`);
// Where a signed token stands there is a digest: some 2 KB each, read by their key alone, would be 15 GB of a million.
const token = 'digest';

/** Into a table: these columns of these rows of the block. */
const into = (table: string, columns: Readonly<Record<string, string>>, where = 'true') =>
  `INSERT INTO ${table} (${Object.keys(columns).join(', ')})
   SELECT ${Object.values(columns).join(', ')} FROM block WHERE ${where}`;

const issued = (to: string | undefined, role: string, artefact: string) =>
  into('manager.outbox_events', {
    ...{ id: artefact, receiver: `${to}`, receiver_role: `'${role}'`, type: `'consent-artefact.issued'` },
    ...{ subject: `${artefact}::text`, version: '1', token, created_at: 'now()', next_attempt_at: 'now()' },
    ...{ attempts: '1', acknowledged_at: 'now()' },
  });

const artefact = (to: string | undefined, role: string, artefactId: string, accounts: string) =>
  into('manager.consent_artefacts', {
    ...{ id: artefactId, consent_id: 'consent', recipient: `'${role}'`, counterpart: `${to}`, data_types: dataTypes },
    ...{ accounts, token, digest: 'digest', evidence_salt: 'digest' },
  });

const told = (entry: string, kind: string, text: string) =>
  into('manager.timeline_entries', {
    ...{ id: entry, principal_id: 'person', at: 'now()', kind: `'${kind}'`, text: `'${text}'`, facts: `'{}'` },
  });

const heard = (schema: string, artefactId: string) =>
  into(`${schema}.received_events`, { issuer: `${manager}`, jti: artefactId, received_at: 'now()' });

export const managerRows: readonly string[] = [
  into('manager.principals', { id: 'person', created_at: 'now()' }, 'is_first'),
  into(
    'manager.principal_contacts',
    {
      ...{ id: 'link', principal_id: 'person', kind: `'email'`, value: `'mail-' || person` },
      ...{ verified_at: 'now()', created_at: 'now()' },
    },
    'is_first',
  ),
  into(
    'manager.account_links',
    {
      ...{ id: 'link', principal_id: 'person', data_provider: `${provider}`, provider_link_id: 'link' },
      ...{ label: `'Health record ••••'`, data_types: dataTypes, state: `'ACTIVE'`, linked_at: 'now()' },
    },
    'is_first',
  ),
  into('manager.consent_requests', {
    ...{ handle: 'request', request_id: 'command', data_user: `${gateway}`, principal_id: 'person', terms },
    ...{ terms_digest: 'digest', notice, may_be_narrowed: 'false', state: `'APPROVED'`, consent_id: 'consent' },
    ...{ asked_at: 'now()', expires_at: `now() + interval '1 day'`, decided_at: 'now()' },
  }),
  into('manager.consents', {
    ...{
      id: 'consent',
      principal_id: 'person',
      data_user: `${gateway}`,
      handle: 'request',
      terms,
      narrowed_from: `'[]'`,
    },
    ...{ state: `'ACTIVE'`, version: '1', expires_at: `now() + interval '30 days' + n * interval '1 second'` },
    ...{ approved_at: 'now()', changed_at: 'now()', evidence: terms },
  }),
  artefact(provider, 'data-provider', 'for_provider', 'json_build_array(link)'),
  artefact(gateway, 'data-user', 'for_user', `'[]'`),
  told('request', 'consent-request.received', 'The clinic asks for your consent.'),
  told('consent', 'consent-request.approved', 'You gave the clinic your consent.'),
  into('manager.command_outcomes', {
    ...{ iss: `${gateway}`, request_id: 'command', digest: 'digest', body: 'to_json(digest)', created_at: 'now()' },
  }),
  issued(provider, 'data-provider', 'for_provider'),
  issued(gateway, 'data-user', 'for_user'),
];

export const counterpartRows: readonly string[] = [
  into(
    'provider.account_links',
    {
      ...{ link_id: 'link', manager: `${manager}`, principal: 'pseudonym', account_key: 'person' },
      ...{
        label: `'Health record ••••'`,
        data_types: `'{fhir-r4.observation}'`,
        state: `'ACTIVE'`,
        linked_at: 'now()',
      },
    },
    'is_first',
  ),
  into('provider.consent_artefacts', {
    ...{ manager: `${manager}`, artefact_id: 'for_provider', token, digest: 'digest', data_user: `${gateway}` },
    ...{ principal: 'pseudonym', accounts: 'ARRAY[link]', terms, received_at: 'now()' },
  }),
  into('provider.consent_standings', {
    ...{ manager: `${manager}`, artefact_id: 'for_provider', state: `'ACTIVE'`, version: '1', changed_at: 'now()' },
  }),
  heard('provider', 'for_provider'),
  into('gateway.consent_requests', {
    ...{
      id: 'request',
      request_id: 'command',
      ask_digest: 'digest',
      manager: `${manager}`,
      principal: 'person',
      terms,
    },
    ...{ notice, may_be_narrowed: 'false', state: `'APPROVED'`, handle: 'request', approval_url: `${manager}` },
    ...{ expires_at: 'now()', consent_id: 'for_user', created_at: 'now()' },
  }),
  into('gateway.consents', {
    ...{ id: 'for_user', manager: `${manager}`, handle: 'request', artefact: token, state: `'ACTIVE'`, version: '1' },
    ...{ claims: `json_build_object('artefactId', for_user, 'terms', ${terms})`, received_at: 'now()' },
  }),
  heard('gateway', 'for_user'),
];
