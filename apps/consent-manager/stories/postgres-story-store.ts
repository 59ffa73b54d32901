import { Injectable } from '@nestjs/common';
import { factsAbout, type StoryFact } from '#domain';
import { Database, StoryStore, sql } from '#platform';
import { factsOf, type StoryEntry, type StorySession } from './story-of-timeline.ts';

const findConsent = sql(
  'find-consent-of-story',
  `SELECT c.id, c.principal_id AS "principalId" FROM consents c WHERE c.id = (
     SELECT id FROM consents WHERE id = $1
     UNION ALL SELECT consent_id FROM consent_artefacts WHERE id = $1
     UNION ALL SELECT consent_id FROM data_sessions WHERE id = $1
     UNION ALL SELECT consent_id FROM data_requests WHERE id = $1 LIMIT 1)
   AND ($2::text IS NULL OR c.principal_id = $2)`,
);
const entries = sql(
  'entries-of-story',
  `SELECT at, kind, facts FROM timeline_entries
   WHERE principal_id = $2 AND facts->>'consentId' = $1::text ORDER BY id LIMIT 2000`,
);
const sessions = sql(
  'sessions-of-story',
  `SELECT s.id AS "sessionId", s.data_request_id AS "dataRequestId", r.requested_at AS "requestedAt",
     c.data_user AS "dataUser", s.state, s.ended_at AS "endedAt", s.sent_at AS "sentAt", s.outcomes, s.misfits,
     s.erased_at AS "erasedAt"
   FROM data_sessions s JOIN data_requests r ON r.id = s.data_request_id JOIN consents c ON c.id = s.consent_id
   WHERE s.consent_id = $1 ORDER BY s.id DESC LIMIT 1000`,
);

@Injectable()
export class PostgresStoryStore extends StoryStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string, principalId?: string): Promise<readonly StoryFact[] | undefined> {
    type Found = { id: string; principalId: string };
    const [consent] = await this.database.read<Found>(findConsent, [id, principalId ?? null]);
    if (consent === undefined) return undefined;
    const [told, fetched] = await Promise.all([
      this.database.read<StoryEntry>(entries, [consent.id, consent.principalId]),
      this.database.read<StorySession>(sessions, [consent.id]),
    ]);
    return factsAbout(factsOf(told, fetched), id);
  }
}
