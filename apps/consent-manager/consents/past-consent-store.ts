import type { Instant, ParticipantId, PastConsent } from '#domain';

/** Consents of a person as renewals look at them. */
export abstract class PastConsentStore {
  /**
   * Those of one data user, the oldest first: so many as are looked at, on either side of the given id.
   *
   * @param id of a consent, which is among them; the newest where absent
   */
  abstract around(principalId: string, dataUser: ParticipantId, now: Instant, id?: string): Promise<PastConsent[]>;
}
