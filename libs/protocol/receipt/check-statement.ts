import { isRefusal, type ParticipantId, type Refusal, refuse } from '#domain';
import { verifyEvent } from '../event/event-envelope.ts';
import { type EventState, type EventTypeName, eventTypes } from '../event/event-types.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { VerificationContext } from '../signature/verification.ts';

/**
 * What one side said of a session, in its own signed word.
 *
 * @returns refusals of verifyEvent, `schema-mismatch`, `receipt-mismatch` where it is another's word or about something else
 */
export async function openStatement<T extends 'data-session.sent' | 'data-session.received'>(
  type: T,
  token: string,
  expected: { readonly by: ParticipantId; readonly sessionId: string },
  context: VerificationContext,
): Promise<EventState<T> | Refusal> {
  const event = await verifyEvent(token, eventTypes[type].senderRoles, context);
  if (isRefusal(event)) return event;
  if (event.type !== (type as EventTypeName)) return refuse('receipt-mismatch', `not ${type}`);
  const state = eventTypes[type].state.safeParse(event.state);
  if (!state.success) return refuse('schema-mismatch', describeMismatch(state.error));
  if (event.issuer !== expected.by) return refuse('receipt-mismatch', `${type} was not said by ${expected.by}`);
  if (state.data.sessionId !== expected.sessionId)
    return refuse('receipt-mismatch', `${type} is about another session`);
  return state.data as EventState<T>;
}
