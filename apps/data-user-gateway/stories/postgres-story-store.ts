import { Injectable } from '@nestjs/common';
import { factsAbout, type StoryFact } from '#domain';
import { Database, StoryStore, sql } from '#platform';
import {
  ofConsent,
  ofHandOver,
  ofRequest,
  ofSession,
  type StoryConsent,
  type StoryHandOver,
  type StoryRequest,
  type StorySession,
} from './story-of-rows.ts';

const findConsent = sql(
  'find-consent-of-story',
  `SELECT id, manager, received_at AS "receivedAt", state, changed_at AS "changedAt" FROM consents WHERE id = (
     SELECT id FROM consents WHERE id = $1
     UNION ALL SELECT consent_id FROM data_sessions WHERE id = $1
     UNION ALL SELECT consent_id FROM data_requests WHERE id = $1 LIMIT 1)`,
);
const requests = sql(
  'requests-of-story',
  `SELECT id AS "dataRequestId", created_at AS "createdAt", refusal FROM data_requests WHERE consent_id = $1
   ORDER BY id DESC LIMIT 1000`,
);
const sessions = sql(
  'sessions-of-story',
  `SELECT s.id AS "sessionId", s.data_request_id AS "dataRequestId", s.provider, s.state, s.created_at AS "createdAt",
     s.retry_of AS "retryOf", s.received_at AS "receivedAt", s.records, s.misfits, s.accounts, s.refusal,
     s.failed_at AS "failedAt", s.erased_at AS "erasedAt", f.finding, f.heard_at AS "heardAt"
   FROM data_sessions s LEFT JOIN session_findings f ON f.session_id = s.id AND f.manager = s.manager
   WHERE s.consent_id = $1 ORDER BY s.id DESC LIMIT 1000`,
);
const handOvers = sql(
  'hand-overs-of-story',
  `SELECT h.session_id AS "sessionId", s.data_request_id AS "dataRequestId", h.kind, h.state,
     h.trying_since AS "tryingSince", h.delivered_at AS "deliveredAt", h.erased_at AS "erasedAt"
   FROM hand_overs h JOIN data_sessions s ON s.id = h.session_id
   WHERE h.consent_id = $1 AND h.begun ORDER BY h.id DESC LIMIT 1000`,
);

/** From the consent, what was asked under it, what came of it and where that went. */
@Injectable()
export class PostgresStoryStore extends StoryStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<readonly StoryFact[] | undefined> {
    const [consent] = await this.database.read<StoryConsent & { id: string }>(findConsent, [id]);
    if (consent === undefined) return undefined;
    const [asked, fetched, handed] = await Promise.all([
      this.database.read<StoryRequest>(requests, [consent.id]),
      this.database.read<StorySession>(sessions, [consent.id]),
      this.database.read<StoryHandOver>(handOvers, [consent.id]),
    ]);
    const facts = [
      ...ofConsent(consent),
      ...asked.flatMap((one) => ofRequest(one, consent.manager)),
      ...fetched.flatMap((one) => ofSession(one, consent.manager)),
      ...handed.flatMap(ofHandOver),
    ];
    return factsAbout(facts, id);
  }
}
