/** Of `data_sessions s`, its `data_requests r` and its `consents c`. @param moment how a moment is written */
export function sessionColumns(moment: (column: string) => string = (column) => column): string {
  return `s.id, s.data_request_id AS "dataRequestId", s.consent_id AS "consentId", c.principal_id AS "principalId",
    c.data_user AS "dataUser", s.data_provider AS "dataProvider", ${moment('r.requested_at')} AS "requestedAt",
    s.data_types AS "dataTypes", r.data_range AS "dataRange", s.state, ${moment('s.expires_at')} AS "expiresAt",
    ${moment('s.ended_at')} AS "endedAt", ${moment('s.sent_at')} AS "sentAt", s.sent_digest AS "sentDigest", s.served,
    ${moment('s.received_at')} AS "receivedAt", s.received_digest AS "receivedDigest", s.records,
    ${moment('s.erase_by')} AS "eraseBy", ${moment('s.erased_at')} AS "erasedAt",
    ${moment('s.mismatched_at')} AS "mismatchedAt"`;
}

/** As an `Instant`, where a row becomes JSON before it is read. */
export function momentInJson(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
