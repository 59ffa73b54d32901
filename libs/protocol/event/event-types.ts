import { z } from 'zod';
import {
  accountOutcomes,
  consentStates,
  type ParticipantRole,
  participantRoles,
  rejectionReasons,
  sessionFindings,
} from '#domain';
import { digest, instant, text, uuid } from '../claims/forms.ts';

/** A compact token inside an event, verified by itself. */
const token = z.string().max(2_097_152);

const standing = z.strictObject({
  artefactId: uuid,
  state: z.enum(consentStates),
  version: z.int().min(1),
  resumeAt: instant.optional(),
});

/**
 * `reason` is stated as a code. Text is taken as well: events that were signed before there were codes may still wait in
 * an outbox, and one that was refused would leave its request open for ever. Nobody writes such text any more.
 */
const requestEnd = z.strictObject({
  handle: uuid,
  requestId: uuid,
  reason: z.union([z.enum(rejectionReasons), text(300)]).optional(),
});

/** A `trail-checkpoint+jwt`. */
const checkpoint = z.string().max(4096);

const outcomeCounts = z.partialRecord(z.enum(accountOutcomes), z.int().min(0));

interface EventType<S extends z.ZodObject = z.ZodObject> {
  /** Who may state it; the receiver's handler checks that it was this sender's own act. */
  readonly senderRoles: readonly ParticipantRole[];
  readonly state: S;
}

const event = <S extends z.ZodObject>(sender: ParticipantRole, state: S): EventType<S> => ({
  senderRoles: [sender],
  state,
});

/** Every event of the network (names: noun.past-participle), each with the whole new state of what it is about. */
export const eventTypes = {
  'consent-request.rejected': event('consent-manager', requestEnd),
  'consent-request.expired': event('consent-manager', requestEnd),
  'consent-request.failed': event('consent-manager', requestEnd),
  /** `artefact` is the consent-artefact+jwt of the receiver. */
  'consent-artefact.issued': event('consent-manager', standing.extend({ artefact: token })),
  'consent-artefact.paused': event('consent-manager', standing),
  'consent-artefact.resumed': event('consent-manager', standing),
  'consent-artefact.revoked': event('consent-manager', standing),
  'consent-artefact.expired': event('consent-manager', standing),
  'account-link.ended': event('data-provider', z.strictObject({ linkId: uuid })),
  /** There is something to fetch: the manifest, or parts without whose fetching no more are sealed. */
  'data-session.ready': event('data-provider', z.strictObject({ sessionId: uuid })),
  /**
   * `served`: records sealed for the data user, of a session that was broken off those it had fetched. 0 in every session
   * of a data request gives its use back.
   */
  'data-session.sent': event(
    'data-provider',
    z.strictObject({ sessionId: uuid, manifestDigest: digest, served: z.int().min(0), outcomes: outcomeCounts }),
  ),
  'data-session.received': event(
    'data-user',
    z.strictObject({
      sessionId: uuid,
      manifestDigest: digest,
      records: z.int().min(0),
      /** Came, did not fit the schema of its type on arrival, and was not kept; not among `records`. */
      misfits: z.int().min(1).optional(),
      receivedAt: instant,
      eraseBy: instant,
    }),
  ),
  /** Where an audit trail stood, for its witness. `previous`: what the same witness was told before, and the proof. */
  'audit-trail.sealed': {
    senderRoles: participantRoles,
    state: z.strictObject({
      checkpoint,
      previous: z.strictObject({ checkpoint, proof: z.array(digest).max(128) }).optional(),
    }),
  },
  /** How both sides' words on a session compare; a later version with `agrees` withdraws what an earlier one said. */
  'data-session.unmatched': event(
    'consent-manager',
    z.strictObject({ sessionId: uuid, finding: z.enum(sessionFindings), version: z.int().min(1) }),
  ),
  /** `receipt` is a deletion-receipt+jwt. */
  'data-session.erased': event('data-user', z.strictObject({ consentId: uuid, receipt: token })),
} as const satisfies Record<string, EventType>;

export type EventTypeName = keyof typeof eventTypes;
export type EventState<T extends EventTypeName> = z.infer<(typeof eventTypes)[T]['state']>;

const prefix = 'urn:assent:event:';

/** The URI under `events` in a security event token (RFC 8417, section 2.2). */
export function eventTypeUri(name: EventTypeName): string {
  return `${prefix}${name}`;
}

export function eventTypeOf(uri: string): EventTypeName | undefined {
  const name = uri.startsWith(prefix) ? uri.slice(prefix.length) : '';
  return Object.hasOwn(eventTypes, name) ? (name as EventTypeName) : undefined;
}
