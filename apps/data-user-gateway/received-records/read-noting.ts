import type { Instant } from '#domain';

/** Remembers that own systems have read records of a session: no erasing follows them there, and the receipt says so. */
export abstract class ReadNoting {
  /** Once for each session, however often it is read. */
  abstract note(session: { sessionId: string; consentId: string }, now: Instant): Promise<void>;
}
