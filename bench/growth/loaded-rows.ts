/** Rows as many consents leave them, from `$1` to `$2`, each made by the server itself. `bench_id` names what belongs together. */

/**
 * Ids in the form and order of UUIDv7, of the last five days, the same for the same kind and number; texts that no
 * compression shortens.
 */
export const idFunctions: readonly string[] = [
  `CREATE OR REPLACE FUNCTION public.bench_id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN (lpad(to_hex((extract(epoch FROM date_trunc('day', now())) * 1000)::bigint - 432000000 + n * 400), 12, '0')
     || '7' || substr(md5(kind::text || n), 1, 3) || '8' || substr(md5(kind::text || n), 4, 15))::uuid`,
  `CREATE OR REPLACE FUNCTION public.bench_digest(kind int, n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
   RETURN substr(encode(sha256((kind::text || n)::bytea), 'hex'), 1, 43)`,
];

const series = 'generate_series($1::bigint, $2::bigint) AS n';
/** Ten consents for each person. */
const people = 'generate_series($1::bigint / 10, $2::bigint / 10) AS p';
const person = `'loaded-' || n / 10 || '@manager.example'`;
const pseudonym = 'public.bench_digest(1, n / 10)';
const id = (kind: number, of = 'n') => `public.bench_id(${kind}, ${of})`;
const expiry = `now() + interval '30 days' + n * interval '1 second'`;

const terms = `'{"purpose":{"code":"treatment","text":"To treat you"},"dataTypes":[{"type":"fhir-r4.observation"}],"dataRange":{"from":"2020-01-01T00:00:00.000Z","to":"2026-11-22T00:00:00.000Z"},"consentMode":"STORE","fetchType":"PERIODIC","frequency":{"max":100000,"per":"HOUR"},"consentPeriod":{"start":"2026-11-21T00:00:00.000Z","expiry":"2027-11-21T00:00:00.000Z"},"dataLife":"P30D","dataFilter":[],"eraseOnRevocation":false}'::json`;
const notice = `'{"language":"en","text":"The clinic asks to read these records of yours, to treat you."}'::json`;
// Not the some 2 KB of a signed token: it is read by its key alone, and would make 20 GB of a million consents.
const token = (kind: number) => `public.bench_digest(${kind}, n)`;

const [REQUEST, CONSENT, FOR_PROVIDER, FOR_USER, LINK, TOLD] = [1, 2, 3, 4, 5, 6];

export const managerRows: readonly string[] = [
  `INSERT INTO manager.principals SELECT 'loaded-' || p || '@manager.example', now() FROM ${people}
   ON CONFLICT DO NOTHING`,
  `INSERT INTO manager.principal_contacts
   SELECT ${id(LINK, 'p')}, 'loaded-' || p || '@manager.example', 'email', 'loaded-' || p || '@mail.example', now(), now()
   FROM ${people} ON CONFLICT DO NOTHING`,
  `INSERT INTO manager.account_links
   SELECT ${id(LINK, 'p')}, 'loaded-' || p || '@manager.example', 'https://provider.example', ${id(TOLD, 'p')},
     'Health record ••••', '["fhir-r4.observation"]', 'ACTIVE', now(), NULL, NULL FROM ${people} ON CONFLICT DO NOTHING`,
  `INSERT INTO manager.consent_requests
   SELECT ${id(REQUEST)}, ${id(TOLD)}, 'https://gateway.example', ${person}, ${terms}, ${token(2)}, ${notice}, false,
     'APPROVED', ${id(CONSENT)}, NULL, now(), now() + interval '1 day', now() FROM ${series}`,
  `INSERT INTO manager.consents
   SELECT ${id(CONSENT)}, ${person}, 'https://gateway.example', ${id(REQUEST)}, ${terms}, '[]', 'ACTIVE', 1, NULL,
     ${expiry}, now(), now(), json_build_object('method', 'one-time-code', 'handle', ${id(REQUEST)}) FROM ${series}`,
  `INSERT INTO manager.consent_artefacts
   SELECT ${id(FOR_PROVIDER)}, ${id(CONSENT)}, 'data-provider', 'https://provider.example',
     '[{"type":"fhir-r4.observation"}]', json_build_array(${id(TOLD, 'n / 10')}), ${token(3)}, ${token(4)}, ${token(5)}, NULL
   FROM ${series}
   UNION ALL
   SELECT ${id(FOR_USER)}, ${id(CONSENT)}, 'data-user', 'https://gateway.example', '[{"type":"fhir-r4.observation"}]',
     '[]', ${token(6)}, ${token(7)}, ${token(8)}, NULL FROM ${series}`,
  `INSERT INTO manager.timeline_entries
   SELECT ${id(REQUEST)}, ${person}, now(), 'consent-request.received', 'The clinic asks for your consent.', '{}'
   FROM ${series}
   UNION ALL
   SELECT ${id(CONSENT)}, ${person}, now(), 'consent-request.approved', 'You gave the clinic your consent.', '{}'
   FROM ${series}`,
  `INSERT INTO manager.command_outcomes
   SELECT 'https://gateway.example', ${id(TOLD)}, ${token(9)}, to_json(${token(10)}), now() FROM ${series}`,
  `INSERT INTO manager.outbox_events
   SELECT ${id(FOR_PROVIDER)}, 'https://provider.example', 'data-provider', 'consent-artefact.issued', ${id(FOR_PROVIDER)}, 1,
     ${token(11)}, now(), now(), 1, NULL, now(), NULL FROM ${series}
   UNION ALL
   SELECT ${id(FOR_USER)}, 'https://gateway.example', 'data-user', 'consent-artefact.issued', ${id(FOR_USER)}, 1,
     ${token(12)}, now(), now(), 1, NULL, now(), NULL FROM ${series}`,
];

export const providerRows: readonly string[] = [
  `INSERT INTO provider.account_links
   SELECT ${id(TOLD, 'p')}, 'https://manager.example', public.bench_digest(1, p), 'loaded-' || p, 'Health record ••••',
     '{fhir-r4.observation}', 'ACTIVE', now(), NULL FROM ${people} ON CONFLICT DO NOTHING`,
  `INSERT INTO provider.consent_artefacts
   SELECT 'https://manager.example', ${id(FOR_PROVIDER)}, ${token(3)}, ${token(4)}, 'https://gateway.example', ${pseudonym},
     ARRAY[${id(TOLD, 'n / 10')}], ${terms}, now() FROM ${series}`,
  `INSERT INTO provider.consent_standings
   SELECT 'https://manager.example', ${id(FOR_PROVIDER)}, 'ACTIVE', 1, NULL, now() FROM ${series}`,
  `INSERT INTO provider.received_events SELECT 'https://manager.example', ${id(FOR_PROVIDER)}, now() FROM ${series}`,
];

export const gatewayRows: readonly string[] = [
  `INSERT INTO gateway.consent_requests
   SELECT ${id(REQUEST)}, ${id(TOLD)}, ${token(1)}, 'https://manager.example', ${person}, ${terms}, ${notice}, false,
     'APPROVED', NULL, ${id(REQUEST)}, 'https://manager.example', now(), ${id(FOR_USER)}, now() FROM ${series}`,
  `INSERT INTO gateway.consents
   SELECT ${id(FOR_USER)}, 'https://manager.example', ${id(REQUEST)}, ${token(6)},
     json_build_object('artefactId', ${id(FOR_USER)}, 'terms', ${terms}), 'ACTIVE', 1, NULL, now() FROM ${series}`,
  `INSERT INTO gateway.received_events SELECT 'https://manager.example', ${id(FOR_USER)}, now() FROM ${series}`,
];
