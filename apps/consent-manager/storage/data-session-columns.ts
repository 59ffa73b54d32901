/** As an `Instant`, where a row becomes JSON before it is read. */
export function momentInJson(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const asItIs = (column: string) => column;

/** A `StatedSession`, of `data_sessions s` and its `consents c`. @param moment how a moment is written */
export function statedColumns(moment: (column: string) => string = asItIs): string {
  return `s.id, s.data_request_id AS "dataRequestId", s.consent_id AS "consentId", c.principal_id AS "principalId",
    c.data_user AS "dataUser", s.data_provider AS "dataProvider", s.state, ${moment('s.sent_at')} AS "sentAt",
    s.sent_digest AS "sentDigest", s.served, ${moment('s.received_at')} AS "receivedAt",
    s.received_digest AS "receivedDigest", s.records, s.misfits, ${moment('s.mismatched_at')} AS "mismatchedAt",
    ${moment('s.confirm_by')} AS "confirmBy", s.finding, s.finding_version AS "findingVersion"`;
}

/** A `DataSession` within JSON, of its `data_requests r` besides. */
export const sessionInJson = `${statedColumns(momentInJson)}, ${momentInJson('r.requested_at')} AS "requestedAt",
    ${momentInJson('r.returned_at')} AS "returnedAt", s.data_types AS "dataTypes", r.data_range AS "dataRange", ${momentInJson('s.erase_by')} AS "eraseBy",
    ${momentInJson('s.erased_at')} AS "erasedAt"`;
